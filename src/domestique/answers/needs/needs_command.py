"""``domestique inbox`` and ``domestique needs``: what came in, and where every need waits."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.needs.inbox import InboxRow, inbox_page
from domestique.answers.needs.needs import needs_page
from domestique.cli.options import AsJson, today
from domestique.cli.printing import print_json, print_table
from domestique.improvement.actions import add_items
from domestique.improvement.triage import source_named
from domestique.parties.queries import day_for
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken

application = typer.Typer(help="What came in and waits to be sorted.", invoke_without_command=True)


@application.callback()
@permit(Ability.NOTE)
def inbox(context: typer.Context, as_json: AsJson = False) -> None:
    """List what waits to be sorted, the oldest first; ``inbox add`` puts something in."""
    if context.invoked_subcommand:
        return
    page = inbox_page(present_viewer(), today())
    if as_json:
        print_json({"unsorted": [_item(row) for row in page.unsorted]})
        return
    rows = [
        [one.id, row.age_days, spoken(row.source), one.origin, one.times, one.text]
        for row in page.unsorted
        for one in (row.item,)
    ]
    names = [_("id"), _("days"), _("source"), _("from"), _("times"), _("what")]
    print_table(spoken(page.headline), names, rows, numeric=[1, 4])


def _item(row: InboxRow) -> dict[str, object]:
    item = row.item
    return {
        "id": item.id,
        "received_on": item.received_on,
        "source": str(row.source),
        "origin": item.origin,
        "text": item.text,
        "customer": item.customer_id or "",
        "services": list(item.services),
        "times": item.times,
        "age_days": row.age_days,
    }


@application.command()
def add(
    text: Annotated[str, typer.Argument(help="What came in; a line is one thing.")],
    source: Annotated[
        str, typer.Option(help="Where it comes from: desk, wish, demand, complaint, report …")
    ] = "",
    origin: Annotated[str, typer.Option(help="Who brought it, or which report.")] = "",
    customer: Annotated[str, typer.Option(help="The id of the customer it is about.")] = "",
    service: Annotated[
        list[str] | None, typer.Option(help="The id of a service it is about; may be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put something into the inbox; nothing enters without its source and its origin."""
    viewer = present_viewer()
    items = add_items(
        viewer,
        text,
        source=source_named(source),
        origin=origin,
        on=day_for(viewer, today()),
        customer_id=customer,
        services=service or (),
    )
    if as_json:
        print_json({"added": [item.id for item in items]})
        return
    for item in items:
        typer.echo(_("%(id)s is in the inbox: %(text)s") % {"id": item.id, "text": item.text})


@permit(Ability.SEE_OWN)
def needs(
    customer: Annotated[str, typer.Option(help="Only the needs of this customer.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the needs: how far each has come, and for whom it waits."""
    page = needs_page(present_viewer(), today(), customer)
    if as_json:
        print_json(
            {
                "needs": [
                    {
                        "need": one.need.id,
                        "text": one.need.need,
                        "customer": one.need.customer_id,
                        "step": one.step,
                        "waits_for": one.waits_for,
                        "asked_by": len(one.asked_by),
                        "age_days": one.age_days,
                    }
                    for one in page.cards
                ]
            }
        )
        return
    rows = [
        [
            one.need.id,
            one.need.need,
            one.customer_name,
            spoken(one.step_word),
            spoken(one.waits_for) if one.waits_for else "–",
        ]
        for one in page.cards
    ]
    names = [_("id"), _("need"), _("customer"), _("how far"), _("waits for")]
    print_table(spoken(page.headline), names, rows)

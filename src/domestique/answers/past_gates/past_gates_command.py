"""``domestique past-gates``: what was entered past a gate and waits; confirmed, or given its ground."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.past_gates.past_gates import Waiting, past_gates
from domestique.cli.options import AsJson
from domestique.cli.printing import print_json, print_table
from domestique.exchange.past_gates import confirm, give_ground
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken

application = typer.Typer(
    help="What was entered past a gate and waits for who may confirm it, or for its ground.",
    invoke_without_command=True,
)
Number = Annotated[str, typer.Argument(help="Its number in the list.")]


@application.callback()
@permit(Ability.SEE_OWN)
def past(context: typer.Context, as_json: AsJson = False) -> None:
    """List what was entered past a gate and waits; ``past-gates confirm`` and ``past-gates ground`` answer it."""
    if context.invoked_subcommand:
        return
    page = past_gates(present_viewer())
    every = (*page.groundless, *page.unconfirmed)
    if as_json:
        print_json({"past_gates": [_told(one) for one in every]})
        return
    columns = [_("number"), _("when"), _("who"), _("row"), _("what would be refused"), _("why")]
    rows = [
        [
            one.gate.pk,
            f"{one.at:%Y-%m-%d %H:%M}",
            one.gate.hand or one.gate.person,
            str(one.gate),
            spoken(one.refusal),
            one.gate.why,
        ]
        for one in every
    ]
    print_table(spoken(page.headline), columns, rows)


@application.command("confirm")
def confirm_as_herself(number: Number) -> None:
    """Confirm what was entered past a gate, in your own name."""
    confirm(present_viewer(), number)
    typer.echo(_("Confirmed."))


@application.command()
def ground(
    number: Number,
    named: Annotated[str, typer.Argument(help="The requirement or need that asks for it: RQ1.")],
) -> None:
    """Name the requirement or need that asks for a change of a live service."""
    give_ground(present_viewer(), number, named)
    typer.echo(_("The ground is on record."))


def _told(one: Waiting) -> dict[str, object]:
    gate = one.gate
    return {
        "number": gate.pk,
        "at": gate.at,
        "person": gate.person,
        "hand": gate.hand,
        "table": gate.table,
        "key": gate.key,
        "rule": "R14" if gate.service else "",
        "service": gate.service,
        "refusal": one.refusal,
        "why": gate.why,
    }

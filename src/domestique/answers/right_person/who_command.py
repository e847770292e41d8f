"""``domestique who``: who prepares a question, who decides it, and in which forum."""

from decimal import Decimal
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import ANY_PERSON, permit
from domestique.access.viewers import present_viewer
from domestique.answers.right_person.right_person import RightPerson, Wanted, right_person
from domestique.cli.options import AsJson, day_given, today
from domestique.cli.printing import print_json, print_table
from domestique.parties.questions import WantsToAsk
from domestique.quantities.errors import Refusal
from domestique.quantities.written_number import amount_of
from domestique.vocabulary.speech import spoken

KINDS = ", ".join(WantsToAsk)


@permit(ANY_PERSON)
def who(
    unit: Annotated[
        str, typer.Option(help="A unit by id or name, or a person by name; for example U111.")
    ],
    question: Annotated[
        str, typer.Option(help=f"The kind of question: {KINDS}. Without it: whom to talk to.")
    ] = "",
    on: Annotated[str, typer.Option(help="As it is on this day; today if not given.")] = "",
    service: Annotated[
        list[str] | None, typer.Option(help="A service it is about, for example S03; repeatable.")
    ] = None,
    cost: Annotated[
        str, typer.Option(help="What it would cost a year, in the customer's currency.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Say who is the right person for a question about a unit: who prepares it, who decides it, where and why."""
    wanted = Wanted(
        unit, question, day_given(on) if on else None, tuple(service or ()), _amount(cost)
    )
    found = right_person(present_viewer(), wanted, today())
    if as_json:
        print_json(_plain(found))
        return
    reasons = found.answer.reasons if found.answer else ()
    typer.echo(spoken(found.headline))
    for reason in reasons:
        typer.echo(spoken(reason))
    if found.people:
        rows = [[spoken(one.part), one.name, one.email or "–"] for one in found.people]
        print_table(found.name, ["", _("person"), _("e-mail")], rows)


def _plain(found: RightPerson) -> dict[str, str | None]:
    """Return the answer for machines; who is not there, or not needed, is null."""
    answer = found.answer
    if answer is None:
        return {
            "customer_manager": found.talk.customer_manager or None,
            "delivery_manager": found.talk.delivery_manager or None,
            "reason": spoken(found.talk.says),
        }
    return {
        "prepares": answer.prepares or None,
        "decides": answer.decides or None,
        "forum": answer.forum.value,
        "reason": " ".join(map(spoken, answer.reasons)),
    }


def _amount(text: str) -> Decimal | None:
    try:
        return amount_of(text)
    except Refusal as refusal:
        raise typer.BadParameter(spoken(refusal.sentence)) from None

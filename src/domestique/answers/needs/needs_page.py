"""Needs: the board, one need with everything done to it, and its one-page sheet."""

from collections.abc import Mapping

from django.urls import reverse

from domestique.answers.needs.need import need_page
from domestique.answers.needs.need_sheet_paper import need_sheet_pdf
from domestique.answers.needs.needs import needs_page
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.relations.needs.actions import (
    SHEET,
    add_option,
    capture,
    merge,
    prepare,
    take_step,
    unmerge,
)
from domestique.relations.needs.decision_actions import decide_need
from domestique.relations.needs.errors import NothingSaid
from domestique.relations.needs.requirement_actions import propose_requirement
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, to, verb

MOST_PRIORITY = 1000
YES_OR_NO = {"yes": True, "no": False}


def add_typed_option(sent: Sent) -> None:
    """Add an option with what would follow and what it costs."""
    add_option(
        sent.viewer,
        sent.record,
        sent.form.text("option"),
        consequence=sent.form.text("consequence"),
        one_time_cost=sent.form.amount("one_time_cost"),
        yearly_cost=sent.form.amount("yearly_cost"),
    )


def _step(sent: Sent) -> None:
    step, note = sent.form.text("step"), sent.form.text("note")
    take_step(sent.viewer, sent.record, step, on=sent.on, note=note)


def _prepare(sent: Sent) -> None:
    sheet: dict[str, object] = {name: sent.form.text(name) for name in SHEET}
    sheet["yearly_cost"] = sent.form.amount("yearly_cost")
    prepare(sent.viewer, sent.record, sheet, on=sent.on, seen=sent.form.version("page_seen"))


def _decide(sent: Sent) -> None:
    is_yes = sent.form.choice("yes", YES_OR_NO)
    if is_yes is None:
        raise NothingSaid(what=say("yes or no"))
    decide_need(
        sent.viewer,
        sent.record,
        on=sent.on,
        decision=sent.form.text("decision"),
        is_yes=is_yes,
        option_id=sent.form.text("option"),
        yearly_cost=sent.form.amount("yearly_cost"),
    )


def _require(sent: Sent) -> None:
    form, need = sent.form, sent.record
    propose_requirement(
        sent.viewer,
        customer_id=need.customer_id,
        need=need,
        requirement=form.text("requirement"),
        service_id=form.text("service"),
        reason=form.text("reason"),
        measure=form.text("measure"),
        priority=form.whole("priority", MOST_PRIORITY),
    )


VERBS: Mapping[str, Deed] = {
    "step": _step,
    "prepare": _prepare,
    "option": add_typed_option,
    "decide": _decide,
    "require": _require,
    "merge": lambda sent: merge(sent.viewer, sent.record, sent.form.text("into")),
    "unmerge": lambda sent: unmerge(sent.viewer, sent.record),
}


NEEDS = page(
    ("needs/", "needs"), Ability.SEE_OWN, needs_page, "needs/needs.html", asked=("customer",)
)


@at("needs/capture/", "need-capture", Ability.SEE_OWN)
@verb(NEEDS.again, to("needs"))
def capture_need(sent: Sent) -> str:
    """Write down a new need, and open it."""
    need = capture(
        sent.viewer,
        customer_id=sent.form.text("customer"),
        need=sent.form.text("need"),
        on=sent.on,
        services=sent.form.filled("service"),
        goal=sent.form.text("goal"),
    )
    return reverse("need", args=[need.id])


NEED = page(("needs/<need:need_id>/", "need"), Ability.SEE_OWN, need_page, "needs/need.html")
SHEET_TO_SIGN = page(
    ("needs/<need:need_id>/sheet/", "need-sheet"),
    Ability.SEE_OWN,
    need_page,
    "needs/sheet.html",
    paper=(need_sheet_pdf, "to-decide-{}"),
)
do_with_need = at("needs/<need:need_id>/do/<slug:verb>/", "need-do", Ability.SEE_OWN)(
    verb(NEED.again, to("need", "need_id"))(one_of(VERBS))
)

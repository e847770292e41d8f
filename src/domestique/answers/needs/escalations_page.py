"""Escalations: what waits for a decision in which forum, and what was decided and not told back."""

from collections.abc import Mapping
from functools import partial

from django.http import HttpRequest
from django.urls import reverse

from domestique.access.viewers import present_viewer
from domestique.answers.needs.escalations import Escalations, escalations_page, question_page
from domestique.answers.needs.needs_page import YES_OR_NO, add_typed_option
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.relations.needs import decision_actions
from domestique.relations.needs.errors import NotThere
from domestique.relations.queries import needs_visible_to
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, to, verb

PLACES = ("1", "2", "3")


def _decide(sent: Sent) -> None:
    decision_actions.decide_escalation(
        sent.viewer,
        sent.record,
        on=sent.on,
        decision=sent.form.text("decision"),
        option_id=sent.form.text("option"),
        is_yes=sent.form.choice("yes", YES_OR_NO),
    )


VERBS: Mapping[str, Deed] = {
    "up": lambda sent: decision_actions.move_up(
        sent.viewer, sent.record, tried=sent.form.text("tried")
    ),
    "option": add_typed_option,
    "decide": _decide,
    "withdraw": lambda sent: decision_actions.withdraw(
        sent.viewer, sent.record, on=sent.on, why=sent.form.text("why")
    ),
}


def _about(request: HttpRequest, _: Escalations) -> dict[str, object]:
    """Return the need that a question to be raised is about."""
    asked = request.GET.get("need", "") or request.POST.get("need", "")
    need = needs_visible_to(present_viewer()).filter(pk=asked).first() if asked else None
    return {"need": need}


ESCALATIONS = page(
    ("escalations/", "escalations"),
    Ability.SEE_OWN,
    escalations_page,
    "escalations/escalations.html",
    more=_about,
)


@at("escalations/raise/", "escalation-raise", Ability.SEE_OWN)
@verb(partial(ESCALATIONS.again, verb="raise"), to("escalations"))
def raise_question(sent: Sent) -> str:
    """Take a question to whoever can decide it, and open it."""
    form, need_id = sent.form, sent.form.text("need")
    need = needs_visible_to(sent.viewer).filter(pk=need_id).first() if need_id else None
    if need_id and need is None:
        raise NotThere(what=say("need"), id=need_id)
    options = ((form.text(f"option{one}"), form.text(f"then{one}")) for one in PLACES)
    raised = decision_actions.raise_escalation(
        sent.viewer,
        customer_id=need.customer_id if need else form.text("customer"),
        question=form.text("question"),
        due_on=form.day("due"),
        on=sent.on,
        tried=form.text("tried"),
        need=need,
        options=[(option, then) for option, then in options if option],
    )
    return reverse("escalation", args=[raised.id])


ESCALATION = page(
    ("escalations/<escalation:escalation_id>/", "escalation"),
    Ability.SEE_OWN,
    question_page,
    "escalations/escalation.html",
)
do_with_escalation = at(
    "escalations/<escalation:escalation_id>/do/<slug:verb>/", "escalation-do", Ability.SEE_OWN
)(verb(ESCALATION.again, to("escalation", "escalation_id"))(one_of(VERBS)))


@at("decisions/<decision:decision_id>/tell-back/", "tell-back", Ability.SEE_OWN)
@verb(ESCALATIONS.again, to("escalations"))
def tell_answer_back(sent: Sent) -> str | None:
    """Say that those who asked were told what was decided."""
    decision, back = sent.record, sent.form.text("back")
    told_to = sent.form.text("told_to").split(",")
    decision_actions.tell_back(sent.viewer, decision, on=sent.on, told_to=told_to)
    if back == "need" and decision.need_id:
        return reverse("need", args=[decision.need_id])
    if back == "escalation" and decision.escalation_id:
        return reverse("escalation", args=[decision.escalation_id])
    return None

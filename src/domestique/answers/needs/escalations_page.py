"""Escalations: what waits for a decision in which forum, and what was decided and not told back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.needs.escalations import escalations_page, question_page
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.relations.needs.decision_actions import (
    decide_escalation,
    move_up,
    raise_escalation,
    tell_back,
    withdraw,
)
from domestique.relations.needs.errors import NotThere
from domestique.relations.queries import (
    needs_visible_to,
)
from domestique.web.asking import shown, today
from domestique.web.options import add_typed_option
from domestique.web.pages import loaded
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, to, verb

YES_OR_NO = {"yes": True, "no": False}
PLACES = ("1", "2", "3")


def _decide(sent: Sent) -> None:
    decide_escalation(
        sent.viewer,
        sent.record,
        on=sent.on,
        decision=sent.form.text("decision"),
        option_id=sent.form.text("option"),
        is_yes=sent.form.choice("yes", YES_OR_NO),
    )


VERBS: Mapping[str, Deed] = {
    "up": lambda sent: move_up(sent.viewer, sent.record, tried=sent.form.text("tried")),
    "option": add_typed_option,
    "decide": _decide,
    "withdraw": lambda sent: withdraw(
        sent.viewer, sent.record, on=sent.on, why=sent.form.text("why")
    ),
}


@at("escalations/", "escalations", Ability.SEE_OWN)
@require_safe
def show_escalations(request: HttpRequest) -> HttpResponse:
    """Show the questions that wait, by forum, and the answers nobody was told."""
    return _shown(request)


def _shown(request: HttpRequest, verb: str = "", refusal: Refusal | None = None) -> HttpResponse:
    viewer, asked = present_viewer(), request.GET.get("need", "") or request.POST.get("need", "")
    need = needs_visible_to(viewer).filter(pk=asked).first() if asked else None
    return shown(
        request,
        "escalations/escalations.html",
        refusal,
        page=escalations_page(viewer, today()),
        need=need,
        verb=verb or ("raise" if need else ""),
        typed=request.POST,
        places=PLACES,
    )


@at("escalations/raise/", "escalation-raise", Ability.SEE_OWN)
@verb(partial(_shown, verb="raise"), to("escalations"))
def raise_question(sent: Sent) -> str:
    """Take a question to whoever can decide it, and open it."""
    form, need_id = sent.form, sent.form.text("need")
    need = needs_visible_to(sent.viewer).filter(pk=need_id).first() if need_id else None
    if need_id and need is None:
        raise NotThere(what=say("need"), id=need_id)
    options = ((form.text(f"option{one}"), form.text(f"then{one}")) for one in PLACES)
    raised = raise_escalation(
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


@at("escalations/<escalation:escalation_id>/", "escalation", Ability.SEE_OWN)
@require_safe
def show_escalation(request: HttpRequest, escalation_id: str) -> HttpResponse:
    """Show one question with its options, and who decides it where it lies."""
    return _one(request, escalation_id)


def _one(
    request: HttpRequest, escalation_id: str, verb: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    page = loaded(request, question_page, escalation_id)
    sent = {verb: request.POST} if verb else {}
    return shown(request, "escalations/escalation.html", refusal, page=page, verb=verb, sent=sent)


do_with_escalation = at(
    "escalations/<escalation:escalation_id>/do/<slug:verb>/", "escalation-do", Ability.SEE_OWN
)(verb(_one, to("escalation", "escalation_id"))(one_of(VERBS)))


def _untold(request: HttpRequest, decision_id: str, refusal: Refusal | None = None) -> HttpResponse:  # noqa: ARG001 - the page shows every answer
    return _shown(request, "told", refusal)


@at("decisions/<decision:decision_id>/tell-back/", "tell-back", Ability.SEE_OWN)
@verb(_untold, to("escalations"))
def tell_answer_back(sent: Sent) -> str | None:
    """Say that those who asked were told what was decided."""
    decision, back = sent.record, sent.form.text("back")
    told_to = sent.form.text("told_to").split(",")
    tell_back(sent.viewer, decision, on=sent.on, told_to=told_to)
    if back == "need" and decision.need_id:
        return reverse("need", args=[decision.need_id])
    if back == "escalation" and decision.escalation_id:
        return reverse("escalation", args=[decision.escalation_id])
    return None

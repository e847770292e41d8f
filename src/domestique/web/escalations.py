"""Escalations: what waits for a decision in which forum, and what was decided and not told back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.escalations import escalations_page, question_page
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import amount_of
from domestique.records.viewer import Viewer
from domestique.relations.decision_actions import (
    decide_escalation,
    move_up,
    raise_escalation,
    tell_back,
    withdraw,
)
from domestique.relations.models import Escalation
from domestique.relations.need_actions import add_option
from domestique.relations.need_errors import NotThere
from domestique.relations.queries import (
    decisions_visible_to,
    escalations_visible_to,
    needs_visible_to,
)
from domestique.web.asking import NothingHere, today
from domestique.web.sending import as_seen, day_in, day_of_viewer, sent

Verb = Callable[[Viewer, Escalation, QueryDict, date], object]
YES_OR_NO = {"yes": True, "no": False}
PLACES = ("1", "2", "3")


def _option(viewer: Viewer, question: Escalation, typed: QueryDict, day: date) -> object:
    return add_option(
        viewer,
        question,
        typed.get("option", ""),
        on=day,
        consequence=typed.get("consequence", ""),
        one_time_cost=amount_of(typed.get("one_time_cost", "")),
        yearly_cost=amount_of(typed.get("yearly_cost", "")),
    )


def _decide(viewer: Viewer, question: Escalation, typed: QueryDict, day: date) -> object:
    return decide_escalation(
        viewer,
        question,
        on=day,
        decision=typed.get("decision", ""),
        option_id=typed.get("option", ""),
        is_yes=YES_OR_NO.get(typed.get("yes", "")),
    )


VERBS: Mapping[str, Verb] = {
    "up": lambda viewer, one, typed, day: move_up(
        viewer, one, on=day, tried=typed.get("tried", "")
    ),
    "option": _option,
    "decide": _decide,
    "withdraw": lambda viewer, one, typed, day: withdraw(
        viewer, one, on=day, why=typed.get("why", "")
    ),
}


@require_safe
def show_escalations(request: HttpRequest) -> HttpResponse:
    """Show the questions that wait, by forum, and the answers nobody was told."""
    return _shown(request)


def raise_question(request: HttpRequest) -> HttpResponse:
    """Take a question to whoever can decide it, and open it."""
    if request.method != "POST":
        return redirect("escalations")
    viewer, typed = present_viewer(), request.POST

    def do() -> HttpResponse:
        need_id = typed.get("need", "")
        need = needs_visible_to(viewer).filter(pk=need_id).first() if need_id else None
        if need_id and need is None:
            raise NotThere(what=say("need"), id=need_id)
        written = ((typed.get(f"option{one}", ""), typed.get(f"then{one}", "")) for one in PLACES)
        raised = raise_escalation(
            viewer,
            customer_id=need.customer_id if need else typed.get("customer", ""),
            question=typed.get("question", ""),
            due_on=day_in(typed.get("due", "")),
            on=day_of_viewer(),
            tried=typed.get("tried", ""),
            need=need,
            options=[(option.strip(), then.strip()) for option, then in written if option.strip()],
        )
        return redirect("escalation", raised.id)

    return sent(do, lambda refusal, status: _shown(request, "raise", refusal, status))


def _shown(
    request: HttpRequest, verb: str = "", refusal: Sentence | None = None, status: int = 200
) -> HttpResponse:
    asked = request.GET.get("need", "") or request.POST.get("need", "")
    need = needs_visible_to(present_viewer()).filter(pk=asked).first() if asked else None
    context = {
        "page": escalations_page(present_viewer(), today()),
        "need": need,
        "verb": verb or ("raise" if need else ""),
        "refusal": refusal,
        "typed": request.POST,
        "places": PLACES,
    }
    return render(request, "escalations/escalations.html", context, status=status)


@require_safe
def show_escalation(request: HttpRequest, escalation_id: str) -> HttpResponse:
    """Show one question with its options, and who decides it where it lies."""
    return _one(request, escalation_id)


def do_with_escalation(request: HttpRequest, escalation_id: str, verb: str) -> HttpResponse:
    """Do something with a question: move it up, add an option, decide it, withdraw it."""
    viewer = present_viewer()
    found = escalations_visible_to(viewer).select_related("need").filter(pk=escalation_id).first()
    if found is None or verb not in VERBS:
        raise NothingHere(say("There is no escalation %(id)s.", id=escalation_id))
    if request.method != "POST":
        return redirect("escalation", escalation_id)
    typed = request.POST

    def do() -> HttpResponse:
        VERBS[verb](viewer, as_seen(found, typed), typed, day_of_viewer())
        return redirect("escalation", escalation_id)

    return sent(do, lambda refusal, status: _one(request, escalation_id, verb, refusal, status))


def _one(
    request: HttpRequest,
    escalation_id: str,
    verb: str = "",
    refusal: Sentence | None = None,
    status: int = 200,
) -> HttpResponse:
    page = question_page(present_viewer(), escalation_id, today())
    if page is None:
        raise NothingHere(say("There is no escalation %(id)s.", id=escalation_id))
    context = {
        "page": page,
        "verb": verb,
        "refusal": refusal,
        "sent": {verb: request.POST} if verb else {},
    }
    return render(request, "escalations/escalation.html", context, status=status)


def tell_answer_back(request: HttpRequest, decision_id: str) -> HttpResponse:
    """Say that those who asked were told what was decided."""
    viewer = present_viewer()
    decision = decisions_visible_to(viewer).filter(pk=decision_id).first()
    if decision is None:
        raise NothingHere(say("There is no decision %(id)s.", id=decision_id))
    if request.method != "POST":
        return redirect("escalations")
    typed = request.POST

    def do() -> HttpResponse:
        tell_back(
            viewer,
            as_seen(decision, typed),
            on=day_of_viewer(),
            told_to=typed.get("told_to", "").split(","),
        )
        if typed.get("back") == "need" and decision.need_id:
            return redirect("need", decision.need_id)
        if typed.get("back") == "escalation" and decision.escalation_id:
            return redirect("escalation", decision.escalation_id)
        return redirect("escalations")

    return sent(do, lambda refusal, status: _shown(request, "told", refusal, status))

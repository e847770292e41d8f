"""Complaints: listed, received, and taken step by step to their end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.overview.complaints import ComplaintLine, complaint_line, complaints_page
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.portfolio.queries import service_names
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.history import changes_of
from domestique.records.viewer import Viewer
from domestique.relations.decision_actions import raise_escalation
from domestique.satisfaction import complaint_actions as verbs
from domestique.satisfaction.models import Complaint
from domestique.web.asking import NothingHere, today
from domestique.web.sending import day_in
from domestique.web.typed import chosen_in, text_in, version_in


@require_http_methods(["GET", "HEAD", "POST"])
def list_complaints(request: HttpRequest) -> HttpResponse:
    """Show the complaints, or receive another."""
    viewer = present_viewer()
    if request.method != "POST":
        return _list(request, viewer)
    typed = request.POST
    try:
        received = verbs.receive(
            viewer,
            typed.get("customer", ""),
            _day(viewer),
            complaint=text_in(typed, "complaint"),
            person=text_in(typed, "person"),
            services=chosen_in(typed, "services", service_names(viewer)),
        )
    except Refusal as refusal:
        return _list(request, viewer, refusal)
    return redirect("complaint", received.id)


@require_http_methods(["GET", "HEAD", "POST"])
def show_complaint(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """Show one complaint, or take its next step."""
    viewer = present_viewer()
    line = _line(viewer, complaint_id)
    refused: Sentence | None = None
    if request.method == "POST":
        take = STEPS.get(request.POST.get("do", ""))
        try:
            if take:
                take(viewer, line, _day(viewer), request.POST)
        except Refusal as refusal:
            refused = refusal.sentence
        else:
            return redirect("complaint", complaint_id)
    context = {
        "line": line,
        "refusal": refused,
        "typed": request.POST,
        "changes": changes_of(Complaint, {"id": complaint_id}),
    }
    return render(request, "complaints/complaint.html", context, status=400 if refused else 200)


def _acknowledge(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:
    verbs.acknowledge(viewer, line.complaint.id, version_in(typed), day)


def _explain(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:  # noqa: ARG001 - as all steps
    verbs.explain(viewer, line.complaint.id, version_in(typed), text_in(typed, "cause"))


def _answer(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:
    verbs.answer(viewer, line.complaint.id, version_in(typed), day, text_in(typed, "answer"))


def _satisfied(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:  # noqa: ARG001 - as all steps
    verbs.judge(viewer, line.complaint.id, version_in(typed), is_satisfied=True)


def _not_satisfied(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:  # noqa: ARG001 - as all steps
    verbs.judge(viewer, line.complaint.id, version_in(typed), is_satisfied=False)


def _close(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:
    is_escalated = line.escalation is not None
    verbs.close(viewer, line.complaint.id, version_in(typed), day, is_escalated=is_escalated)


def _escalate(viewer: Viewer, line: ComplaintLine, day: date, typed: QueryDict) -> None:
    one = line.complaint
    raise_escalation(
        viewer,
        customer_id=one.customer_id,
        question=text_in(typed, "question"),
        due_on=day_in(typed.get("due", "")),
        on=day,
        tried=one.answer,
        complaint=one.id,
        services=one.services,
    )


STEPS: Mapping[str, Callable[[Viewer, ComplaintLine, date, QueryDict], None]] = {
    "acknowledge": _acknowledge,
    "explain": _explain,
    "answer": _answer,
    "satisfied": _satisfied,
    "not-satisfied": _not_satisfied,
    "escalate": _escalate,
    "close": _close,
}


def _line(viewer: Viewer, complaint_id: str) -> ComplaintLine:
    line = complaint_line(viewer, complaint_id, today())
    if line is None:
        raise NothingHere(say("There is no complaint %(id)s.", id=complaint_id))
    return line


def _day(viewer: Viewer) -> date:
    return today_of(organisation_of(viewer), today())


def _list(request: HttpRequest, viewer: Viewer, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "page": complaints_page(viewer, today()),
        "customers": [(one.id, one.name) for one in customers_visible_to(viewer)],
        "services": sorted(service_names(viewer).items(), key=lambda one: one[1].casefold()),
        "typed": request.POST or request.GET,
        "ticked": request.POST.getlist("services"),
        "refusal": refusal.sentence if refusal else None,
    }
    return render(request, "complaints/complaints.html", context, status=400 if refusal else 200)

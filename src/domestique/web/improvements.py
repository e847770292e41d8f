"""The register of improvements: listed, raised, split, finished, and asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.improvement import improvement_actions as verbs
from domestique.improvement.improvement_actions import Idea
from domestique.improvement.models import Improvement
from domestique.overview.improvements import (
    STATE_CHIPS,
    ImprovementLine,
    improvement_line,
    improvements_page,
)
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.portfolio.queries import service_names, services_to_choose
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.history import changes_of
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, today
from domestique.web.typed import chosen_in, text_in, version_in, whole_in

FELT = {"felt": True, "not-felt": False, "not-asked": None}


@require_http_methods(["GET", "HEAD", "POST"])
def list_improvements(request: HttpRequest) -> HttpResponse:
    """Show the register, or raise another improvement."""
    viewer = present_viewer()
    refused: Sentence | None = None
    if request.method == "POST":
        try:
            raised = verbs.raise_improvement(viewer, _day(viewer), _idea(viewer, request.POST))
        except Refusal as refusal:
            refused = refusal.sentence
        else:
            return redirect("improvement", raised.id)
    context = _choices(viewer, request) | {
        "page": improvements_page(viewer, today()),
        "refusal": refused,
    }
    return render(
        request, "improvements/improvements.html", context, status=400 if refused else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def show_improvement(request: HttpRequest, improvement_id: str) -> HttpResponse:
    """Show one improvement, or do something with it."""
    viewer = present_viewer()
    line = _line(viewer, improvement_id)
    refused: Sentence | None = None
    if request.method == "POST":
        do = DEEDS.get(request.POST.get("do", ""))
        try:
            if do:
                do(viewer, line.improvement.id, _day(viewer), request.POST)
        except Refusal as refusal:
            refused = refusal.sentence
        else:
            return redirect("improvement", improvement_id)
    context = _choices(viewer, request) | {
        "line": line,
        "refusal": refused,
        "changes": changes_of(Improvement, {"id": improvement_id}),
        "states": [(state.value, chip.text) for state, chip in STATE_CHIPS.items()],
    }
    return render(request, "improvements/improvement.html", context, status=400 if refused else 200)


def _change(viewer: Viewer, id_: str, day: date, typed: QueryDict) -> None:  # noqa: ARG001 - as all deeds
    verbs.change_improvement(viewer, id_, version_in(typed), _idea(viewer, typed))


def _move_on(viewer: Viewer, id_: str, day: date, typed: QueryDict) -> None:
    state, after = text_in(typed, "state"), text_in(typed, "after")
    verbs.move_on(viewer, id_, version_in(typed), day, state=state, after=after)


def _split(viewer: Viewer, id_: str, day: date, typed: QueryDict) -> None:
    parts = verbs.read_parts(text_in(typed, "parts"))
    verbs.split(viewer, id_, version_in(typed), day, parts)


def _felt(viewer: Viewer, id_: str, day: date, typed: QueryDict) -> None:  # noqa: ARG001 - as all deeds
    is_felt = FELT.get(text_in(typed, "felt"))
    customer = text_in(typed, "customer")
    verbs.tell_felt(viewer, id_, version_in(typed), customer=customer, is_felt=is_felt)


DEEDS: Mapping[str, Callable[[Viewer, str, date, QueryDict], None]] = {
    "change": _change,
    "move-on": _move_on,
    "split": _split,
    "felt": _felt,
}


def _idea(viewer: Viewer, typed: QueryDict) -> Idea:
    return Idea(
        title=text_in(typed, "title"),
        customers=chosen_in(
            typed, "customers", customers_visible_to(viewer).values_list("id", flat=True)
        ),
        services=chosen_in(typed, "services", service_names(viewer)),
        value=text_in(typed, "value"),
        problem=text_in(typed, "problem"),
        weeks=whole_in(typed, "weeks"),
        owner=text_in(typed, "owner"),
        measure=text_in(typed, "measure"),
        before=text_in(typed, "before"),
        target=text_in(typed, "target"),
    )


def _line(viewer: Viewer, improvement_id: str) -> ImprovementLine:
    line = improvement_line(viewer, improvement_id)
    if line is None:
        raise NothingHere(say("There is no improvement %(id)s.", id=improvement_id))
    return line


def _day(viewer: Viewer) -> date:
    return today_of(organisation_of(viewer), today())


def _choices(viewer: Viewer, request: HttpRequest) -> dict[str, object]:
    typed = request.POST or request.GET
    return {
        "all_customers": [(one.id, one.name) for one in customers_visible_to(viewer)],
        "all_services": services_to_choose(viewer),
        "typed": typed,
        "ticked": [*typed.getlist("customers"), *typed.getlist("services")],
    }

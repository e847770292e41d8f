"""The register of what customers turn to instead: listed, noted, and written on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.overview.alternatives import STATE_CHIPS, AlternativeLine, alternatives_page
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.portfolio.queries import service_names
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.quantities.written_number import amount_of
from domestique.records.history import changes_of
from domestique.records.viewer import Viewer
from domestique.satisfaction.actions import Elsewhere, change_alternative, note_alternative
from domestique.satisfaction.models import Alternative
from domestique.web.asking import NothingHere, today
from domestique.web.typed import chosen_in, text_in, version_in


@require_http_methods(["GET", "HEAD", "POST"])
def list_alternatives(request: HttpRequest) -> HttpResponse:
    """Show the register, or note another alternative."""
    viewer = present_viewer()
    if request.method != "POST":
        return _list(request, viewer)
    day = today_of(organisation_of(viewer), today())
    try:
        told = _told(viewer, request.POST)
        noted = note_alternative(viewer, request.POST.get("customer", ""), day, told)
    except Refusal as refusal:
        return _list(request, viewer, refusal)
    return redirect("alternative", noted.id)


@require_http_methods(["GET", "HEAD", "POST"])
def show_alternative(request: HttpRequest, alternative_id: str) -> HttpResponse:
    """Show one alternative with everything heard of it, or write down what became of it."""
    viewer = present_viewer()
    line = _line(viewer, alternative_id)
    refused = None
    if request.method == "POST":
        try:
            told = _told(viewer, request.POST)
            change_alternative(viewer, alternative_id, version_in(request.POST), told)
        except Refusal as refusal:
            refused = refusal.sentence
        else:
            return redirect("alternative", alternative_id)
    context = _choices(viewer, request) | {
        "line": line,
        "refusal": refused,
        "changes": changes_of(Alternative, {"id": alternative_id}),
        "currency": organisation_of(viewer).currency,
    }
    return render(request, "alternatives/alternative.html", context, status=400 if refused else 200)


def _line(viewer: Viewer, alternative_id: str) -> AlternativeLine:
    page = alternatives_page(viewer, today())
    for line in (*page.active, *page.dropped):
        if line.alternative.id == alternative_id:
            return line
    raise NothingHere(say("There is no alternative %(id)s.", id=alternative_id))


def _told(viewer: Viewer, typed: QueryDict) -> Elsewhere:
    return Elsewhere(
        chosen_in(typed, "services", service_names(viewer)),
        text_in(typed, "alternative"),
        text_in(typed, "state"),
        text_in(typed, "reason"),
        text_in(typed, "would_turn"),
        amount_of(typed.get("at_stake", "")),
        text_in(typed, "learned"),
    )


def _choices(viewer: Viewer, request: HttpRequest) -> dict[str, object]:
    return {
        "customers": [(one.id, one.name) for one in customers_visible_to(viewer)],
        "services": sorted(service_names(viewer).items(), key=lambda one: one[1].casefold()),
        "states": [(state.value, chip.text) for state, chip in STATE_CHIPS.items()],
        "typed": request.POST or request.GET,
        "ticked": request.POST.getlist("services"),
    }


def _list(request: HttpRequest, viewer: Viewer, refusal: Refusal | None = None) -> HttpResponse:
    context = _choices(viewer, request) | {
        "page": alternatives_page(viewer, today()),
        "refusal": refusal.sentence if refusal else None,
    }
    return render(
        request, "alternatives/alternatives.html", context, status=400 if refusal else 200
    )

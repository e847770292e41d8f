"""The register of what customers turn to instead: listed, noted, and written on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from domestique.access.viewers import present_viewer
from domestique.answers.feelings.alternatives import STATE_CHIPS, AlternativeLine, alternatives_page
from domestique.parties.queries import customers_visible_to, organisation_of
from domestique.portfolio.queries import service_names
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.history import changes_of
from domestique.records.viewer import Viewer
from domestique.satisfaction.actions import Elsewhere, change_alternative, note_alternative
from domestique.satisfaction.models import Alternative
from domestique.web.asking import NothingHere, shown, today
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb


def _list(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    viewer = present_viewer()
    context = _choices(viewer, request) | {"page": alternatives_page(viewer, today())}
    return shown(request, "alternatives/alternatives.html", refusal, **context)


@at("alternatives/", "alternatives", Ability.SEE_PICTURE)
@verb(_list)
def list_alternatives(sent: Sent) -> str:
    """Note an alternative, and open it."""
    told = _told(sent)
    noted = note_alternative(sent.viewer, sent.form.text("customer"), sent.on, told)
    return reverse("alternative", args=[noted.id])


def _one(request: HttpRequest, alternative_id: str, refusal: Refusal | None = None) -> HttpResponse:
    viewer = present_viewer()
    context = _choices(viewer, request) | {
        "line": _line(viewer, alternative_id),
        "changes": changes_of(Alternative, {"id": alternative_id}),
        "currency": organisation_of(viewer).currency,
    }
    return shown(request, "alternatives/alternative.html", refusal, **context)


@at("alternatives/<alternative:alternative_id>/", "alternative", Ability.SEE_PICTURE)
@verb(_one)
def show_alternative(sent: Sent) -> None:
    """Write down what became of an alternative."""
    change_alternative(sent.viewer, sent.id, sent.form.seen, _told(sent))


def _line(viewer: Viewer, alternative_id: str) -> AlternativeLine:
    page = alternatives_page(viewer, today())
    for line in (*page.active, *page.dropped):
        if line.alternative.id == alternative_id:
            return line
    raise NothingHere(say("There is no alternative %(id)s.", id=alternative_id))


def _told(sent: Sent) -> Elsewhere:
    form = sent.form
    return Elsewhere(
        form.ticked("services", service_names(sent.viewer)),
        form.text("alternative"),
        form.text("state"),
        form.text("reason"),
        form.text("would_turn"),
        form.amount("at_stake"),
        form.text("learned"),
    )


def _choices(viewer: Viewer, request: HttpRequest) -> dict[str, object]:
    return {
        "customers": [(one.id, one.name) for one in customers_visible_to(viewer)],
        "services": sorted(service_names(viewer).items(), key=lambda one: one[1].casefold()),
        "states": [(state.value, chip.text) for state, chip in STATE_CHIPS.items()],
        "typed": request.POST or request.GET,
        "ticked": request.POST.getlist("services"),
    }

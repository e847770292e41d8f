"""In which order everything comes back."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.restoration.gantt import draw_gantt
from domestique.answers.restoration.restoration import (
    MOST_BARS,
    choosable_services,
    exercise,
    largest_loss,
)
from domestique.answers.restoration.season import SeasonNotKnown, seasons
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.asking import MOST_CREWS, asked_number, shown
from domestique.web.form import NumberNotUnderstood, whole_number
from domestique.web.paging import page_of
from domestique.web.routes import at

USUAL_CREWS = 4
WRONG: dict[type[Refusal], str] = {NumberNotUnderstood: "crews", SeasonNotKnown: "during"}
"""Which field a refusal is about, where it is not what is lost."""


@dataclass(frozen=True, slots=True)
class AskedLoss:
    """What a reader says is lost: ids, those of them typed by hand, the crews as typed, and during what."""

    lost: tuple[str, ...]
    other: str
    typed_crews: str
    during: str = ""

    @property
    def crews(self) -> int | None:
        """How many crews there are, ``None`` for as many as can be used; raises ``NumberNotUnderstood``."""
        return whole_number(self.typed_crews, 1, MOST_CREWS) if self.typed_crews else None


def asked_loss(request: HttpRequest, viewer: Viewer) -> AskedLoss:
    """Read what is lost from an address; without anything, the loss that takes most with it."""
    typed = request.GET.get("crews", "" if "lost" in request.GET else str(USUAL_CREWS)).strip()
    chosen = [id_ for id_ in request.GET.getlist("lost") if id_.strip()]
    others = " ".join(request.GET.getlist("other")).split()
    lost = tuple(dict.fromkeys([*chosen, *others]))
    if not lost:
        largest = largest_loss(viewer)
        lost = (largest,) if largest else ()
    return AskedLoss(lost, " ".join(others), typed, request.GET.get("during", "").strip())


@at("restoration/", "restoration", Ability.SEE_SERVICES)
@require_safe
def show_restoration(request: HttpRequest) -> HttpResponse:
    """Show the way back after a loss, for so many crews; an empty number is as many as can be used."""
    viewer = present_viewer()
    asked = asked_loss(request, viewer)
    context: dict[str, object] = {
        "choosable": choosable_services(viewer),
        "chosen": asked.lost,
        "typed": asked.typed_crews,
        "other": asked.other,
        "seasons": seasons(viewer),
        "during": asked.during,
    }
    if not asked.lost:
        return render(request, "restoration/restoration.html", context)
    try:
        page = exercise(viewer, asked.lost, asked.crews, asked.during)
        steps = page_of(request, page.bars, asked_number(request, "page", 1))
    except Refusal as refusal:
        context["wrong"] = WRONG.get(type(refusal), "lost")
        return shown(request, "restoration/restoration.html", refusal, **context)
    context |= {"page": page, "steps": steps, "gantt": draw_gantt(page.bars, MOST_BARS)}
    return render(request, "restoration/restoration.html", context)

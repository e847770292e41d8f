"""In which order everything comes back: the page, the exercise and the run sheet of one loss."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.restoration.gantt import draw_gantt
from domestique.answers.restoration.restoration import (
    MOST_BARS,
    choosable_services,
    exercise,
    largest_loss,
)
from domestique.answers.restoration.run_sheet import run_sheet
from domestique.answers.restoration.run_sheet_paper import run_sheet_pdf
from domestique.answers.restoration.season import SeasonNotKnown, seasons
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.asking import MOST_CREWS, shown, today, understood
from domestique.web.form import NumberNotUnderstood, whole_number
from domestique.web.pages import printed
from domestique.web.paging import page_of
from domestique.web.routes import at

USUAL_CREWS = 4
MOST_STEPS = 500
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
        return shown(request, "restoration/restoration.html", **context)
    try:
        page = exercise(viewer, asked.lost, asked.crews, asked.during)
        steps = page_of(request, page.bars)
    except Refusal as refusal:
        context["wrong"] = WRONG.get(type(refusal), "lost")
        return shown(request, "restoration/restoration.html", refusal, **context)
    context |= {"page": page, "steps": steps, "gantt": draw_gantt(page.bars, MOST_BARS)}
    return shown(request, "restoration/restoration.html", **context)


@at("restoration/exercise/", "exercise", Ability.SEE_SERVICES)
@require_safe
def show_exercise(request: HttpRequest) -> HttpResponse:
    """Show a loss played through with a clock: every step is ticked when it is back, and the page is the log.

    What cannot be played through is said on the restoration page, here as for the run sheet.
    """
    viewer = present_viewer()
    asked = asked_loss(request, viewer)
    page, _ = understood(lambda: exercise(viewer, asked.lost, asked.crews, asked.during), None)
    if page is None or not page.bars:
        return _to_restoration(request)
    return shown(
        request,
        "restoration/exercise.html",
        page=page,
        steps=page.bars[:MOST_STEPS],
        more=max(0, len(page.bars) - MOST_STEPS),
        key="|".join([*page.lost, str(page.crews or ""), asked.during]),
    )


@at("restoration/run-sheet.pdf", "run-sheet", Ability.SEE_SERVICES)
@require_safe
def print_run_sheet(request: HttpRequest) -> HttpResponse:
    """Answer with the run sheet, to print while the system is still up."""
    viewer = present_viewer()
    asked = asked_loss(request, viewer)
    sheet, _ = understood(
        lambda: run_sheet(viewer, asked.lost, asked.crews, today(), during=asked.during), None
    )
    if sheet is None or not asked.lost:
        return _to_restoration(request)
    return printed(run_sheet_pdf(sheet), f"run-sheet-{'-'.join(asked.lost)}")


def _to_restoration(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('restoration')}?{request.GET.urlencode()}")

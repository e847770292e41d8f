"""A loss played through with a clock: every step is ticked when it is back, and the page is the log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.restoration.restoration import exercise
from domestique.answers.restoration.restoration_page import asked_loss
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.web.routes import at

MOST_STEPS = 500


@at("restoration/exercise/", "exercise", Ability.SEE_SERVICES)
@require_safe
def show_exercise(request: HttpRequest) -> HttpResponse:
    """Show the steps of a way back; what cannot be played through is said on the restoration page."""
    viewer = present_viewer()
    asked = asked_loss(request, viewer)
    try:
        page = exercise(viewer, asked.lost, asked.crews, asked.during) if asked.lost else None
    except Refusal:
        page = None
    if page is None or not page.bars:
        return redirect(f"{reverse('restoration')}?{request.GET.urlencode()}")
    context = {
        "page": page,
        "steps": page.bars[:MOST_STEPS],
        "more": max(0, len(page.bars) - MOST_STEPS),
        "key": "|".join([*page.lost, str(page.crews or ""), asked.during]),
    }
    return render(request, "restoration/exercise.html", context)

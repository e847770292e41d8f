"""In which order everything comes back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import local_user
from domestique.overview.restoration import (
    MOST_BARS,
    choosable_services,
    exercise,
    largest_loss,
)
from domestique.quantities.errors import Refusal
from domestique.web.asking import MOST_CREWS, NumberNotUnderstood, number_in, refused
from domestique.web.gantt import draw_gantt

USUAL_CREWS = 4


@require_safe
def show_restoration(request: HttpRequest) -> HttpResponse:
    """Show the way back after a loss, for so many crews; an empty number is as many as can be used."""
    viewer = local_user()
    typed = request.GET.get("crews", "" if "lost" in request.GET else str(USUAL_CREWS)).strip()
    lost = [id_ for id_ in request.GET.getlist("lost") if id_.strip()]
    others = " ".join(request.GET.getlist("other")).split()
    lost = list(dict.fromkeys([*lost, *others]))
    largest = None if lost else largest_loss(viewer)
    lost = lost or ([largest] if largest else [])
    context = {"choosable": choosable_services(viewer), "chosen": lost, "typed": typed}
    context["other"] = " ".join(others)
    if not lost:
        return render(request, "restoration/restoration.html", context)
    try:
        crews = number_in(typed, 1, MOST_CREWS) if typed else None
        page = exercise(viewer, lost, crews)
    except Refusal as refusal:
        is_number = isinstance(refusal, NumberNotUnderstood)
        context["wrong"] = "crews" if is_number else "lost"
        return refused(request, "restoration/restoration.html", refusal, **context)
    context |= {"page": page, "gantt": draw_gantt(page.bars, MOST_BARS)}
    return render(request, "restoration/restoration.html", context)

"""The year wheel."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.year.year import year_wheel
from domestique.records.ability import Ability
from domestique.web.asking import today


@permit(Ability.SEE_PICTURE)
@require_safe
def show_year(request: HttpRequest) -> HttpResponse:
    """Show what is done when in the year, and how much of it is due now."""
    wheel = year_wheel(present_viewer(), today())
    return render(request, "year/year.html", {"page": wheel})

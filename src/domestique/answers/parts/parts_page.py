"""The page itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.answers.parts.part_charts import CHARTS
from domestique.answers.parts.part_drawings import DRAWINGS
from domestique.answers.parts.part_figures import FIGURES
from domestique.answers.parts.part_lists import LISTS
from domestique.records.ability import Ability
from domestique.web.routes import at

PARTS = (*FIGURES, *LISTS, *CHARTS, *DRAWINGS)


@at("parts/", "parts", Ability.SEE_RECORDS)
@require_safe
def show_parts(request: HttpRequest) -> HttpResponse:
    """Show every part in every state; it reads no record of the picture."""
    parts = [(part, part.shown_in(request)) for part in PARTS]
    return render(request, "parts_page/parts.html", {"parts": parts})

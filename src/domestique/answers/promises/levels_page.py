"""Agreed against actual, month by month."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.promises.levels import levels_page
from domestique.quantities.errors import Refusal
from domestique.quantities.period import Month
from domestique.records.ability import Ability
from domestique.web.asking import shown, today
from domestique.web.routes import at


@at("levels/", "levels", Ability.SEE_SERVICES)
@require_safe
def show_levels(request: HttpRequest) -> HttpResponse:
    """Show what every service delivered in a month."""
    typed = request.GET.get("month", "").strip()
    refusal = None
    try:
        page = levels_page(present_viewer(), today(), Month.parse(typed) if typed else None)
    except Refusal as refused:
        refusal, page = refused, levels_page(present_viewer(), today())
    typed = typed or str(page.month or "")
    return shown(request, "levels/levels.html", refusal, page=page, typed=typed)

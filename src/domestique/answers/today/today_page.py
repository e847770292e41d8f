"""The page one opens in the morning."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.today.today import today_for
from domestique.findings.queries import findings_counted
from domestique.records.ability import Ability
from domestique.web.asking import today
from domestique.web.routes import at

MOST_ROWS = 40


@at("", "today", Ability.SEE_PICTURE)
@require_safe
def show_today(request: HttpRequest) -> HttpResponse:
    """Show who needs somebody today, or how to begin when nothing is there yet."""
    viewer = present_viewer()
    page = today_for(viewer, today())
    if not page.has_customers and not page.has_services:
        return render(request, "today/empty.html")
    kinds = findings_counted(viewer, today())
    context = {"page": page, "rows": page.rows[:MOST_ROWS], "kinds": kinds, "most": MOST_ROWS}
    context["total_findings"] = sum(kind.count for kind in kinds)
    return render(request, "today/today.html", context)

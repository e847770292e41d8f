"""Pages about services."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.services.service import service_page
from domestique.answers.services.service_list import service_rows, services_found
from domestique.delivery.queries import logged_span
from domestique.findings.grouped import findings_seen_by
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.history import changes_of
from domestique.web.asking import asked_number, shown, today
from domestique.web.pages import loaded
from domestique.web.paging import page_of
from domestique.web.routes import at


@at("services/", "services", Ability.SEE_SERVICES)
@require_safe
def list_services(request: HttpRequest) -> HttpResponse:
    """List the services, fifty a page, those that match a search if there is one."""
    viewer, words = present_viewer(), request.GET.get("q", "").strip()
    try:
        number = asked_number(request, "page", 1)
    except Refusal as refusal:
        return shown(request, "services/services.html", refusal, typed=words)
    page = page_of(request, services_found(viewer, words), number)
    months = logged_span(viewer)
    month = months[0] if months else None
    rows = service_rows(viewer, page.items, month, today())
    context = {"page": page, "rows": rows, "typed": words, "month": month}
    return render(request, "services/services.html", context)


@at("services/<service:service_id>/", "service", Ability.SEE_SERVICES)
@require_safe
def show_service(request: HttpRequest, service_id: str) -> HttpResponse:
    """Show one service: who uses it, how good, how dear, on what it stands."""
    viewer = present_viewer()
    page = loaded(request, service_page, service_id)
    found = findings_seen_by(viewer, today()).about("services", service_id)
    changes = changes_of(type(page.service), {"id": service_id})
    return render(
        request, "services/service.html", {"page": page, "findings": found, "changes": changes}
    )

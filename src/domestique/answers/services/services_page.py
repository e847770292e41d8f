"""Pages about services."""

from django.db.models import QuerySet
from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.answers.services.service import ServicePage, service_page
from domestique.answers.services.service_list import service_rows, services_found
from domestique.delivery.queries import closed_months_of_levels
from domestique.exchange.past import told_changes
from domestique.findings.grouped import findings_seen_by
from domestique.portfolio.models import Service
from domestique.records.ability import Ability
from domestique.web.asking import today
from domestique.web.pages import page
from domestique.web.paging import page_of


def _rows(request: HttpRequest, found: QuerySet[Service]) -> dict[str, object]:
    """Return fifty services of those found, and the month whose levels they show."""
    viewer, page = present_viewer(), page_of(request, found)
    month = next(iter(closed_months_of_levels(viewer, today())), None)
    return {"page": page, "rows": service_rows(viewer, page.items, month, today()), "month": month}


def _beside(_: HttpRequest, shown: ServicePage) -> dict[str, object]:
    """Return what is amiss with a service, and its record's history."""
    return {
        "findings": findings_seen_by(present_viewer(), today()).about("services", shown.service.id),
        "changes": told_changes(Service, {"id": shown.service.id}),
    }


SERVICES = page(
    ("services/", "services"),
    Ability.SEE_SERVICES,
    lambda viewer, _, q: services_found(viewer, q),
    "services/services.html",
    "found",
    asked=("q",),
    more=_rows,
)
SERVICE = page(
    ("services/<service:service_id>/", "service"),
    Ability.SEE_SERVICES,
    service_page,
    "services/service.html",
    more=_beside,
)

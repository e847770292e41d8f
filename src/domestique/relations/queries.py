"""Named reads of needs and of what customers plan."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from domestique.parties.viewer import Viewer
from domestique.relations.models import CustomerActivity, Need


def needs_visible_to(viewer: Viewer) -> QuerySet[Need]:
    """Return the needs of the customers this viewer may see."""
    needs = Need.objects.order_by("id")
    return needs if viewer.customers is None else needs.filter(customer_id__in=viewer.customers)


def activities_visible_to(viewer: Viewer, since: date) -> QuerySet[CustomerActivity]:
    """Return what those customers plan from a day on, the nearest first."""
    activities = CustomerActivity.objects.filter(date__gte=since).order_by("date", "id")
    return (
        activities
        if viewer.customers is None
        else activities.filter(customer_id__in=viewer.customers)
    )

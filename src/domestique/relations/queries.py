"""Named reads of needs and of what customers plan."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from domestique.records.viewer import Viewer
from domestique.records.whose import of_customers
from domestique.relations.models import (
    CustomerActivity,
    Decision,
    Escalation,
    Need,
    NeedStep,
    Requirement,
)


def needs_visible_to(viewer: Viewer) -> QuerySet[Need]:
    """Return the needs of the customers this viewer may see."""
    return of_customers(Need.objects.order_by("id"), viewer.customers)


def activities_visible_to(viewer: Viewer, since: date) -> QuerySet[CustomerActivity]:
    """Return what those customers plan from a day on, the nearest first."""
    activities = CustomerActivity.objects.filter(date__gte=since).order_by("date", "id")
    return of_customers(activities, viewer.customers)


def escalations_visible_to(viewer: Viewer) -> QuerySet[Escalation]:
    """Return the escalations of the customers this viewer may see, the nearest deadline first."""
    return of_customers(Escalation.objects.order_by("due_on", "id"), viewer.customers)


def decisions_visible_to(viewer: Viewer) -> QuerySet[Decision]:
    """Return the decisions about those customers, the newest first."""
    return of_customers(Decision.objects.order_by("-decided_on", "id"), viewer.customers)


def requirements_visible_to(viewer: Viewer) -> QuerySet[Requirement]:
    """Return the requirements of those customers, in each customer's own order."""
    requirements = Requirement.objects.order_by("customer_id", "priority", "id")
    return of_customers(requirements, viewer.customers)


def steps_visible_to(viewer: Viewer) -> QuerySet[NeedStep]:
    """Return the steps the needs of those customers took, the oldest first."""
    steps = NeedStep.objects.order_by("date", "pk")
    return of_customers(steps, viewer.customers, "need__customer_id")

"""Named reads of needs and of what customers plan."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from domestique.records.viewer import Viewer
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


def escalations_visible_to(viewer: Viewer) -> QuerySet[Escalation]:
    """Return the escalations of the customers this viewer may see, the nearest deadline first."""
    escalations = Escalation.objects.order_by("due_on", "id")
    return (
        escalations
        if viewer.customers is None
        else escalations.filter(customer_id__in=viewer.customers)
    )


def decisions_visible_to(viewer: Viewer) -> QuerySet[Decision]:
    """Return the decisions about those customers, the newest first."""
    decisions = Decision.objects.order_by("-decided_on", "id")
    return (
        decisions
        if viewer.customers is None
        else decisions.filter(customer_id__in=viewer.customers)
    )


def requirements_visible_to(viewer: Viewer) -> QuerySet[Requirement]:
    """Return the requirements of those customers, in each customer's own order."""
    requirements = Requirement.objects.order_by("customer_id", "priority", "id")
    return (
        requirements
        if viewer.customers is None
        else requirements.filter(customer_id__in=viewer.customers)
    )


def steps_visible_to(viewer: Viewer) -> QuerySet[NeedStep]:
    """Return the steps the needs of those customers took, the oldest first."""
    steps = NeedStep.objects.order_by("date", "pk")
    return (
        steps if viewer.customers is None else steps.filter(need__customer_id__in=viewer.customers)
    )

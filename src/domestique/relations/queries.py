"""Named reads of needs and of what customers plan."""

from datetime import date

from django.db.models import QuerySet

from domestique.records.viewer import Viewer
from domestique.records.whose import of_customers, visible
from domestique.relations import models

needs_visible_to = visible(models.Need)
"""The needs of the customers this viewer may see."""


def activities_visible_to(viewer: Viewer, since: date) -> QuerySet[models.CustomerActivity]:
    """Return what those customers plan from a day on, the nearest first."""
    activities = models.CustomerActivity.objects.filter(date__gte=since).order_by("date", "id")
    return of_customers(activities, viewer.customers)


escalations_visible_to = visible(models.Escalation)
"""The escalations of the customers this viewer may see, the nearest deadline first."""
decisions_visible_to = visible(models.Decision)
"""The decisions about those customers, the newest first."""


def open_escalations(viewer: Viewer) -> QuerySet[models.Escalation]:
    """Return the escalations that wait for their decision, the nearest deadline first."""
    decided = models.Decision.objects.filter(escalation__isnull=False).values("escalation_id")
    return escalations_visible_to(viewer).filter(withdrawn_on=None).exclude(pk__in=decided)


requirements_visible_to = visible(models.Requirement, "customer_id", "priority", "id")
"""The requirements of those customers, in each customer's own order."""
steps_visible_to = visible(models.NeedStep, "date", "pk")
"""The steps the needs of those customers took, the oldest first."""

"""Named reads of the inbox and of the register."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from domestique.improvement.choices import ImprovementState
from domestique.improvement.models import Improvement, InboxItem
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer


def inbox_visible_to(viewer: Viewer) -> QuerySet[InboxItem]:
    """Return what came in for the customers this viewer may see; what is about no customer is IT's own."""
    items = InboxItem.objects.order_by("received_on", "id")
    if viewer.customers is None:
        return items
    own = Q(customer_id__in=viewer.customers)
    its = viewer.may(Ability.SEE_PICTURE) or viewer.may(Ability.TRIAGE)
    return items.filter(own | Q(customer__isnull=True) if its else own)


def thanks_visible_to(viewer: Viewer) -> QuerySet[Improvement]:
    """Return the improvements that are done, the newest first: those born from what the desk heard are thanked for."""
    return Improvement.objects.filter(state=ImprovementState.DONE).order_by("-done_on", "id")

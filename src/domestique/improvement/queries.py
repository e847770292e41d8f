"""Named reads of the inbox and of the register."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from domestique.improvement.choices import ImprovementState
from domestique.improvement.errors import ImprovementNotThere
from domestique.improvement.models import Improvement, InboxItem
from domestique.improvement.register import Effect
from domestique.quantities.errors import insist
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.records.whose import visible


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


improvements_visible_to = visible(Improvement)
"""The improvements for customers this viewer may see, and those that name none."""


def improvement_visible_to(viewer: Viewer, id_: str) -> Improvement:
    """Return one improvement; refuses ``ImprovementNotThere``."""
    found = improvements_visible_to(viewer).filter(pk=id_).first()
    return insist(found, ImprovementNotThere(id=id_))


def effects_of(improvements: Iterable[Improvement]) -> dict[str, Effect]:
    """Return what the rules look at, by id; one that others are part of is split."""
    every = list(improvements)
    split = {one.part_of_id for one in every if one.part_of_id}
    return {
        one.id: Effect(
            one.state,
            one.weeks,
            one.before,
            one.after,
            tuple(one.customers),
            tuple(one.felt_by),
            tuple(one.not_felt_by),
            is_split=one.id in split,
        )
        for one in every
    }

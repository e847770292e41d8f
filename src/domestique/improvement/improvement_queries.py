"""Named reads of the register of improvements."""

from __future__ import annotations

from collections.abc import Iterable

from domestique.improvement.improvement_errors import ImprovementNotThere
from domestique.improvement.models import Improvement
from domestique.improvement.register import Effect
from domestique.records.viewer import Viewer


def improvements_visible_to(viewer: Viewer) -> list[Improvement]:
    """Return the improvements for customers this viewer may see, and those that name none, in one query."""
    every = Improvement.objects.order_by("id")
    if viewer.customers is None:
        return list(every)
    return [one for one in every if not one.customers or viewer.customers & {*one.customers}]


def improvement_visible_to(viewer: Viewer, id_: str) -> Improvement:
    """Return one improvement; refuses ``ImprovementNotThere``."""
    found = Improvement.objects.filter(pk=id_).first()
    hers = viewer.customers is None or (
        found is not None and (not found.customers or bool(viewer.customers & {*found.customers}))
    )
    if found is None or not hers:
        raise ImprovementNotThere(id=id_)
    return found


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

"""What ids mean that records have had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domestique.records.models import FormerId


@dataclass(frozen=True, slots=True)
class FormerIds:
    """The former ids of a table: which id followed each, and which of them are gone by a merging."""

    followed: Mapping[str, str] = field(default_factory=dict)
    merged: frozenset[str] = frozenset()

    def meaning(self, id_: str) -> str | None:
        """Return the id of the record a former one means today; ``None`` for an id that is none."""
        found = id_
        while found in self.followed:
            found = self.followed[found]
        return None if found == id_ else found


def ids_of_one(former: FormerIds, id_: str) -> set[str]:
    """Return all ids the record of an id has had, itself among them; not those of others merged into it."""
    renamed = {old: new for old, new in former.followed.items() if old not in former.merged}
    found = {id_}
    while more := {
        one for pair in renamed.items() if found & {*pair} for one in pair if one not in found
    }:
        found |= more
    return found


def former_ids() -> dict[str, FormerIds]:
    """Return the former ids of every table that has any, in one query."""
    rows = FormerId.objects.values_list("table", "old", "means", "merging_id")
    followed: dict[str, dict[str, str]] = {}
    merged: dict[str, set[str]] = {}
    for table, old, means, merging in rows:
        followed.setdefault(table, {})[old] = means
        if merging is not None:
            merged.setdefault(table, set()).add(old)
    return {
        table: FormerIds(ids, frozenset(merged.get(table, ()))) for table, ids in followed.items()
    }


def former_ids_of(table: str) -> FormerIds:
    """Return the former ids of one table."""
    return former_ids().get(table, FormerIds())


def ids_that_mean(table: str, id_: str) -> list[FormerId]:
    """Return the old ids that mean a record, the newest first: its own, and those of what was merged into it."""
    former = former_ids_of(table)
    own = [old for old in former.followed if former.meaning(old) == id_]
    rows = FormerId.objects.filter(table=table, old__in=own).select_related("merging")
    return [*rows.order_by("-at", "-id")]

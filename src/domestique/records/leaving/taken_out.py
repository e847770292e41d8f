"""What was taken out, as far as a viewer may see it: by the same rule as if it stood (``records.whose``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from domestique.quantities.gathering import gathered
from domestique.records.act import Kind
from domestique.records.columns import Table
from domestique.records.guard import GuardedStep
from domestique.records.kind import Words
from domestique.records.models import Record, TakenOut
from domestique.records.others import business_of_others
from domestique.records.saving import row_of
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class OutRow:
    """A row that was taken out, and the record as it stood."""

    out: TakenOut
    table: Table
    record: Record

    @property
    def key(self) -> str:
        """The key that names it in addresses; the one row of its table is known by its name."""
        return self.out.key or str(getattr(self.record, "name", self.record.pk))


@dataclass(frozen=True, slots=True)
class AllOut:
    """All rows that are out, as if they stood again, for the question whose business they are."""

    viewer: Viewer
    rows: Mapping[Kind, list[OutRow]]
    why: str = ""
    is_typed: bool = False
    is_load: bool = False

    def steps(self, kind: Kind) -> Iterable[GuardedStep]:
        """Return the rows of a kind that are out."""
        return [GuardedStep(None, row_of(one.record)) for one in self.rows.get(kind, ())]


def taken_out_visible_to(viewer: Viewer, table: str = "") -> list[OutRow]:
    """Return what was taken out, the newest first: of a table, or of all; one query a table, and those that tell whose it is."""
    found = gathered((one.table, one) for one in TakenOut.objects.all())
    rows = {table_named(name).model: _as_they_stood(name, found[name]) for name in found}
    seen = [
        row
        for one in TABLES
        if one.name in found and table in ("", one.name)
        for row in _visible(viewer, one, rows)
    ]
    return sorted(seen, key=lambda row: (row.out.at, row.out.pk), reverse=True)


def row_taken_out(viewer: Viewer, table: Table, exact: Mapping[str, Any]) -> OutRow | None:
    """Return the row with these values that was taken out, or ``None`` if there is none that she may see."""
    return next(
        (
            row
            for row in taken_out_visible_to(viewer, table.name)
            if all(str(getattr(row.record, name)) == str(value) for name, value in exact.items())
        ),
        None,
    )


def _as_they_stood(table: str, out: list[TakenOut]) -> list[OutRow]:
    by_stage = {one.stage: one for one in out}
    found = table_named(table)
    stages = found.model.history.filter(history_id__in=list(by_stage))
    return [OutRow(by_stage[stage.history_id], found, stage.instance) for stage in stages]


def _visible(viewer: Viewer, table: Table, rows: Mapping[Kind, list[OutRow]]) -> list[OutRow]:
    words = table.model.declared.words
    if words is Words.KEEPERS and viewer.abilities is not None:
        return []
    looking = replace(viewer, customers=viewer.heard) if words is Words.HEARD else viewer
    closed = business_of_others(table.model, AllOut(looking, rows))
    of_kind = rows[table.model]
    if closed is None:
        return of_kind
    return [one for one in of_kind if closed.refusal(None, row_of(one.record)) is None]

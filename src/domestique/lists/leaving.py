"""Taking one row out and putting it back, with what refers to it shown first, as far as whoever looks may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domestique.lists.errors import RowNotTakenOut, RowNotThere
from domestique.quantities.errors import Refusal
from domestique.quantities.gathering import gathered
from domestique.records.columns import Table
from domestique.records.leaving.taken_out import OutRow, row_taken_out, taken_out_visible_to
from domestique.records.leaving.taking_out import (
    Leaving,
    Reference,
    put_back_row,
    surroundings_of,
    take_out_row,
)
from domestique.records.models import Record, TakenOut
from domestique.records.saving import changing, insist_it_may_go
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows


@dataclass(frozen=True, slots=True)
class Referring:
    """The rows of one table that refer to a row by one column; ``unseen`` are those the viewer may not see."""

    table: Table
    column: str
    is_bound: bool
    rows: tuple[Record, ...]
    unseen: int

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows) + self.unseen


@dataclass(frozen=True, slots=True)
class Leave:
    """What taking a row out would touch, and why she may not; ``digest`` stands for exactly that."""

    referring: tuple[Referring, ...]
    digest: str
    refusal: Refusal | None

    @property
    def count(self) -> int:
        """How many rows refer to it, or go along."""
        return sum(one.count for one in self.referring)


@dataclass(frozen=True, slots=True)
class OutAct:
    """Rows that were taken out at once: the one that was meant, and those that went along."""

    row: OutRow
    along: tuple[OutRow, ...]


def leave_of(viewer: Viewer, record: Record) -> Leave:
    """Return what taking a row out would touch, and why this viewer may not, if so."""
    found = surroundings_of(record)
    groups = gathered(((one.table, one.column.name, one.is_bound), one) for one in found.every)
    refusal = None
    try:
        insist_it_may_go(record, viewer, "")
    except Refusal as refused:
        refusal = refused
    return Leave(
        tuple(_referring(viewer, place, groups[place]) for place in groups), found.digest, refusal
    )


def _referring(
    viewer: Viewer, place: tuple[Table, str, bool], references: list[Reference]
) -> Referring:
    table, column, is_bound = place
    keys = {one.record.pk for one in references}
    rows = tuple(visible_rows(table, viewer).filter(pk__in=keys).order_by("pk"))
    return Referring(table, column, is_bound, rows, len(keys) - len(rows))


def take_row_out(viewer: Viewer, record: Record, why: str, leaving: Leaving) -> TakenOut:
    """Take a row out; see ``take_out_row``."""
    with changing():
        return take_out_row(record, viewer, why, leaving)


def put_row_back(viewer: Viewer, out: TakenOut, why: str, *, with_all: bool) -> int:
    """Put a row back, and what went along with it; return how many references stay as they have become."""
    with changing():
        return put_back_row(out, viewer, why, with_all=with_all)[1]


def acts_visible_to(viewer: Viewer, table: str = "") -> list[OutAct]:
    """Return what was taken out, the newest first, each with what went along: of a table, or of all."""
    every = taken_out_visible_to(viewer)
    acts = gathered((row.out.act, row) for row in every)
    return [
        OutAct(rows[0], tuple(rows[1:]))
        for rows in acts.values()
        if not table or any(row.out.table == table for row in rows)
    ]


def went_along(viewer: Viewer, out: TakenOut) -> int:
    """Return how many rows went along with one that was taken out; none where it went along itself."""
    act = next(one for one in acts_visible_to(viewer) if one.row.out.act == out.act)
    return len(act.along) if act.row.out == out else 0


def row_standing(viewer: Viewer, table: Table, exact: Mapping[str, object]) -> Record:
    """Return the one row with these values that a viewer may see; refuses ``RowNotThere``."""
    rows = visible_rows(table, viewer).filter(**exact)[:2]
    if len(rows) != 1:
        raise RowNotThere(key=" ".join(map(str, exact.values())), table=table.name)
    return rows[0]


def row_out(viewer: Viewer, table: Table, exact: Mapping[str, object]) -> OutRow:
    """Return the row with these values that was taken out; refuses ``RowNotTakenOut``."""
    found = row_taken_out(viewer, table, exact)
    if found is None:
        raise RowNotTakenOut(key=" ".join(map(str, exact.values())), table=table.name)
    return found

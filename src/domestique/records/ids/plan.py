"""What follows when an id changes or two records become one: which rows move, which meet, which stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from domestique.quantities.errors import Refusal
from domestique.records.columns import Column, Table
from domestique.records.guard import Row
from domestique.records.ids.errors import (
    BothHaveRows,
    CannotBeAdded,
    ClosedMonthsStay,
    ReferToEachOther,
)


class WhereBoth(StrEnum):
    """What becomes of rows of one key that both have."""

    STOP = "stop"
    ADD_UP = "add up"
    KEEP = "keep the survivor's"
    TAKE = "take the other's"


@dataclass(frozen=True, slots=True)
class Following:
    """A row that refers to the old id, as it stands, and the fields it will have instead."""

    table: Table
    row: Row
    after: Row

    @property
    def key(self) -> str:
        """Its key as it stands."""
        return key_of_values(self.table, self.row)


@dataclass(frozen=True, slots=True)
class Met:
    """Two rows of one key: the one that will be gone, the survivor's, and how the survivor's will be."""

    table: Table
    gone: Row
    stays: Row
    how: WhereBoth

    @property
    def key(self) -> str:
        """The key both will have."""
        return key_of_values(self.table, self.stays)

    @property
    def differing(self) -> dict[str, tuple[Any, Any]]:
        """What the two say otherwise, by column: the survivor's, and that of the one that goes."""
        own = (one for one in self.table.columns if one not in self.table.key_columns)
        pairs = {one.name: (self.stays[one.field], self.gone[one.field]) for one in own}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

    @property
    def can_be_added(self) -> bool:
        """Whether an amount may be added up: all else must say the same."""
        added = self._added
        own = {column.field for column in self.table.columns} - {*self._keys} - {*added}
        return bool(added) and all(self.gone[name] == self.stays[name] for name in own)

    @property
    def after(self) -> Row:
        """The fields the survivor's row will have instead."""
        if self.how is WhereBoth.ADD_UP:
            sums = {name: _sum(self.stays[name], self.gone[name]) for name in self._added}
            return {name: value for name, value in sums.items() if value != self.stays[name]}
        if self.how is WhereBoth.TAKE:
            own = {column.field for column in self.table.columns} - {*self._keys}
            return {name: self.gone[name] for name in own if self.gone[name] != self.stays[name]}
        return {}

    @property
    def _added(self) -> list[str]:
        return [self.table.by_name[name].field for name in self.table.model.declared.added]

    @property
    def _keys(self) -> list[str]:
        return [column.field for column in self.table.key_columns]


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if other is None else other if one is None else one + other


@dataclass(frozen=True, slots=True)
class Plan:
    """All that follows when ``old`` becomes ``new``.

    ``own`` is the record itself. ``lapsed`` are rows of a series that go since the survivor has its own. ``closed``
    counts rows by table that are booked in months that are over. ``refer`` are rows between the two.
    """

    table: Table
    old: str
    new: str
    own: Row
    following: tuple[Following, ...]
    met: tuple[Met, ...] = ()
    lapsed: tuple[Following, ...] = ()
    closed: Mapping[str, int] | None = None
    refer: tuple[Following, ...] = ()
    survivor: Row | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many rows follow, by table."""
        return dict(Counter(one.table.name for one in self.following))

    @property
    def met_by_table(self) -> dict[str, list[Met]]:
        """The rows that meet, by table."""
        found: dict[str, list[Met]] = {}
        for one in self.met:
            found.setdefault(one.table.name, []).append(one)
        return found

    @property
    def not_taken_over(self) -> dict[str, tuple[Any, Any]]:
        """What the gone record says that the survivor does not say, by column: the survivor's stays as it is."""
        if self.survivor is None:
            return {}
        values = {
            column.name: (self.survivor[column.field], self.own[column.field])
            for column in self.table.columns
            if column not in self.table.key_columns
        }
        return {
            name: pair
            for name, pair in values.items()
            if pair[0] != pair[1] and pair[1] not in (None, "", [])
        }

    def refusal(self) -> Refusal | None:
        """Return why it cannot be done as it stands, or ``None``."""
        if self.refer:
            return ReferToEachOther(table=self.refer[0].table.name, key=self.refer[0].key)
        if self.closed:
            rows = [f"{table}: {count}" for table, count in self.closed.items()]
            return ClosedMonthsStay(gone=self.old, rows=rows, survivor=self.new)
        undecided = [
            f"{table}: {len(rows)}"
            for table, rows in self.met_by_table.items()
            if rows[0].how is WhereBoth.STOP
        ]
        if undecided:
            return BothHaveRows(rows=undecided, survivor=self.new, gone=self.old)
        for one in self.met:
            if one.how is WhereBoth.ADD_UP and not one.can_be_added:
                return CannotBeAdded(table=one.table.name, key=one.key)
        return None


def key_of_values(table: Table, row: Row) -> str:
    """Write the key of a row that is given as plain values."""
    return " ".join(str(row[column.field]) for column in table.key_columns)


def with_id(columns: Iterable[Column], row: Row, old: str, new: str) -> dict[str, Any]:
    """Return the fields of a row that refer to an id in some columns, with another in its place."""
    after: dict[str, Any] = {}
    for column in columns:
        value = row[column.field]
        if isinstance(value, list):
            if old in value:
                ids = (new if one == old else one for one in value)
                after[column.field] = list(dict.fromkeys(ids))
        elif value == old:
            after[column.field] = new
    return after


def is_over(value: Any, running: date) -> bool:
    """Whether what counts in a day, month or year counts before the running month."""
    written = str(value)[:7]
    return written < f"{running:%Y-%m}"[: len(written)]


def refers_to_itself(table: Table, row: Row, target: str, id_: str) -> bool:
    """Whether a row refers from a record to that same record: by two parts of its key, or to itself."""
    own = table.name == target and str(row["id"]) == id_
    ends = [one for one in table.columns if one.to == target and (own or one in table.key_columns)]
    referring = [one for one in ends if row[one.field] == id_]
    return len(referring) + own > 1

"""Rows of a large table kept in memory, and brought up to date from its history alone.

An answer that reads some columns of such a table rests on these columns: a new name does not make anything be
reckoned anew that never read a name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from threading import Lock
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from domestique.records.memory.recording import note, readings, unrecorded
from domestique.records.models import Record

MOST_CHANGES = 500
"""With more changes than this the table is read anew."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows by primary key in its order, as they stood after a change; and when each column last changed."""

    until: int | None
    by_key: Mapping[Any, tuple[Any, ...]]
    changed: Mapping[str, int | None]


class KeptTable:
    """One table in memory."""

    def __init__(self, kind: type[Record]) -> None:
        """Keep nothing yet."""
        self._kind = kind
        self.table = kind._meta.db_table
        self.columns = [one.attname for one in kind._meta.concrete_fields]
        self._rows: dict[str, Rows] = {}
        self._lock = Lock()

    def rows(
        self, columns: Sequence[str], only: Collection[Any] | None = None
    ) -> list[tuple[Any, ...]]:
        """Return columns of all rows in the order of their keys, or of those with the keys given."""
        under_way = readings()
        if connection.in_atomic_block or not under_way:
            every: QuerySet[Record] = QuerySet(self._kind).order_by("pk")
            some_rows = every if only is None else every.filter(pk__in=only)
            return list(some_rows.values_list(*columns))
        note([f"{self.table}.{column}" for column in columns])
        rows = self.up_to(under_way[-1].newest[self.table])
        places = [self.columns.index(column) for column in columns]
        some = itemgetter(*places)
        found: Iterable[tuple[Any, ...]] = rows.by_key.values()
        if only is not None:
            found = (row for key, row in rows.by_key.items() if key in only)
        if len(places) == 1:
            return [(some(row),) for row in found]
        return list(map(some, found))

    def up_to(self, until: int | None) -> Rows:
        """Return the rows with every change up to this one, or a later one."""
        name = str(connection.settings_dict["NAME"])
        with self._lock, unrecorded():
            rows = self._rows.get(name)
            if rows is None or rows.until is None or until is None or rows.until > until:
                rows = rows if rows and rows.until == until else self._read(until)
            elif rows.until < until:
                rows = self._brought_up(rows, until)
            self._rows[name] = rows
        return rows

    def _read(self, until: int | None) -> Rows:
        every: QuerySet[Record] = QuerySet(self._kind)
        found = every.order_by("pk").values_list("pk", *self.columns)
        return Rows(until, {row[0]: row[1:] for row in found}, dict.fromkeys(self.columns, until))

    def _brought_up(self, rows: Rows, until: int) -> Rows:
        """Bring rows up to date; with a row more or less, or many changes, they are read anew."""
        key = self._kind._meta.pk.attname
        history = self._kind.history.filter(history_id__gt=rows.until).order_by("history_id")
        found = list(
            history.values_list("history_type", "history_id", key, *self.columns)[
                : MOST_CHANGES + 1
            ]
        )
        if len(found) > MOST_CHANGES or any(type_ != "~" for type_, *_ in found):
            return self._read(until)
        by_key, changed = dict(rows.by_key), dict(rows.changed)
        for _, number, pk, *values in found:
            before = by_key.get(pk)
            if before is None:
                return self._read(until)
            for column, old, new in zip(self.columns, before, values, strict=True):
                if old != new:
                    changed[column] = number
            by_key[pk] = tuple(values)
        return Rows(max(until, *(number for _, number, *_ in found)), by_key, changed)


@cache
def kept(kind: type[Record]) -> KeptTable:
    """Return the kept rows of a kind of record."""
    return KeptTable(kind)


@cache
def _kept_by_table(table: str) -> KeptTable:
    return kept(next(kind for kind in apps.get_models() if kind._meta.db_table == table))


def stamp_of(rest: str, newest: Mapping[str, int | None]) -> int | None:
    """Return the newest change of a table, or of one column of a kept table."""
    table, _, column = rest.partition(".")
    if not column:
        return newest[table]
    return _kept_by_table(table).up_to(newest[table]).changed[column]


def forget_rows() -> None:
    """Forget the kept rows of every table."""
    kept.cache_clear()
    _kept_by_table.cache_clear()

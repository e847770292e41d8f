"""Storing many rows at once, with their history.

Rows are stored as plain values, for a record an object each would take most of the time of a load. The database copies
them into their history itself: what is entered there is what really stands.

Every name in a statement comes from the models and is quoted; every value is a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from itertools import chain, islice, repeat
from typing import Any

from django.db import connection
from django.db.models import Field

from domestique.exchange.rows import Entry, Incoming
from domestique.records.fields import IdListField

# A statement takes so many keys at a time; SQLite takes 999 parameters.
_MOST_KEYS = 500


@dataclass(frozen=True, slots=True)
class Entered:
    """What a history tells beside the record: created (+) or changed (~), by whom, why and when."""

    type: str
    person: str
    reason: str
    at: datetime


class Storing:
    """How the rows of a sheet are stored. What the database keeps for a value is remembered while it lasts."""

    def __init__(self, incoming: Incoming) -> None:
        """Find the fields that the sheet fills, and what the others are kept as in a new record."""
        table = incoming.table
        self._history = table.model.history.model._meta
        self._own = table.model._meta
        self._table, self._pk = _quoted(self._own.db_table), _names([self._own.pk])
        fields = {field.attname: field for field in self._own.concrete_fields}
        self._key_at = list(fields).index(self._own.pk.attname)
        self._filled = [fields.pop(column.field) for column in incoming.columns]
        self._others = [field for field in fields.values() if field is not self._own.auto_field]
        self._keeping = [_keeping(field) for field in self._filled]
        self._empty = [_keeping(one)(table.empty_values[one.attname]) for one in self._others]

    def insert(self, entries: Sequence[Entry]) -> list[Any]:
        """Enter new records and return their primary keys."""
        fields = [*self._filled, *self._others]
        size = connection.ops.bulk_batch_size(fields, entries)
        row = f"({_places(fields)})"
        rows = zip(*self._kept(entries), *map(repeat, self._empty), strict=False)
        keys: list[Any] = []
        with connection.cursor() as cursor:
            while some := list(islice(rows, size)):
                insert = (
                    f"INSERT INTO {self._table} ({_names(fields)}) "  # noqa: S608
                    f"VALUES {', '.join([row] * len(some))} RETURNING {self._pk}"
                )
                cursor.execute(insert, list(chain.from_iterable(some)))
                keys += [key for (key,) in cursor.fetchall()]
        return keys

    def update(self, entries: Sequence[Entry]) -> list[Any]:
        """Change records that stand, each to its next version, and return their primary keys."""
        given = ", ".join(f"{_names([field])} = %s" for field in self._filled)
        update = (
            f"UPDATE {self._table} SET {given}, version = version + 1 "  # noqa: S608
            f"WHERE {self._pk} = %s"
        )
        keys = [entry.before[self._key_at] for entry in entries if entry.before is not None]
        with connection.cursor() as cursor:
            cursor.executemany(update, list(zip(*self._kept(entries), keys, strict=True)))
        return keys

    def enter_history(self, keys: Sequence[Any], entered: Entered) -> None:
        """Enter the records with these primary keys as they stand now."""
        told = {
            "history_type": entered.type,
            "history_user_id": entered.person,
            "history_change_reason": entered.reason,
            "history_date": entered.at,
        }
        fields = [self._history.get_field(name) for name in told]
        values = [_keeping(one)(value) for one, value in zip(fields, told.values(), strict=True)]
        kept = _names(self._own.concrete_fields)
        copy = (
            f"INSERT INTO {_quoted(self._history.db_table)} ({kept}, {_names(fields)}) "  # noqa: S608
            f"SELECT {kept}, {_places(fields)} FROM {self._table} WHERE {self._pk} IN"
        )
        with connection.cursor() as cursor:
            for start in range(0, len(keys), _MOST_KEYS):
                some = keys[start : start + _MOST_KEYS]
                cursor.execute(f"{copy} ({_places(some)})", [*values, *some])

    def _kept(self, entries: Sequence[Entry]) -> Iterator[Iterator[Any]]:
        """Yield the values of each column of the sheet as the database keeps them."""
        return map(map, self._keeping, zip(*[entry.values for entry in entries], strict=True))


def _keeping(field: Field[Any, Any]) -> Callable[[Any], Any]:
    """Return what tells how the database keeps a value of a field."""
    kept = partial(field.get_db_prep_save, connection=connection)
    # A list cannot be looked up among what is remembered.
    return kept if isinstance(field, IdListField) else cache(kept)


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _names(fields: Sequence[Any]) -> str:
    return ", ".join(_quoted(field.column) for field in fields)


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))

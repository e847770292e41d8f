"""Storing many rows at once, as plain values, for a record an object each would take most of the time of a load.

Every name in a statement comes from the models and is quoted; every value is a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice, repeat
from typing import Any

from django.db import connection
from django.db.models import Field

from domestique.exchange.rows import Entry, Incoming
from domestique.records.fields import IdListField
from domestique.records.past.stages import marks_for, names_of_columns, quoted


class Storing:
    """How the rows of a sheet are stored. What the database keeps for a value is remembered while it lasts."""

    def __init__(self, incoming: Incoming) -> None:
        """Find the fields that the sheet fills, and what the others are kept as in a new record."""
        table = incoming.table
        self._own = table.model._meta
        self._table, self._pk = quoted(self._own.db_table), names_of_columns([self._own.pk])
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
        row = f"({marks_for(fields)})"
        rows = zip(*self._kept(entries), *map(repeat, self._empty), strict=False)
        keys: list[Any] = []
        with connection.cursor() as cursor:
            while some := list(islice(rows, size)):
                insert = (
                    f"INSERT INTO {self._table} ({names_of_columns(fields)}) "  # noqa: S608
                    f"VALUES {', '.join([row] * len(some))} RETURNING {self._pk}"
                )
                cursor.execute(insert, list(chain.from_iterable(some)))
                keys += [key for (key,) in cursor.fetchall()]
        return keys

    def update(self, entries: Sequence[Entry]) -> list[Any]:
        """Change records that stand, each to its next version, and return their primary keys."""
        given = ", ".join(f"{names_of_columns([field])} = %s" for field in self._filled)
        update = (
            f"UPDATE {self._table} SET {given}, version = version + 1 "  # noqa: S608
            f"WHERE {self._pk} = %s"
        )
        keys = [entry.before[self._key_at] for entry in entries if entry.before is not None]
        with connection.cursor() as cursor:
            cursor.executemany(update, list(zip(*self._kept(entries), keys, strict=True)))
        return keys

    def _kept(self, entries: Sequence[Entry]) -> Iterator[Iterator[Any]]:
        """Yield the values of each column of the sheet as the database keeps them."""
        return map(map, self._keeping, zip(*[entry.values for entry in entries], strict=True))


def _keeping(field: Field[Any, Any]) -> Callable[[Any], Any]:
    """Return what tells how the database keeps a value of a field."""
    kept = partial(field.get_db_prep_save, connection=connection)
    # A list cannot be looked up among what is remembered.
    return kept if isinstance(field, IdListField) else cache(kept)

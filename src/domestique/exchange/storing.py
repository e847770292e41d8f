"""Storing many rows at once as plain values, for a record an object each would take most of the time of a load.

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


class Storing:
    """How the rows of a sheet are stored. What the database makes of a value is remembered while it lasts."""

    def __init__(self, incoming: Incoming) -> None:
        """Find the fields that the sheet fills, and what the others are kept as in a new record."""
        table = incoming.table
        self._own = table.model._meta  # noqa: SLF001 - Django's documented API
        fields = {field.attname: field for field in self._own.concrete_fields}
        self._filled = [fields.pop(column.field) for column in incoming.columns]
        self._others = [field for field in fields.values() if field is not self._own.auto_field]
        self._keeping = [_keeping(field) for field in self._filled]
        self._empty = [_keeping(one)(table.empty_values[one.attname]) for one in self._others]
        self._pk = table.fields.index(str(self._own.pk.attname))

    def insert(self, entries: Sequence[Entry]) -> list[Any]:
        """Enter new records and return their primary keys."""
        fields = [*self._filled, *self._others]
        into = f"{_quoted(self._own.db_table)} ({_names(fields)})"
        places = f"({', '.join(['%s'] * len(fields))})"
        rows = zip(*self._kept(entries), *map(repeat, self._empty), strict=False)
        keys: list[Any] = []
        with connection.cursor() as cursor:
            while some := list(islice(rows, connection.ops.bulk_batch_size(fields, entries))):
                values = f"{', '.join([places] * len(some))} RETURNING {_names([self._own.pk])}"
                insert = f"INSERT INTO {into} VALUES {values}"  # noqa: S608
                cursor.execute(insert, list(chain.from_iterable(some)))
                keys += [key for (key,) in cursor.fetchall()]
        return keys

    def update(self, entries: Sequence[Entry]) -> list[Any]:
        """Change records that stand, each to its next version, and return their primary keys."""
        set_ = ", ".join(f"{_names([field])} = %s" for field in self._filled)
        update = (
            f"UPDATE {_quoted(self._own.db_table)} SET {set_}, version = version + 1 "  # noqa: S608
            f"WHERE {_names([self._own.pk])} = %s"
        )
        keys = [entry.before[self._pk] for entry in entries if entry.before is not None]
        with connection.cursor() as cursor:
            cursor.executemany(update, list(zip(*self._kept(entries), keys, strict=True)))
        return keys

    def _kept(self, entries: Sequence[Entry]) -> Iterator[Iterator[Any]]:
        """Yield the values of each column of the sheet as the database keeps them."""
        columns = zip(*[entry.values for entry in entries], strict=True)
        return map(map, self._keeping, columns)


def _keeping(field: Field[Any, Any]) -> Callable[[Any], Any]:
    """Return what tells how the database keeps a value of a field."""
    kept = partial(field.get_db_prep_save, connection=connection)
    # A list cannot be looked up among what is remembered.
    return kept if isinstance(field, IdListField) else cache(kept)


def _names(fields: Sequence[Field[Any, Any]]) -> str:
    return ", ".join(_quoted(str(field.column)) for field in fields)


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))

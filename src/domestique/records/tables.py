"""All tables there are, each made from the kind of record that declares it, in the order they are loaded and written.

That order is the order of the rooms and, in a room, of the kinds as they stand there; a kind that says ``after`` stands
after that table, and those declared below it follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from domestique.records.columns import Column, Kind, Table
from domestique.records.models import Record

__all__ = ["STARTING_TABLES", "TABLES", "Column", "Kind", "Table", "table_named"]


def table_of(model: type[Record]) -> Table:
    """Make the table of a kind of record from its fields."""
    kind = model.declared
    columns = tuple(_columns_of(model))
    names = {column.field: column.name for column in columns}
    key = () if kind.is_one_row else tuple(names[field] for field in model.key_fields())
    return Table(kind.table, model, key, columns, kind.meaning)


def _columns_of(model: type[Record]) -> Iterator[Column]:
    for field in model._meta.concrete_fields:
        said: Column | None = getattr(field, "declared", None)
        if said is not None:
            yield replace(
                said,
                name=said.name or field.name,
                field=field.attname,
                required=not (field.blank or (field.has_default() and field.get_default() != "")),
                to=said.to or _table_behind(field),
            )


def _table_behind(field: models.Field[Any, Any]) -> str:
    to: Any = field.related_model
    return to.declared.table if to else ""


def in_order(kinds: Iterable[type[Record]]) -> list[type[Record]]:
    """Return kinds as their tables follow each other; those after a table that is not there are left out."""
    runs: dict[str, list[type[Record]]] = {"": []}
    module, after = "", ""
    for model in kinds:
        after = model.declared.after or (after if model.__module__ == module else "")
        module = model.__module__
        runs.setdefault(after, []).append(model)

    def following(table: str) -> Iterator[type[Record]]:
        """Yield the kinds after a table, each followed by those that are to stand after it."""
        for model in runs.get(table, ()):
            yield model
            yield from following(model.declared.table)

    return list(following(""))


def kinds_declared() -> list[type[Record]]:
    """Return every kind of record, in the order of the rooms; one that declares nothing does not start."""
    kinds = [model for model in apps.get_models() if issubclass(model, Record)]
    silent = [model.__name__ for model in kinds if not hasattr(model, "declared")]
    if silent:
        raise ImproperlyConfigured("These kinds of record say nothing (declared=): ", *silent)
    return kinds


TABLES: tuple[Table, ...] = tuple(table_of(model) for model in in_order(kinds_declared()))
STARTING_TABLES = ("customers", "services", "planned_consumption")
_BY_NAME = {table.name: table for table in TABLES}


def table_named(name: str) -> Table:
    """Return the table of a name; a ``KeyError`` if there is none."""
    return _BY_NAME[name]

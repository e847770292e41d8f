"""What a table holds, as far as the viewer may see it, ready to be written anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.db.models import QuerySet

from domestique.exchange.columns import Column, Kind, Table
from domestique.exchange.tables import TABLES, table_named
from domestique.exchange.written import Value, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domestique.parties.viewer import Viewer
    from domestique.records.models import Record

Values: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Some columns of a table and the values in them, row by row, in the order of the key."""

    table: Table
    columns: tuple[Column, ...]
    rows: list[Values]


def read_contents(viewer: Viewer) -> Iterator[Contents]:
    """Yield every table that has rows the viewer may see, with one query each."""
    for table in TABLES:
        rows = _rows_of(table, viewer)
        if rows:
            yield Contents(table, table.columns, rows)


def visible_rows(table: Table, viewer: Viewer) -> QuerySet[Record]:
    """Return the rows of a table without those of customers the viewer may not see, in no order."""
    records: QuerySet[Record] = QuerySet(table.model).order_by()
    path = _path_to_customer(table)
    if path and viewer.customers is not None:
        records = records.filter(**{f"{path}__in": viewer.customers})
    return records


def _rows_of(table: Table, viewer: Viewer) -> list[Values]:
    """Read a table's rows in the order of their keys as texts, the same on every database."""
    records = visible_rows(table, viewer)
    rows = records.values_list(*(column.field for column in table.columns))
    names = table.key or tuple(table.by_name)
    places = [(table.columns.index(table.by_name[name]), table.by_name[name]) for name in names]
    return sorted(
        rows, key=lambda row: [as_text(row[place], column.kind) for place, column in places]
    )


def _path_to_customer(table: Table) -> str | None:
    """Return the way from a row to the customer whose business it is; none for everybody's.

    Only links a row cannot be without are followed: they lead to what it is a part of.
    """
    if table.name == "customers":
        return "id"
    for column in table.columns:
        if column.kind is Kind.LINK and column.required:
            if column.to == "customers":
                return column.field
            path = _path_to_customer(table_named(column.to))
            if path:
                return f"{column.field.removesuffix('_id')}__{path}"
    return None

"""What a table holds, as far as the viewer may see it, ready to be written anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from domestique.exchange.written import Value, as_text
from domestique.records.columns import Column, Table
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

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


def _rows_of(table: Table, viewer: Viewer) -> list[Values]:
    """Read a table's rows in the order of their keys as texts, the same on every database."""
    records = visible_rows(table, viewer)
    rows = records.values_list(*(column.field for column in table.columns))
    names = table.key or tuple(table.by_name)
    places = [(table.columns.index(table.by_name[name]), table.by_name[name]) for name in names]
    return sorted(
        rows, key=lambda row: [as_text(row[place], column.kind) for place, column in places]
    )

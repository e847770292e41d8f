"""Changing one column of many rows: first shown as it would become, then done, by the rules of a load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from domestique.exchange.files.cells import Row
from domestique.exchange.loading import Request
from domestique.exchange.reading.readers import Value
from domestique.exchange.report import LoadReport
from domestique.exchange.rows import key_text
from domestique.exchange.written import as_text
from domestique.lists import errors
from domestique.lists.entering import load_typed
from domestique.lists.queries import rows_asked
from domestique.lists.question import ListQuestion, column_named
from domestique.quantities.errors import insist
from domestique.records.columns import Column, Table
from domestique.records.models import Record
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

MOST_ROWS = 10_000
# A query names at most so many rows; SQLite takes 999 parameters.
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """A row to change: the number or id the database knows it by, its key, and the version that was seen."""

    id: Value
    key: tuple[Value, ...]
    version: int


@dataclass(frozen=True, slots=True)
class ChangeWish:
    """What is to become of the chosen rows: one column, one value, and why."""

    table: Table
    column: Column
    value: str
    why: str

    @classmethod
    def read(cls, table: Table, column: str, value: str, why: str) -> ChangeWish:
        """Read what was typed. Refuses a column that is not there or part of the key, and a missing reason."""
        if not column:
            raise errors.ColumnNotChosen
        found = column_named(table, column)
        if column in table.key:
            raise errors.KeyStays(column=column)
        if not why.strip():
            raise errors.WhyMissing
        return cls(table, found, value.replace("\r\n", "\n"), why.strip())


def rows_matching(viewer: Viewer, question: ListQuestion) -> list[ChosenRow]:
    """Return every row a question asks for. Refuses none, and more than are changed at once."""
    rows = rows_asked(viewer, question)
    count = rows.count()
    if count > MOST_ROWS:
        raise errors.TooManyChosen(chosen=count, most=MOST_ROWS)
    return _some(_chosen(question.table, rows))


def rows_ticked(viewer: Viewer, table: Table, ids: Sequence[str]) -> list[ChosenRow]:
    """Return the rows with these ids, as they stand now. Refuses none, and more than are changed at once."""
    if len(ids) > MOST_ROWS:
        raise errors.TooManyChosen(chosen=len(ids), most=MOST_ROWS)
    understood = [_id(table, text) for text in ids]
    found = {
        row.id: row
        for start in range(0, len(understood), _AT_A_TIME)
        for row in _chosen(
            table, visible_rows(table, viewer).filter(pk__in=understood[start : start + _AT_A_TIME])
        )
    }
    return _some(found[id_] for id_ in dict.fromkeys(understood) if id_ in found)


def rows_seen(viewer: Viewer, table: Table, seen: Mapping[str, object]) -> list[ChosenRow]:
    """Return the rows with these ids in the versions that were seen of them."""
    versions = {_id(table, text): version for text, version in seen.items()}
    if not all(type(version) is int for version in versions.values()):
        raise errors.RowsNotUnderstood
    return [
        ChosenRow(row.id, row.key, int(str(versions[row.id])))
        for row in rows_ticked(viewer, table, list(seen))
    ]


def preview_change(viewer: Viewer, rows: Sequence[ChosenRow], wish: ChangeWish) -> LoadReport:
    """Tell what would change, and change nothing; row numbers are the places of the rows from 1 on."""
    return _load(Request(viewer, wish.why, is_dry_run=True), rows, wish)


def change_rows(
    viewer: Viewer, rows: Sequence[ChosenRow], wish: ChangeWish, *, shown: str
) -> LoadReport:
    """Give the rows the new value, all or none.

    ``shown`` is the digest of the report in which the change was shown: another outcome than that is not loaded.
    A row somebody has changed since it was seen is among the errors of the report.
    """
    versions = {key_text(wish.table, row.key): row.version for row in rows}
    return _load(Request(viewer, why=wish.why, versions=versions, seen=shown), rows, wish)


def _load(request: Request, rows: Sequence[ChosenRow], wish: ChangeWish) -> LoadReport:
    table, keys = wish.table, [column.name for column in wish.table.key_columns]
    sheet_rows: list[Row] = [
        (place, [*_texts(table, row), wish.value]) for place, row in enumerate(rows, 1)
    ]
    return load_typed(table, [*keys, wish.column.name], sheet_rows, request)


def _some(rows: Iterable[ChosenRow]) -> list[ChosenRow]:
    return insist(list(rows), errors.NoRowChosen())


def _chosen(table: Table, rows: QuerySet[Record]) -> Iterator[ChosenRow]:
    fields = [column.field for column in table.key_columns]
    for id_, version, *key in rows.values_list("pk", "version", *fields):
        yield ChosenRow(id_, tuple(key), version)


def _texts(table: Table, row: ChosenRow) -> list[str]:
    return [
        as_text(part, column.kind) for part, column in zip(row.key, table.key_columns, strict=True)
    ]


def _id(table: Table, text: str) -> Value:
    """Read what the database knows a row by."""
    try:
        return table.model._meta.pk.to_python(text)
    except (ValidationError, OverflowError):
        raise errors.RowsNotUnderstood from None

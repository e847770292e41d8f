"""The entries of a kind of record, made from what it says of how it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db.models import QuerySet

from domestique.answers.search.search_entry import Entry, entry
from domestique.answers.search.shelf import FOUND
from domestique.records.columns import Kind, Table
from domestique.records.models import Record
from domestique.records.remembering import while_unchanged
from domestique.records.tables import table_named
from domestique.records.whose import path_to_customer

Row: TypeAlias = tuple[Any, ...]
Part: TypeAlias = tuple[int, Callable[[Any], str]]
"""Where a value stands in a row, and how it is said."""


@while_unchanged
def record_entries(name: str) -> Mapping[str, Entry]:
    """Return the entries of a table, of all customers, by the key of the row; in one query."""
    reader = _Reader(table_named(name))
    entries = map(reader.entry, _rows(table_named(name), reader.wanted))
    return {one.key: one for one in entries if one}


def _rows(table: Table, wanted: Sequence[Any]) -> Iterable[Row]:
    """Return values of every row; where one is no field of the table, it is asked of the record itself."""
    records: QuerySet[Record] = QuerySet(table.model).order_by("pk")
    links = [one.field.removesuffix("_id") for one in table.columns if one.kind is Kind.LINK]
    fields = {"pk", *table.fields, *links}
    plain = [one for one in wanted if isinstance(one, str)]
    if {name.partition("__")[0] for name in plain} <= fields:
        return records.values_list(*wanted).iterator()
    return _of_records(records.select_related(*links), plain)


def _of_records(records: Iterable[Record], names: Sequence[str]) -> Iterator[Row]:
    for record in records:
        yield tuple([getattr(record, name) for name in names])


class _Reader:
    """How the rows of one table become entries: which values are fetched, and what is made of them."""

    def __init__(self, table: Table) -> None:
        by = FOUND[table.name]
        self._table, self._told, self.wanted = table, by.told, ["pk"]
        self._key = [self._at(name) for name in table.model.key_fields]
        self._has_id = table.model.key_fields == ("id",)
        self._title = self._parts(by.title)
        self._beside = self._parts(by.beside)
        self._instead = self._parts([by.instead] if by.instead else [])
        long = (one.name for one in table.columns if one.is_long)
        named = {*by.title, *by.beside}
        self._hidden = self._parts((*by.hidden, *(name for name in long if name not in named)))
        path = path_to_customer(table)
        self._customer = self._at(path) if path else None
        self._others = [self._at(page[1]) for page in by.pages if not isinstance(page, str)]

    def entry(self, row: Row) -> Entry | None:
        """Return the entry of a row; none for one without id and words."""
        key = " ".join([str(row[at]) for at in self._key])
        called = [said for at, told in self._title if (said := told(row[at]))]
        notes = [told(row[at]) for at, told in self._beside]
        hidden = [told(row[at]) for at, told in self._hidden]
        if not called and self._instead:
            called = [told(row[at]) for at, told in self._instead]
            notes = [note for note in notes if note not in called]
        if not self._has_id:
            if not called:
                return None
            called, hidden = called[:1], called[1:] + hidden
        return entry(
            key if self._has_id else "",
            called,
            notes,
            hidden,
            key=key,
            others=tuple([str(row[at] or "") for at in self._others]),
            row=row[0],
            customer="" if self._customer is None else row[self._customer] or "",
        )

    def _at(self, wanted: Any) -> int:  # noqa: ANN401 - a field, or an expression of the database
        if wanted not in self.wanted:
            self.wanted.append(wanted)
        return self.wanted.index(wanted)

    def _parts(self, names: Iterable[str]) -> list[Part]:
        return [(self._at(name), self._teller(name)) for name in names]

    def _teller(self, name: str) -> Callable[[Any], str]:
        if name in self._told:
            told = self._told[name]
            return lambda value: str(told(value))
        link = next((one for one in self._table.columns if one.field == f"{name}_id"), None)
        if link is None or link.to not in FOUND:
            return _plain
        called = {key: one.title for key, one in record_entries(link.to).items()}
        return lambda value: called.get(value, value) or ""


def _plain(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):  # by far the most
        return value
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case list():
            return ", ".join(value)
    return str(value)

"""The entries of a kind of record, made from what it says of how it is found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import QuerySet

from domestique.answers.search.search_entry import Findable, entry
from domestique.answers.search.shelf import FOUND
from domestique.records.columns import Kind, Table
from domestique.records.memory.freshness import FORGETTING
from domestique.records.memory.recording import readings
from domestique.records.memory.remembering import while_unchanged
from domestique.records.models import Record, key_of_parts
from domestique.records.tables import table_named
from domestique.records.whose import path_to_customer

Row: TypeAlias = tuple[Any, ...]
Part: TypeAlias = tuple[int, Callable[[Any], str]]
"""Where a value stands in a row, and how it is said."""


MOST_CHANGES = 5_000
"""With more changes than this a table is read anew."""


@dataclass(frozen=True, slots=True)
class _Made:
    """The entries of a table as they stood after a change, and what else they were made of."""

    until: int
    forgotten: int | None
    links: Sequence[Mapping[str, Findable]]
    entries: Mapping[str, Findable]

    def goes_on(self, forgotten: int | None, links: Sequence[Mapping[str, Findable]]) -> bool:
        """Whether only the table itself may have changed since."""
        same = all(before is now for before, now in zip(self.links, links, strict=True))
        return same and self.forgotten == forgotten


_made: dict[tuple[str, str], _Made] = {}


@while_unchanged
def record_entries(name: str) -> Mapping[str, Findable]:
    """Return the entries of a table, of all customers, by the key of the row.

    Only what has changed since is read, two queries; all of it, one query, where there is nothing to go on from.
    """
    table, reader = table_named(name), _Reader(table_named(name))
    if connection.in_atomic_block or not readings():
        return reader.entries(_rows(table, reader.wanted))
    newest = readings()[-1].newest
    until = newest[table.model._meta.db_table] or 0
    place = (str(connection.settings_dict["NAME"]), name)
    before, entries = _made.get(place), None
    if before and before.until <= until and before.goes_on(newest[FORGETTING], reader.links):
        entries = _brought_up(table, reader, before)
    if entries is None:
        entries = reader.entries(_rows(table, reader.wanted))
    _made[place] = _Made(until, newest[FORGETTING], reader.links, entries)
    return entries


def _brought_up(table: Table, reader: _Reader, before: _Made) -> Mapping[str, Findable] | None:
    """Return the entries with what has changed since; nothing if that is too much."""
    pk = table.model._meta.pk.attname
    since = table.model.history.filter(history_id__gt=before.until).values_list(pk, flat=True)
    changed = {*since[: MOST_CHANGES + 1]}
    if len(changed) > MOST_CHANGES:
        return None
    stayed = {key: one for key, one in before.entries.items() if one.row not in changed}
    return stayed | reader.entries(_rows(table, reader.wanted, changed))


def _rows(
    table: Table, wanted: Sequence[Any], keys: Collection[object] | None = None
) -> Iterable[Row]:
    """Return values of rows; where one is no field of the table, it is asked of the record itself."""
    records: QuerySet[Record] = QuerySet(table.model).order_by("pk")
    records = records if keys is None else records.filter(pk__in=keys)
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
        self._table, self._told = table, by.told
        self.wanted: list[Any] = ["pk"]
        self.links: list[Mapping[str, Findable]] = []
        self._key = [self._at(name) for name in table.model.key_fields()]
        self._has_id = table.model.key_fields() == ("id",)
        self._title = self._parts(by.title)
        self._beside = self._parts(by.beside)
        self._instead = self._parts([by.instead] if by.instead else [])
        long = (one.name for one in table.columns if one.is_long)
        named = {*by.title, *by.beside}
        self._hidden = self._parts((*by.hidden, *(name for name in long if name not in named)))
        path = path_to_customer(table)
        self._customer = self._at(path) if path else None
        self._others = [self._at(page[1]) for page in by.pages if not isinstance(page, str)]

    def entries(self, rows: Iterable[Row]) -> dict[str, Findable]:
        """Return the entries of rows by their keys."""
        return {one.key: one for one in map(self.entry, rows) if one}

    def entry(self, row: Row) -> Findable | None:
        """Return the entry of a row; none for one without id and words."""
        key = key_of_parts(row[at] for at in self._key)
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
        there = record_entries(link.to)
        self.links.append(there)
        return lambda value: there[value].title if value in there else value or ""


def _plain(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):  # by far the most
        return str(value)
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case list():
            return ", ".join(map(str, value))
    return str(value)

"""Everything there is to find: one shelf for each kind of record that says how it is found, and one for people.

A shelf holds the rows of all customers and is read anew only when something it rests on has changed; what of it a
viewer may find is asked when she looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Count, QuerySet

from domestique.answers.search.people_found import people_among
from domestique.answers.search.search_entry import Entry, Way, entry
from domestique.parties.queries import (
    customers_visible_to,
    orderers_visible_to,
    teams_visible_to,
    units_visible_to,
)
from domestique.portfolio.models import Service
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Table
from domestique.records.columns import Kind as Holds
from domestique.records.kind import Business, FoundBy, Words
from domestique.records.models import Record
from domestique.records.remembering import while_unchanged
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import CUSTOMERS, path_to_customer, visible_rows

PEOPLE = "people"
# Equally good ones are shown in this order; kinds that are not named here follow it, table by table.
FIRST = (
    *("pages", "deeds", "customers", "services", PEOPLE, "units", "orderers", "teams", "suppliers"),
    *("agreements", "packages", "needs", "goals", "customer_activities", "outages"),
    *("maintenance_windows", "pulses"),
)
RECORD = "record"
_ROUTE = re.compile("[#?]")


@dataclass(frozen=True)
class Shelf:
    """Everything of one kind that may be found, whoever looks."""

    kind: str
    called: Sentence
    entries: tuple[Entry, ...]

    def way(self, found: Entry, opens: Callable[[str], bool]) -> Way | None:
        """Return the first place an entry leads to whose route may be opened."""
        ways = found.ways or _ways(self.kind, found.key)
        return next((way for way in ways if opens(_ROUTE.split(way[0])[0])), None)

    def open_to(self, viewer: Viewer) -> Callable[[Entry], bool]:
        """Return whether this viewer may find an entry; whose business and whose words it is, as everywhere."""
        if self.kind not in _FOUND:
            return _anyone
        kind, table = table_named(self.kind).model.declared, table_named(self.kind)
        ids = viewer.heard if kind.words is Words.HEARD else viewer.customers
        if ids is None or kind.whose is Business.THE_ORGANISATIONS:
            return _anyone
        if kind.whose is Business.THOSE_NAMED:
            seen = {*visible_rows(table, viewer).values_list("pk", flat=True)}
            return lambda found: found.row in seen
        return lambda found: found.customer in ids


def _anyone(_found: Entry) -> bool:
    return True


_FOUND: Mapping[str, FoundBy] = {
    table.name: table.model.declared.found_by
    for table in TABLES
    if isinstance(table.model.declared.found_by, FoundBy)
}


def shelves(viewer: Viewer) -> tuple[Shelf, ...]:
    """Return what there is to find, in the order in which equally good ones are shown."""
    return in_order((*_shelves_of_records(), people(viewer)))


def customers_found(viewer: Viewer) -> Iterator[Entry]:
    """Yield the customers this viewer may find."""
    shelf = next(one for one in _shelves_of_records() if one.kind == CUSTOMERS)
    return filter(shelf.open_to(viewer), shelf.entries)


def in_order(every: Sequence[Shelf]) -> tuple[Shelf, ...]:
    """Return shelves in the order in which equally good ones are shown."""
    return tuple(sorted(every, key=_place))


def _place(shelf: Shelf) -> int:
    return FIRST.index(shelf.kind) if shelf.kind in FIRST else len(FIRST)


@while_unchanged
def _shelves_of_records() -> tuple[Shelf, ...]:
    return tuple(
        Shelf(name, _FOUND[name].called, tuple(_entries(name).values())) for name in _FOUND
    )


@while_unchanged
def people(viewer: Viewer) -> Shelf:
    """Return everybody this viewer may find by what she does."""
    owners = Service.objects.exclude(owner="").values_list("owner").annotate(Count("pk"))
    found = people_among(
        list(customers_visible_to(viewer)),
        list(units_visible_to(viewer)),
        list(teams_visible_to(viewer)),
        list(orderers_visible_to(viewer)),
        dict(owners.order_by("owner")),
    )
    return Shelf(PEOPLE, say("People"), tuple(found))


@while_unchanged
def _entries(name: str) -> Mapping[str, Entry]:
    """Return the entries of a table by the key of the row."""
    table, found_by = table_named(name), _FOUND[name]
    reader = _Reader(table, found_by)
    return {key: one for key, one in map(reader.entry, _rows(table, reader.wanted)) if one}


def _rows(table: Table, wanted: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    records: QuerySet[Record] = QuerySet(table.model).order_by("pk")
    fields = {*table.fields, *(column.field.removesuffix("_id") for column in table.columns)}
    plain = [one for one in wanted if isinstance(one, str)]
    if {name.partition("__")[0] for name in plain} <= fields | {"pk"}:
        return iter(records.values_list(*wanted))
    links = [
        column.field.removesuffix("_id") for column in table.columns if column.kind is Holds.LINK
    ]
    every = records.select_related(*links)
    return (tuple(getattr(record, name) for name in plain) for record in every)


class _Reader:
    """How the rows of one table become entries: which values are fetched, and what is made of them."""

    def __init__(self, table: Table, found_by: FoundBy) -> None:
        self._by = found_by
        self._table = table
        named = {*found_by.title, *found_by.beside}
        long = (one.name for one in table.columns if one.is_long)
        self._hidden = (*found_by.hidden, *(name for name in long if name not in named))
        self._path = path_to_customer(table)
        self._pages = [page for page in found_by.pages if not isinstance(page, str)]
        asked = [*found_by.title, *found_by.beside, *self._hidden, found_by.instead, self._path]
        names = ["pk", *table.model.key_fields, *(one for one in asked if one)]
        self.wanted = [*dict.fromkeys([*names, *(value for _, value in self._pages)])]
        self._at = {one: number for number, one in enumerate(self.wanted)}
        self._told = {
            name: self._teller(name) for name in dict.fromkeys(one for one in asked if one)
        }

    def entry(self, row: tuple[Any, ...]) -> tuple[str, Entry | None]:
        """Return the key of a row and its entry; none for one without id and words."""
        value = self._value
        key = " ".join(str(row[self._at[name]]) for name in self._table.model.key_fields)
        id_ = key if self._table.model.key_fields == ("id",) else ""
        titles = [value(row, name) for name in self._by.title]
        beside = [*self._by.beside]
        called = [one for one in titles if one]
        if not called and self._by.instead:
            called = [value(row, self._by.instead)]
            beside.remove(self._by.instead)
        if not called and not id_:
            return key, None
        hidden = [value(row, name) for name in self._hidden]
        if not id_:
            called, hidden = called[:1], [*called[1:], *hidden]
        notes = [value(row, name) for name in beside]
        customer = str(row[self._at[self._path]] or "") if self._path else ""
        ways = self._ways(row, key)
        made = entry(id_, called, notes, hidden, key=key, ways=ways, row=row[0], customer=customer)
        return key, made

    def _value(self, row: tuple[Any, ...], name: str) -> str:
        return self._told[name](row[self._at[name]])

    def _ways(self, row: tuple[Any, ...], key: str) -> tuple[Way, ...]:
        """Return the places this row leads to; none where every row of the kind leads to its own."""
        if not self._pages:
            return ()
        values = {value: str(row[self._at[value]] or "") for _, value in self._pages}
        return _ways(self._table.name, key, values)

    def _teller(self, name: str) -> Callable[[Any], str]:
        if name in self._by.told:
            told = self._by.told[name]
            return lambda value: str(told(value))
        column = next((one for one in self._table.columns if one.field == f"{name}_id"), None)
        if column and column.to in _FOUND:
            called = _called(column)
            return lambda value: called.get(str(value), value) or ""
        return _plain


def _ways(
    table: str, key: str, values: Mapping[Any, str] = MappingProxyType({})
) -> tuple[Way, ...]:
    pages = _FOUND[table].pages
    ways = []
    for page in pages if RECORD in pages else (*pages, RECORD):
        if page == RECORD:
            ways.append((RECORD, f"{table}/{key}"))
        elif isinstance(page, str):
            ways.append((page, key))
        elif values.get(page[1]):
            ways.append((page[0], values[page[1]]))
    return tuple(ways)


def _called(column: Column) -> Mapping[str, str]:
    return {key: one.title for key, one in _entries(column.to).items()}


def _plain(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
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

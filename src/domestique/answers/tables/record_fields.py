"""A table as pages show it: found by its name, its rows by their keys, their fields by their columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from domestique.exchange.past import time_apart
from domestique.lists.naming import names_of
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind, Table
from domestique.records.models import Record
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows
from domestique.web.asking import NothingHere

MOST_OFFERED = 500


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: what it means, its value, and the records it points to."""

    name: str
    meaning: Sentence
    value: object
    links: tuple[tuple[str, str], ...] = ()


def where(table: Table, key: str) -> dict[str, Any]:
    """Return the fields a written key stands for; what is beyond them belongs to the column with words in it."""
    columns = table.key_columns
    if not columns:
        return {"name": key}
    told: dict[str, Any] = {}
    if columns[-1].kind is Kind.CLOCK:  # which is not always told
        key, time = time_apart(key)
        told, columns = {columns[-1].field: time}, columns[:-1]
    parts = key.rstrip().split(" ")
    if columns[-1].kind is Kind.PERSON and len(parts) == len(columns) - 1:
        columns = columns[:-1]  # whose pulse it was is not always written
    found = next(_shared_out(columns, parts), None)
    if found is None:
        raise NothingHere(
            say("%(key)s is not the key of a row in %(table)s.", key=key, table=table.name)
        )
    understood = {
        column.field: _understood(column, part) for column, part in zip(columns, found, strict=True)
    }
    return understood | told


def _shared_out(columns: Sequence[Column], words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to share words out over columns: one each, but more where a text or a choice may have several.

    Where no column holds texts, the first one has the words to spare: an id may be a name.
    """
    wordy = [one.kind in (Kind.TEXT, Kind.PERSON, Kind.CHOICE) for one in columns]
    if not any(wordy):
        wordy[0] = True
    yield from _split(columns, wordy, words)


def _split(
    columns: Sequence[Column], wordy: Sequence[bool], words: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    if not columns:
        if not words:
            yield ()
        return
    longest = len(words) - len(columns) + 1
    for count in range(1, longest + 1 if wordy[0] else min(longest, 1) + 1):
        text = " ".join(words[:count])
        if columns[0].kind is Kind.CHOICE and text not in columns[0].choices:
            continue
        for rest in _split(columns[1:], wordy[1:], words[count:]):
            yield (text, *rest)


def _understood(column: Column, text: str) -> object:
    try:
        if column.kind is Kind.DATE:
            return date.fromisoformat(text)
        if column.kind in (Kind.YEAR, Kind.WHOLE):
            return int(text) if len(text) < 10 else -1
    except ValueError:
        raise NothingHere(
            say("“%(written)s” is not a %(kind)s.", written=text, kind=str(column.kind))
        ) from None
    return text


def table_or_nothing(name: str) -> Table:
    """Return the table of a name; a page that says so if there is none."""
    try:
        return table_named(name)
    except KeyError:
        raise NothingHere(say("There is no table %(name)s.", name=name)) from None


def rows_visible_to(viewer: Viewer, table: Table) -> QuerySet[Record]:
    """Return the rows of a table this viewer may see, in the table's own order."""
    return visible_rows(table, viewer).order_by(*(table.model._meta.ordering or ["pk"]))


def record_or_nothing(viewer: Viewer, table: Table, key: str) -> Record:
    """Return the row a written key stands for; a page that says so if there is none."""
    record = rows_visible_to(viewer, table).filter(**where(table, key)).first()
    if record is None:
        raise NothingHere(
            say("There is no row %(key)s in the table %(table)s.", key=key, table=table.name)
        )
    return record


def others_offered(viewer: Viewer, table: Table, record: Record) -> list[tuple[str, str]]:
    """Return the first of the other rows of a table, by id and name, to choose one that is to take a row's place."""
    others = rows_visible_to(viewer, table).exclude(pk=record.pk)
    ids = [str(id_) for id_ in others.values_list("pk", flat=True)[:MOST_OFFERED]]
    names = names_of(table.name, ids)
    return [(id_, names.get(id_, "")) for id_ in ids]


def key_of(table: Table, record: Record) -> str:
    """Return the key of a row as sources write it."""
    return record.key if table.key else str(getattr(record, "name", record.pk))


def fields_of(table: Table, record: Record | Mapping[str, Any]) -> list[Field]:
    """Return the fields of a record, or of how it stood, by the table's columns."""
    values = record if isinstance(record, Mapping) else vars(record)
    return [_field(column, values.get(column.field)) for column in table.columns]


def _field(column: Column, value: object) -> Field:
    several = value if isinstance(value, list) else [value] if value else []
    named = several if column.to else ()
    links = tuple((str(one), page_of_row(column.to, str.__str__(one))) for one in named)
    shown = ", ".join(map(str, several)) if isinstance(value, list) else value
    return Field(column.name, column.meaning, shown, links)


def page_of_row(table: str, key: str) -> str:
    """Return the address of a row's own page: customers and services have pages of their own."""
    own = {"customers": "customer", "services": "service"}
    if table in own:
        return reverse(own[table], args=[key])
    return reverse("record", args=[table, key])

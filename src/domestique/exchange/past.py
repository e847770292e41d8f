"""What a row of a table was: its changes, and how it stood on a day, by the table's and the row's own names."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from domestique.exchange.errors import TableMisspelt, TableNotKnown
from domestique.exchange.models import LoadRun
from domestique.exchange.nearest import nearest
from domestique.exchange.writing import LOADED_FROM
from domestique.records.columns import Kind, Table
from domestique.records.ids.former_queries import former_ids_of
from domestique.records.kind import Business
from domestique.records.models import ByHandOf, Record
from domestique.records.past.history import Change, as_it_stood, changes_of
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
"""A time of a day at the end of a key; without one there is none."""


def changes_of_row(viewer: Viewer, table: str, key: str) -> list[Change]:
    """Return every change of a row by its columns, newest first; none if it never was, or is not this viewer's to see.

    Refuses an unknown table.
    """
    found = known_table(table)
    if not _is_open(viewer, found, key):
        return []
    columns = {column.field: column.name for column in found.columns}
    return [
        replace(
            change,
            fields=tuple(
                replace(field, field=columns[field.field])
                for field in change.fields
                if field.field in columns
            ),
        )
        for change in told_changes(found.model, key_of_row(found, key))
    ]


def told_changes(model: type[Record], key: Mapping[str, Any]) -> list[Change]:
    """Return every change of a record, newest first, with the file of a load and who sat there; in three queries."""
    changes = changes_of(model, key)
    moments = {change.at for change in changes}
    runs: dict[tuple[datetime, str], LoadRun] = {
        (run.at, run.person): run for run in LoadRun.objects.filter(at__in=moments)
    }
    hands: dict[tuple[datetime, str], str] = {
        (one.at, one.person): one.hand for one in ByHandOf.objects.filter(at__in=moments)
    }
    return [
        replace(_from_its_file(change, runs.get(at)), hand=hands.get(at, ""))
        for change in changes
        for at in ((change.at, change.who),)
    ]


def _from_its_file(change: Change, run: LoadRun | None) -> Change:
    if run is None:
        return change
    is_named = change.why.startswith(LOADED_FROM)
    file = change.why.removeprefix(LOADED_FROM) if is_named else ", ".join(run.files)
    return replace(change, file=file, because=run.why)


def row_as_it_stood(viewer: Viewer, table: str, key: str, on: date) -> Mapping[str, Any] | None:
    """Return a row by its columns as it stood at the end of a day; ``None`` if it was not there, or not hers to see."""
    found = known_table(table)
    if not _is_open(viewer, found, key):
        return None
    stood = as_it_stood(found.model, key_of_row(found, key), on)
    return None if stood is None else {column.name: stood[column.field] for column in found.columns}


def _is_open(viewer: Viewer, table: Table, key: str) -> bool:
    """Whether the viewer sees all that a key names; what is gone, and was some customer's, is for who sees them all."""
    exact = key_of_row(table, key)
    there = QuerySet(table.model).filter(**exact).count()
    if there:
        return visible_rows(table, viewer).filter(**exact).count() == there
    return viewer.customers is None or table.model.declared.whose is Business.THE_ORGANISATIONS


def was_merged(viewer: Viewer, table: Table, key: str) -> bool:
    """Whether a key is that of a record merged into another, whose past this viewer may see."""
    return key in former_ids_of(table.name).merged and _is_open(viewer, table, key)


def known_table(name: str) -> Table:
    """Return the table of a name; refuses another with the nearest."""
    try:
        return table_named(name)
    except KeyError:
        like = nearest(name, [table.name for table in TABLES])
        if like:
            raise TableMisspelt(name=name, nearest=like) from None
        raise TableNotKnown(name=name) from None


def time_apart(key: str) -> tuple[str, str]:
    """Return a key without the time of a day at its end, and the time; empty where none is told."""
    rest, _, time = key.rpartition(" ")
    return (rest.rstrip(), time) if CLOCK.fullmatch(time) else (key, "")


def key_of_row(table: Table, key: str) -> dict[str, str]:
    """Split a row's id into its parts: ``C04 S03 2026-10`` is customer, service and month.

    A first part that may hold spaces (a calendar's name) takes them all; parts missing at the end match any.
    """
    columns = table.key_columns
    if not columns:
        return {}
    if columns[-1].kind is Kind.CLOCK:
        key, time = time_apart(key)
        parts = key.split(" ", maxsplit=len(columns) - 2)
        found = {column.field: part for column, part in zip(columns, parts, strict=False)}
        return found | {columns[-1].field: time}
    if columns[0].kind in (Kind.TEXT, Kind.PERSON):
        parts = key.rsplit(" ", maxsplit=len(columns) - 1)
    else:
        parts = key.split(" ", maxsplit=len(columns) - 1)
    return {column.field: part for column, part in zip(columns, parts, strict=False)}

"""Reading what refers to an id, and so what follows when it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, Q, QuerySet

from domestique.records.columns import Column, Table
from domestique.records.fields import IdListField, PersonField
from domestique.records.guard import Row
from domestique.records.ids.plan import (
    Following,
    Met,
    Plan,
    WhereBoth,
    is_over,
    key_of_values,
    refers_to_itself,
    with_id,
)
from domestique.records.kind import Words
from domestique.records.models import Record
from domestique.records.tables import TABLES, table_named


def has_own_id(table: Table) -> bool:
    """Whether the rows of a table are known by an id of their own."""
    return table.model.key_fields() == ("id",) and table.key == ("id",)


def row_with(table: Table, id_: str) -> Row | None:
    """Return the row of an id as plain values."""
    records: QuerySet[Record] = QuerySet(table.model)
    found: Row | None = records.filter(pk=id_).values(*table.fields).first()
    return found


def is_without_history(table: Table) -> bool:
    """Whether rows are kept without a history, for it could tell who wrote them (decision 020)."""
    return table.model.declared.words is Words.KEEPERS


def renaming_plan(table: Table, own: Row, new: str) -> Plan:
    """Return what follows when a record gets another id: every row that refers to it."""
    old = own["id"]
    following = tuple(_followers(table, old, new))
    return Plan(table, old, new, own, following)


def merging_plan(
    table: Table, gone: Row, survivor: Row, where_both: Mapping[str, WhereBoth], running: date
) -> Plan:
    """Return what follows when a record goes into another; rows that count before the ``running`` month stay."""
    old, new = gone["id"], survivor["id"]
    following, met, lapsed = [], [], []
    between = with_id(_columns_naming(table, table.name, new), gone, new, old)
    refer = [Following(table, gone, between)] if between else []
    closed: Counter[str] = Counter()
    for rows in _by_table(table, old, new):
        there = rows[0].table
        kind = there.model.declared
        if is_without_history(there):
            continue
        ends = _columns_naming(there, table.name, new)
        standing = {key_of_values(there, row): row for row in _rows_naming(there, ends, new)}
        is_series = kind.is_series and there.key_columns[0].to == table.name
        booked = there.by_name[kind.booked].field if kind.booked else ""
        for one in rows:
            becoming = {**one.row, **one.after}
            stays = standing.get(key_of_values(there, becoming)) if len(there.key) > 1 else None
            if refers_to_itself(there, becoming, table.name, new):
                refer.append(one)
            elif is_series and standing:
                lapsed.append(one)
            elif booked and is_over(one.row[booked], running):
                closed[there.name] += 1
            elif stays is not None:
                how = where_both.get(there.name, WhereBoth.STOP)
                met.append(Met(there, one.row, stays, how))
            else:
                following.append(one)
    return Plan(
        table,
        old,
        new,
        gone,
        tuple(following),
        tuple(met),
        tuple(lapsed),
        dict(closed),
        tuple(refer),
        survivor,
    )


def rows_naming(there: Table, target: str, id_: str) -> list[Row]:
    """Return the rows of a table that refer to an id of a target table, as plain values."""
    return _rows_naming(there, _columns_naming(there, target, id_), id_)


def anything_names(table: Table, id_: str) -> bool:
    """Whether any row refers to an id."""
    return any(_followers(table, id_, id_))


def kept_apart(table: Table) -> Iterator[tuple[type[Model], Field[Any, Any]]]:
    """Yield what refers to rows of a table from beside the records, such as letters of a survey and log-ins.

    Who did something is told by the id she had then.
    """
    for model in apps.get_models():
        if issubclass(model, Record) or hasattr(model, "history_object"):
            continue
        for field in model._meta.concrete_fields:
            is_hers = isinstance(field, PersonField) and field.unique
            if field.related_model is table.model or (is_hers and table.name == "people"):
                yield model, field


def _by_table(table: Table, old: str, new: str) -> Iterator[list[Following]]:
    found: dict[str, list[Following]] = {}
    for one in _followers(table, old, new):
        is_gone = one.table is table and one.row["id"] == old
        if not is_gone:
            found.setdefault(one.table.name, []).append(one)
    yield from found.values()


def _followers(table: Table, old: str, new: str) -> Iterator[Following]:
    """Yield every row that refers to an id, in at most two queries for each table that may."""
    for there in TABLES:
        columns = _columns_naming(there, table.name, old)
        for row in _rows_naming(there, columns, old):
            yield Following(there, row, with_id(columns, row, old, new))


def _columns_naming(there: Table, target: str, id_: str) -> list[Column]:
    """Return the columns that name rows of a table: a text that may name several tables' means a row of only this one."""
    return [
        one
        for one in there.columns
        if one.to == target
        or (
            target in one.one_of
            and not any(row_with(table_named(name), id_) for name in one.one_of if name != target)
        )
    ]


def _rows_naming(there: Table, columns: Sequence[Column], id_: str) -> list[Row]:
    if not columns:
        return []
    named = Q()
    lists: list[Column] = []
    for column in columns:
        field = there.model._meta.get_field(column.field)
        if isinstance(field, IdListField):
            lists.append(column)
        else:
            named |= Q(**{column.field: id_})
    records: QuerySet[Record] = QuerySet(there.model).order_by("pk")
    if lists:
        named |= Q(pk__in=_listing(records, lists, id_))
    return list(records.filter(named).values(*there.fields))


def _listing(records: QuerySet[Record], lists: list[Column], id_: str) -> list[object]:
    """Return the keys of rows whose lists name an id; SQLite and PostgreSQL ask lists in different ways."""
    rows = records.values_list("pk", *(one.field for one in lists))
    return [pk for pk, *several in rows if any(id_ in (named or ()) for named in several)]

"""Whose business a row is, and so who may see it: one rule for every kind of record, from what it declares.

- A row that is part of a customer (it cannot be without the link, or hangs on a row that is) is that customer's.
- A row that may name a customer, or several, is everybody's in IT while it names none; else it is theirs.
- Where a kind's words are to be heard only (moods, scores, where she turns instead), a row is for who may hear her.
- A single answer to a survey is nobody's but the keeper's: fewer than five could be told apart by it.
- All others are the organisation's: the tree, teams, services and what they cost. Who may open them is asked before,
  by ability.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db.models import Model, Q, QuerySet

from domestique.records.columns import Column, Kind, Table
from domestique.records.kind import Business, Words
from domestique.records.models import Record
from domestique.records.tables import table_named

if TYPE_CHECKING:
    from domestique.records.viewer import Viewer

CUSTOMERS = "customers"
Row = TypeVar("Row", bound=Model)
Kept = TypeVar("Kept", bound=Record)


def of_customers(
    rows: QuerySet[Row], ids: frozenset[str] | None, path: str = "customer"
) -> QuerySet[Row]:
    """Return the rows of these customers, ``path`` leading from a row to its customer; ``None`` is all of them."""
    return rows if ids is None else rows.filter(**{f"{path}__in": ids})


def visible(
    kind: type[Kept], *order: Any, joined: Sequence[str] = ()
) -> Callable[[Viewer], QuerySet[Kept]]:
    """Make the query of the rows of a kind that a viewer may see: in the kind's own order, or in another.

    ``joined`` are the links whose other ends are read with them.
    """

    def visible_to(viewer: Viewer) -> QuerySet[Kept]:
        rows = cast("QuerySet[Kept]", visible_rows(table_named(kind.declared.table), viewer))
        rows = rows.order_by(*(order or kind._meta.ordering or ()))
        return rows.select_related(*joined) if joined else rows

    return visible_to


def visible_rows(table: Table, viewer: Viewer) -> QuerySet[Record]:
    """Return the rows of a table without those the viewer may not see, in no order."""
    kind = table.model.declared
    records: QuerySet[Record] = QuerySet(table.model).order_by()
    if kind.whose is Business.THE_ORGANISATIONS:
        return records
    if kind.words is Words.KEEPERS and viewer.abilities is not None:
        return records.none()
    ids = viewer.heard if kind.words is Words.HEARD else viewer.customers
    if ids is None:
        return records
    path = path_to_customer(table)
    if path:
        return records.filter(**{f"{path}__in": ids})
    for column in table.columns:
        records = _limited(records, table, column, ids, viewer)
    return records


@cache
def path_to_customer(table: Table) -> str | None:
    """Return the way from a row to the customer it is a part of; none for what is not part of one.

    Only links a row cannot be without are followed.
    """
    if table.name == CUSTOMERS:
        return "id"
    for column in table.columns:
        if column.kind is Kind.LINK and column.required:
            if column.to == CUSTOMERS:
                return column.field
            path = path_to_customer(table_named(column.to))
            if path:
                return f"{column.field.removesuffix('_id')}__{path}"
    return None


def _limited(
    records: QuerySet[Record],
    table: Table,
    column: Column,
    ids: frozenset[str],
    viewer: Viewer,
) -> QuerySet[Record]:
    """Leave out the rows that a column gives to customers the viewer may not see."""
    if column.kind is Kind.LINKS and column.name == CUSTOMERS:
        return records.exclude(pk__in=_of_others(table, column, ids))
    if column.kind is not Kind.LINK or column.to == table.name:
        return records
    is_free = Q(**{f"{column.field}__isnull": True}) | Q(**{column.field: ""})
    if column.to == CUSTOMERS:
        return records.filter(is_free | Q(**{f"{column.field}__in": ids}))
    target = table_named(column.to)
    path = path_to_customer(target)
    if path:
        theirs = Q(**{f"{column.field.removesuffix('_id')}__{path}__in": ids})
        return records.filter(is_free | theirs)
    if any(one.to == CUSTOMERS for one in target.columns):
        seen = visible_rows(target, viewer).values_list("pk", flat=True)
        return records.filter(is_free | Q(**{f"{column.field}__in": list(seen)}))
    return records


def _of_others(table: Table, column: Column, ids: frozenset[str]) -> list[object]:
    """Return the keys of rows whose customers are all others; SQLite and PostgreSQL ask lists in different ways."""
    records: QuerySet[Record] = QuerySet(table.model)
    rows = records.values_list("pk", column.field)
    return [pk for pk, named in rows if named and not ids & {*named}]


def unsaid(table: Table) -> Iterator[str]:
    """Yield what a kind leaves open about whose its rows are and from whom their words are kept; it may not start then."""
    kind, is_hers = table.model.declared, path_to_customer(table) is not None
    if not is_hers and kind.whose is None:
        yield f"{table.name} does not say whose business its rows are (whose=)."
    if is_hers and kind.whose is not None:
        yield f"{table.name} says whose business its rows are, though a link says it: they are a customer's."
    if kind.whose is Business.THE_ORGANISATIONS and any(map(_names_customers, table.columns)):
        yield f"{table.name} says that its rows are the organisation's, though they may name customers."
    is_anybodys = is_hers or kind.whose is Business.THOSE_NAMED
    if is_anybodys and kind.words is None and any(column.is_long for column in table.columns):
        yield f"{table.name} does not say from whom its words are kept (words=)."


def _names_customers(column: Column) -> bool:
    if not column.to or column.to == CUSTOMERS:
        return bool(column.to)
    target = table_named(column.to)
    named = target.model.declared.whose is Business.THOSE_NAMED
    return named or path_to_customer(target) is not None

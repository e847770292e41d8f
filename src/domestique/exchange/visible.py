"""Whose business a row is, and so who may see it: one rule for every table.

- A row that is part of a customer (it cannot be without the link, or hangs on a row that is) is that customer's.
- A customer's own words, moods and scores (``HEARD``) are for who may hear her.
- A row that may name a customer, or several, is everybody's in IT while it names none; else it is theirs.
- A single answer to a survey is nobody's but the keeper's: fewer than five could be told apart by it.
- All other tables are the organisation's: the tree, teams, services and what they cost. Who may open them is asked
  before, by ability.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from domestique.exchange.tables import table_named
from domestique.records.columns import Column, Kind, Table

if TYPE_CHECKING:
    from domestique.records.models import Record
    from domestique.records.viewer import Viewer

HEARD = frozenset({"pulses", "value_scores", "alternatives"})
KEEPERS_OWN = frozenset({"survey_answers"})
CUSTOMERS = "customers"


def visible_rows(table: Table, viewer: Viewer) -> QuerySet[Record]:
    """Return the rows of a table without those the viewer may not see, in no order."""
    records: QuerySet[Record] = QuerySet(table.model).order_by()
    if table.name in KEEPERS_OWN and viewer.abilities is not None:
        return records.none()
    ids = viewer.heard if table.name in HEARD else viewer.customers
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

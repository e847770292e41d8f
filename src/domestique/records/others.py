"""Business of customers who are not open to who saves: no record is taken out of it, put into it or linked to it.

Whose a record is follows from what its kind declares, by the same rule as who may see it (``records.whose``). A link
that is set anew must not lead to business that is not open either.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from django.db.models import QuerySet

from domestique.quantities.errors import Refusal
from domestique.records.act import Act, Kind
from domestique.records.columns import Column
from domestique.records.columns import Kind as Cells
from domestique.records.guard import Row
from domestique.records.models import Record
from domestique.records.refusals import BusinessOfOthers, NotYourCustomer
from domestique.records.tables import Table, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import CUSTOMERS, path_to_customer

_MOST_VALUES = 500


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a kind that lead to customers: ``owning`` ones make a record a customer's business."""

    owning: Mapping[str, Kind]
    others: Mapping[str, Kind]
    names_customers: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The attributes that tell whose a record is."""
        return (*self.owning, *((CUSTOMERS,) if self.names_customers else ()))


def is_customer(kind: Kind) -> bool:
    """Whether the records of a kind are the customers themselves."""
    return kind.declared.table == CUSTOMERS


@cache
def links_of(kind: Kind) -> Links:
    """Return the links of a kind that tell whose business its records are."""
    table = table_named(kind.declared.table)
    leading = {
        column.field: table_named(column.to).model
        for column in table.columns
        if column.kind is Cells.LINK and _has_business(table_named(column.to))
    }
    path = path_to_customer(table)
    if path:
        first = path.split("__")[0].removesuffix("_id") + "_id"
        owning = {name: to for name, to in leading.items() if name == first}
        return Links(owning, {name: to for name, to in leading.items() if name != first})
    named = any(_names_several(column) for column in table.columns)
    return Links({name: to for name, to in leading.items() if to is not kind}, {}, named)


def _has_business(table: Table) -> bool:
    is_part = path_to_customer(table) is not None
    return is_part or any(column.to == CUSTOMERS for column in table.columns)


def _names_several(column: Column) -> bool:
    return column.kind is Cells.LINKS and column.name == CUSTOMERS


@dataclass(frozen=True, slots=True)
class Closed:
    """The records that an act's rows link to and that are not open to who saves, by field."""

    viewer: Viewer
    kind: Kind
    ids: Mapping[str, AbstractSet[str]]

    def refusal(self, before: Row | None, after: Row) -> Refusal | None:
        """Return why a row is not hers to save: as it stands, as it would be, or by a link set anew."""
        links = links_of(self.kind)
        for row in (before, after) if before else (after,):
            refusal = _of_others(self, links, row)
            if refusal:
                return refusal
        for name in links.others:
            is_new = before is None or before[name] != after[name]
            if is_new and after[name] in self.ids[name]:
                return BusinessOfOthers(person=self.viewer.person, value=after[name]).at(name)
        return None


def _of_others(closed: Closed, links: Links, row: Row) -> Refusal | None:
    if is_customer(closed.kind) and not closed.viewer.may_see_customer(row["id"]):
        return NotYourCustomer()
    for name in links.owning:
        if row[name] in closed.ids[name]:
            return BusinessOfOthers(person=closed.viewer.person, value=row[name]).at(name)
    if links.names_customers and not _is_hers(closed.viewer, row[CUSTOMERS]):
        return NotYourCustomer().at(CUSTOMERS)
    return None


def business_of_others(kind: Kind, act: Act) -> Closed | None:
    """Find which rows of an act are business of customers not open to who saves; ``None`` where none can be.

    In a constant number of queries, none of them for links to customers of hers.
    """
    if act.viewer.customers is None:
        return None
    links = links_of(kind)
    if not (links.owning or links.others or links.names_customers or is_customer(kind)):
        return None
    named: dict[str, set[str]] = {name: set() for name in (*links.owning, *links.others)}
    for step in act.steps(kind):
        for row in (step.before, step.after) if step.before else (step.after,):
            for name in links.owning:
                named[name].add(row[name])
        for name in links.others:
            if step.before is None or step.before[name] != step.after[name]:
                named[name].add(step.after[name])
    every = {**links.owning, **links.others}
    closed = {name: closed_among(every[name], ids - {None, ""}, act) for name, ids in named.items()}
    can_be = any(closed.values()) or links.names_customers or is_customer(kind)
    return Closed(act.viewer, kind, closed) if can_be else None


def closed_among(kind: Kind, ids: AbstractSet[str], act: Act) -> set[str]:
    """Return which records of a kind are not open to who saves; one that is not there is not closed either."""
    if is_customer(kind):
        others = {id_ for id_ in ids if not act.viewer.may_see_customer(id_)}
        return {row["id"] for row in _rows(kind, ("id",), others, act)} if others else set()
    links = links_of(kind)
    rows = _rows(kind, ("id", *links.fields), ids, act) if ids else []
    closed = {
        name: closed_among(to, {row[name] for row in rows} - {None, ""}, act)
        for name, to in links.owning.items()
    }
    return {
        row["id"]
        for row in rows
        if any(row[name] in closed[name] for name in links.owning)
        or (links.names_customers and not _is_hers(act.viewer, row[CUSTOMERS]))
    }


def _rows(kind: Kind, fields: Iterable[str], ids: AbstractSet[str], act: Act) -> list[Row]:
    """Return records as the act leaves them, in one query."""
    records: QuerySet[Record] = QuerySet(kind).order_by()
    if len(ids) <= _MOST_VALUES:
        records = records.filter(pk__in=ids)
    rows: dict[str, Row] = {row["id"]: row for row in records.values(*fields) if row["id"] in ids}
    rows |= {step.after["id"]: step.after for step in act.steps(kind) if step.after["id"] in ids}
    return [*rows.values()]


def _is_hers(viewer: Viewer, named: Iterable[str]) -> bool:
    customers = [*named]
    return not customers or any(viewer.may_see_customer(one) for one in customers)

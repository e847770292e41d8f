"""What the rows of a table are called, so that a link can be read: ``Web shop`` rather than ``S03``."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from domestique.parties.models import Customer
from domestique.records.models import Record
from domestique.records.tables import table_named

# Where the words of a name stand; tables that are not here have ids only.
NAME_FIELDS: dict[str, tuple[str, ...]] = {
    "customers": ("person", "unit__name"),
    "orderers": ("person",),
    "packages": ("name",),
    "people": ("name",),
    "services": ("name_en", "name_sv", "name_fi"),
    "suppliers": ("name",),
    "teams": ("name",),
    "units": ("name",),
}
_NAMED_BY: dict[str, Callable[[Any], str]] = {
    "orderers": lambda orderer: str(orderer.person),
}


def names_of(table: str, ids: Iterable[str]) -> dict[str, str]:
    """Return what the rows with these ids are called, in one query; rows without a name are left out."""
    wanted = set(ids)
    if not wanted or table not in NAME_FIELDS:
        return {}
    return dict(_named(table, _rows(table).filter(pk__in=wanted)))


def first_names(table: str, most: int) -> Sequence[tuple[str, str]]:
    """Return ids and names to choose from, in the order of the ids; none if there are more than ``most``."""
    rows = list(_rows(table)[: most + 1])
    return () if len(rows) > most else _named(table, rows)


def _rows(table: str) -> QuerySet[Any]:
    if table == "customers":
        return Customer.objects.select_related("unit").order_by("pk")
    return QuerySet(table_named(table).model).order_by("pk")


def _named(table: str, rows: Iterable[Record]) -> list[tuple[str, str]]:
    name_of = _NAMED_BY.get(table, lambda row: str(getattr(row, "name", "")))
    return [(str(row.pk), name_of(row)) for row in rows]

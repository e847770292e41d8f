"""The tables fit the records they become and the files they are written to."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from domestique.records.columns import Kind, Table
from domestique.records.tables import STARTING_TABLES, TABLES, table_named

DEMO = files("domestique.exchange") / "demo"


@pytest.mark.parametrize(
    "table",
    # The demo's golden results rest on what is known without a word of a source.
    [table for table in TABLES if table.name != "log_complete"],
    ids=lambda table: table.name,
)
def test_columns_stand_as_in_the_demo_files(table: Table) -> None:
    header = next(csv.reader((DEMO / f"{table.name}.csv").read_text("utf-8").splitlines()))
    assert tuple(header) == tuple(table.by_name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_fit_the_fields_they_fill(table: Table) -> None:
    for column in table.columns:
        field = table.model._meta.get_field(column.field)
        assert field.attname == column.field
        assert getattr(field, "decimal_places", 0) == column.places
        if column.longest and not field.is_relation:
            assert field.max_length == column.longest
        if field.choices:
            assert tuple(value for value, _ in field.choices) == column.choices


def test_every_link_leads_to_a_table_that_is_loaded_or_comes_later() -> None:
    names = {table.name for table in TABLES}
    links = [column for table in TABLES for column in table.columns if column.to]
    assert len(links) > 20
    assert {column.to for column in links} <= names
    assert all(column.kind in (Kind.LINK, Kind.LINKS, Kind.PERSON, Kind.PEOPLE) for column in links)


def test_a_newcomer_needs_few_columns() -> None:
    required = {
        name: [column.name for column in table_named(name).columns if column.required]
        for name in STARTING_TABLES
    }
    assert required == {
        "customers": ["id"],
        "services": ["id"],
        "planned_consumption": ["customer", "service", "year", "units"],
    }

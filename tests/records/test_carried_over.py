"""A database made step by step ends as a new one does, with all its rows."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from django.apps import apps
from django.db import ConnectionHandler, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

# The rooms whose tables were made step by step before they were made at once: some steps of each,
# and all there were.
HALF_WAY = [
    ("access", "0001_accounts"),
    ("agreements", "0001_initial"),
    ("parties", "0002_people"),
    ("portfolio", "0001_initial"),
    ("relations", "0002_daily_work"),
    ("satisfaction", "0001_initial"),
]
STEP_BY_STEP = [
    ("access", "0002_calendar_address"),
    ("agreements", "0002_proposed_and_accepted"),
    ("calendars", "0001_initial"),
    ("consumption", "0001_initial"),
    ("costing", "0001_initial"),
    ("delivery", "0001_initial"),
    ("exchange", "0001_load_run"),
    ("impact", "0001_initial"),
    ("improvement", "0001_initial"),
    ("lists", "0001_initial"),
    ("parties", "0003_overruled_roles"),
    ("portfolio", "0002_purpose"),
    ("records", "0001_initial"),
    ("relations", "0004_proposed_step"),
    ("satisfaction", "0003_surveys_answered"),
    ("sessions", "0001_initial"),
]


@pytest.fixture
def database(tmp_path, monkeypatch):
    """Opens a file by its name, as a database that Django knows."""
    opened = []

    def open_file(name: str) -> Any:
        engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / name}
        known = ConnectionHandler({"default": engine}).settings["default"]
        monkeypatch.setitem(connections.databases, name, known)
        opened.append(name)
        return connections[name]

    yield open_file
    for name in opened:
        connections[name].close()
        del connections[name]


def test_database_made_step_by_step_is_carried_over_with_all_its_rows(demo, tmp_path, database):
    older, newer = database("older"), database("newer")
    step(older, HALF_WAY)
    shutil.copy(tmp_path / "older", tmp_path / "half_way")
    step(older, STEP_BY_STEP)
    fill(older)
    columns = {
        model._meta.db_table: columns_of(older, model._meta.db_table) for model in kinds_of(older)
    }
    before = rows(older, columns)

    half_way = database("half_way")
    for each in (older, half_way, newer):
        carry_over(each)

    assert rows(older, columns) == before
    assert sum(len(found) for found in before.values()) > 1000
    assert schema(older) == schema(half_way) == schema(newer)
    assert steps_done(older) == steps_done(half_way) == steps_done(newer)


@pytest.mark.django_db  # which has the demo's database made for the test above, too
def test_every_room_that_has_migrations_is_carried_over():
    rooms = {app for app, _ in MigrationLoader(connection).disk_migrations}
    assert rooms == {app for app, _ in STEP_BY_STEP}


def step(database: Any, targets: list[tuple[str, str]]) -> None:
    """Take the steps of old, as a version without anything better did."""
    executor = MigrationExecutor(database)
    executor.loader = MigrationLoader(database, replace_migrations=False)
    executor.migrate(targets)


def carry_over(database: Any) -> None:
    executor = MigrationExecutor(database)
    executor.migrate(executor.loader.graph.leaf_nodes())


def kinds_of(database: Any) -> list[Any]:
    """Return the models that have a table already; a later step makes the others."""
    tables = set(database.introspection.table_names())
    return [model for model in apps.get_models() if model._meta.db_table in tables]


def fill(database: Any) -> None:
    """Put the demo's rows in, with their history."""
    for model in kinds_of(database):
        there = columns_of(database, model._meta.db_table)
        fields = [field for field in model._meta.concrete_fields if field.column in there]
        columns = ", ".join(f'"{field.column}"' for field in fields)
        places = ", ".join("%s" for _ in fields)
        with database.cursor() as cursor:
            cursor.executemany(
                f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})',  # noqa: S608 - names of our own tables
                [
                    [
                        field.get_db_prep_save(value, database)
                        for field, value in zip(fields, row, strict=True)
                    ]
                    for row in model._base_manager.values_list(*(f.attname for f in fields))
                ],
            )


def columns_of(database: Any, table: str) -> list[str]:
    """Return the columns of a table as it stands there; newer versions have more."""
    with database.cursor() as cursor:
        return [one.name for one in database.introspection.get_table_description(cursor, table)]


def rows(database: Any, columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    with database.cursor() as cursor:
        return {
            table: cursor.execute(_all_of(table, names)).fetchall()
            for table, names in columns.items()
        }


def _all_of(table: str, names: list[str]) -> str:
    columns = ", ".join(f'"{one}"' for one in names)
    return f'SELECT {columns} FROM "{table}" ORDER BY 1, 2'  # noqa: S608 - names of our own tables


def schema(database: Any) -> set[Any]:
    with database.cursor() as cursor:
        return set(cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master").fetchall())


def steps_done(database: Any) -> set[Any]:
    with database.cursor() as cursor:
        return set(cursor.execute("SELECT app, name FROM django_migrations").fetchall())

"""A database made step by step ends as a new one does, with all its rows."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import Any

import pytest
from django.apps import apps
from django.db import ConnectionHandler, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from domestique.parties.models import Person
from domestique.records.fields import PersonField

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
# The last release, which made these rooms at once and recorded that under names that are no more.
RELEASED = [
    ("agreements", "0003_ending_and_confirmation"),
    ("relations", "0005_need_asks_for"),
    ("satisfaction", "0004_verdict_by"),
]
MADE_AT_ONCE = [
    ("access", "0001_squashed_0002_calendar_address"),
    ("agreements", "0001_squashed_0002_proposed_and_accepted"),
    ("parties", "0001_squashed_0003_overruled_roles"),
    ("portfolio", "0001_squashed_0002_purpose"),
    ("relations", "0001_squashed_0004_proposed_step"),
    ("satisfaction", "0001_squashed_0003_surveys_answered"),
]
# Columns that are no more and could not be left empty.
GONE = {"parties_supplier": {"services": "'[]'"}}


@pytest.fixture
def database(tmp_path, monkeypatch, django_db_blocker):
    """Opens a file by its name, as a database that Django knows."""
    opened = []

    def open_file(name: str) -> Any:
        engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / name}
        known = ConnectionHandler({"default": engine}).settings["default"]
        monkeypatch.setitem(connections.databases, name, known)
        opened.append(name)
        return connections[name]

    with django_db_blocker.unblock():
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
        model._meta.db_table: [field.column for field in stored(older, model)]
        for model in kinds_of(older)
    }
    for table in ("parties_person", "parties_historicalperson"):
        columns[table].remove("id")  # a number then, her name now
    before = rows(older, columns)

    older.close()
    shutil.copy(tmp_path / "older", tmp_path / "released")
    half_way, released = database("half_way"), database("released")
    step(released, RELEASED)
    for done in MADE_AT_ONCE:
        MigrationRecorder(released).record_applied(*done)
    for each in (older, half_way, released, newer):
        carry_over(each)

    assert rows(older, columns) == rows(released, columns) == before
    assert sum(len(found) for found in before.values()) > 1000
    assert schema(older) == schema(half_way) == schema(released) == schema(newer)
    assert steps_done(older) == steps_done(half_way) == steps_done(newer)
    assert steps_done(released) == steps_done(newer) | set(MADE_AT_ONCE)


@pytest.mark.django_db  # which has the demo's database made for the test above, too
def test_every_room_that_has_migrations_is_carried_over():
    rooms = {app for app, _ in MigrationLoader(connection).disk_migrations}
    assert rooms == {app for app, _ in STEP_BY_STEP}


@pytest.mark.parametrize("broke_off_after", [[], [("parties", "0005_people_linked")]])
def test_what_suppliers_and_services_told_becomes_contracts_with_their_history(
    database, capsys, broke_off_after
):
    """S2 names a supplier who does not carry it until March; S1 names nobody, and is carried all the same."""
    older = database("older")
    step(older, STEP_BY_STEP)
    told(
        older,
        "parties_supplier",
        "V1",
        1,
        services='["S1"]',
        availability=99,
        contract_ends="2027-12-31",
    )
    told(older, "portfolio_service", "S1", 1)
    told(older, "portfolio_service", "S2", 2, supplier_id="V1")
    told(older, "parties_supplier", "V1", 3, services='["S1", "S2"]', availability=99.5)
    told(older, "portfolio_service", "S3", 4, supplier_id="V2")

    step(older, broke_off_after)
    carry_over(older)

    with older.cursor() as cursor:
        now = cursor.execute(
            "SELECT id, supplier_id, services, availability, ends, version FROM portfolio_suppliercontract ORDER BY id"
        )
        assert now.fetchall() == [
            ("V1-1", "V1", '["S1", "S2"]', 99.5, None, 2),
            ("V2-0", "V2", '["S3"]', None, None, 1),
        ]
        history = cursor.execute(
            "SELECT id, history_type, history_user_id, history_change_reason, substr(history_date, 1, 10), "
            "services, substr(ends, 1, 4) "
            "FROM portfolio_historicalsuppliercontract ORDER BY history_id"
        )
        assert history.fetchall() == [
            ("V1-1", "+", "P1", "W1", "2026-01-01", '["S1"]', "2027"),
            ("V1-0", "+", "P2", "W2", "2026-02-01", '["S2"]', None),
            ("V1-1", "~", "P3", "W3", "2026-03-01", '["S1", "S2"]', None),
            ("V1-0", "-", "P3", "W3", "2026-03-01", '["S2"]', None),
            ("V2-0", "+", "P4", "W4", "2026-04-01", '["S3"]', None),
        ]
    assert capsys.readouterr().err == (
        "S3: supplier V2 was named, but its row did not carry this; contract V2-0 now does, without level or end.\n"
    )


def told(database: Any, table: str, id_: str, month: int, **cells: Any) -> None:
    """Put a row in as it was in the first of a month, with its history; what is not said is as empty as may be."""
    with database.cursor() as cursor:
        for name in (table, table.replace("_", "_historical")):
            there = database.introspection.get_table_description(cursor, name)
            row = {one.name: "" for one in there if not one.null_ok and not one.pk}
            row |= {"id": id_, "version": 1, **cells}
            if name != table:
                row |= {"history_date": f"2026-{month:02}-01 10:00:00", "history_type": "+"}
                row |= {"history_user_id": f"P{month}", "history_change_reason": f"W{month}"}
            columns, places = ", ".join(row), ", ".join("%s" for _ in row)
            cursor.execute(
                f'INSERT OR REPLACE INTO "{name}" ({columns}) VALUES ({places})',  # noqa: S608 - names of our own tables
                [*row.values()],
            )


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
        fields = stored(database, model)
        gone = GONE.get(model._meta.db_table.replace("historical", ""), {})
        columns = ", ".join([*(f'"{field.column}"' for field in fields), *gone])
        places = ", ".join(["%s"] * len(fields) + [*gone.values()])
        with database.cursor() as cursor:
            cursor.executemany(
                f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})',  # noqa: S608 - names of our own tables
                [
                    [
                        _as_then(field, field.get_db_prep_save(value, database))
                        for field, value in zip(fields, row, strict=True)
                    ]
                    for row in model._base_manager.values_list(*(f.attname for f in fields))
                ],
            )


def _as_then(field: Any, value: Any) -> Any:
    """Nobody was an empty text before people had records, and a person's number was her database's."""
    if field.model in (Person, Person.history.model) and field.name == "id":
        return int(sha256(value.encode()).hexdigest()[:8], 16)
    return "" if value is None and isinstance(field, PersonField) else value


def stored(database: Any, model: Any) -> list[Any]:
    """Return the fields of a model that its table has as it stands there; newer versions have others."""
    with database.cursor() as cursor:
        there = database.introspection.get_table_description(cursor, model._meta.db_table)
    columns = {one.name for one in there}
    return [field for field in model._meta.concrete_fields if field.column in columns]


def rows(database: Any, columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    with database.cursor() as cursor:
        return {
            table: [
                tuple("" if value is None else value for value in row)
                for row in cursor.execute(_all_of(table, names)).fetchall()
            ]
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

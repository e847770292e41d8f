"""What many tests are given: the demo organisation loaded, and someone who looks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from domestique.records.viewer import Viewer
from people_of_rows import enter_missing_people

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the walks in a browser come last: they take a whole core each, and others would make them wait."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(autouse=True)
def _people_of_rows(request: pytest.FixtureRequest, _django_db_marker: None) -> Iterator[None]:
    """Let tests make rows past the door that name anybody: who has no record gets one before the keys are checked."""
    uses = bool(request.node.get_closest_marker("django_db"))
    if "db" in request.fixturenames:
        uses = request.getfixturevalue("db") is None
    yield
    if uses and connection.in_atomic_block and not connection.needs_rollback:
        enter_missing_people()


@pytest.fixture
def viewer() -> Viewer:
    """Someone who sees everything."""
    return Viewer(person="Petri Salmela")


@pytest.fixture(scope="session")
def kept_demo(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> tuple[sqlite3.Connection, sqlite3.Connection] | None:
    """An empty database and the demo organisation, to be copied in a moment; PostgreSQL has to load it each time."""
    if connection.vendor != "sqlite":
        return None
    empty, loaded = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    with django_db_blocker.unblock():
        connection.ensure_connection()
        connection.connection.backup(empty)
        _load_demo()
        connection.connection.backup(loaded)
        empty.backup(connection.connection)
    return empty, loaded


@pytest.fixture(scope="module")
def demo(
    kept_demo: tuple[sqlite3.Connection, sqlite3.Connection] | None,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[None]:
    """The demo organisation, there for a whole file of tests and taken away after it."""
    with django_db_blocker.unblock():
        if kept_demo is None:
            with transaction.atomic():
                _load_demo()
                yield
                transaction.set_rollback(True)
        else:
            empty, loaded = kept_demo
            loaded.backup(connection.connection)
            yield
            empty.backup(connection.connection)


def _load_demo() -> None:
    from domestique.exchange.loading import load_demo

    report = load_demo(viewer=Viewer(person="Petri Salmela"))
    assert report.loaded, report.errors


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real input made by others, which stands beside the project and not in it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with data made by others is not here")
    return SHARED

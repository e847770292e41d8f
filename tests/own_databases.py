"""A database of a test's own, of the kind the tests run on, for processes that share it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

SETTINGS = "domestique.site.settings"
MIGRATE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, skip_checks=True)
"""


@pytest.fixture
def own_database(tmp_path: Path) -> Iterator[str]:
    """A migrated database of the test's own, of the kind the tests run on."""
    server = os.environ.get("DOMESTIQUE_TEST_DATABASE", "")
    name = f"domestique_{os.getpid()}"
    is_server = connection.vendor == "postgresql"
    address = f"{server.rpartition('/')[0]}/{name}" if is_server else str(tmp_path / "own.sqlite3")
    if is_server:
        with psycopg.connect(server, autocommit=True) as own:
            own.execute(f"CREATE DATABASE {name}")
    run(address, MIGRATE).check_returncode()
    yield address
    if is_server:
        with psycopg.connect(server, autocommit=True) as own:
            own.execute(f"DROP DATABASE {name} WITH (FORCE)")


def surroundings(database: str) -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "DOMESTIQUE_DATABASE": database}


def run(database: str, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env=surroundings(database),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

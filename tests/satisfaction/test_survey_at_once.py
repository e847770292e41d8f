"""Eight clients answer at once, on a database of their own: no answer lost, none counted twice.

``python -m bench.survey`` shows the same with 10,000 invitations.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

PROJECT = Path(__file__).resolve().parents[2]
INVITATIONS = 600


@pytest.fixture
def own_database(tmp_path: Path, django_db_setup: None) -> Iterator[str]:
    """A database of the test's own, of the kind the tests run on."""
    server, name = os.environ.get("DOMESTIQUE_TEST_DATABASE", ""), f"survey_{os.getpid()}"
    if connection.vendor != "postgresql":
        yield str(tmp_path / "survey.sqlite3")
        return
    with psycopg.connect(server, autocommit=True) as own:
        own.execute(f"CREATE DATABASE {name}")
    yield f"{server.rpartition('/')[0]}/{name}"
    with psycopg.connect(server, autocommit=True) as own:
        own.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_no_answer_is_lost_and_none_is_counted_twice(own_database: str):
    asked = subprocess.run(
        [sys.executable, "-m", "bench.survey", "--invitations", str(INVITATIONS)],
        cwd=PROJECT,
        env={
            **os.environ,
            "DOMESTIQUE_DATABASE": own_database,
            "DJANGO_SETTINGS_MODULE": "domestique.site.settings",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert asked.returncode == 0, asked.stderr[-600:]
    found = json.loads(asked.stdout)
    assert (found["used"], found["sheets"], found["taken"]) == (INVITATIONS,) * 3
    assert found["answers"] == 4 * INVITATIONS
    assert (found["refused"], found["failed"]) == (found["tried"] - INVITATIONS, 0)

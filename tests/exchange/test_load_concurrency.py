"""A load that is killed leaves nothing behind; two loads at once lose nothing."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg

from own_databases import own_database, run, surroundings

__all__ = ["own_database"]

# Tells table and rows done after each batch and then rests, so that there is a middle to kill it in.
LOAD = """
import sys, time
from pathlib import Path
import django; django.setup()
from django.db import connection
from domestique.exchange import writing
from domestique.exchange.loading import load
from domestique.records.viewer import Viewer
folder, rest, patience = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
writing.WAIT_SECONDS = patience
if connection.vendor == "sqlite":
    connection.settings_dict["OPTIONS"]["timeout"] = patience
def tell(table, done, total):
    print(table, done, total, flush=True)
    time.sleep(rest)
report = load(folder, viewer=Viewer("Ebba"), on_progress=tell)
print("loaded" if report.loaded else str(report.errors[0].reason), flush=True)
"""


def start_load(database: str, folder: Path, rest: float) -> subprocess.Popen[str]:
    """Start a load and return when it has written its first batch."""
    words = [sys.executable, "-c", LOAD, str(folder), str(rest), "30"]
    process = subprocess.Popen(words, env=surroundings(database), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("services 2000")
    return process


def load(database: str, folder: Path, patience: int = 30) -> str:
    """Load and return the last thing it said."""
    told = run(database, LOAD, str(folder), "0", str(patience))
    return (told.stdout.strip().splitlines() or [told.stderr])[-1]


def services(folder: Path, prefix: str, count: int) -> Path:
    folder.mkdir()
    lines = ["id,owner", *(f"{prefix}{number},Noor Rahimi" for number in range(count))]
    (folder / "services.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def counted(database: str) -> tuple[int, int]:
    """Count the services and what the history holds of them, past Django."""
    opened = psycopg.connect if database.startswith("postgresql") else sqlite3.connect
    tables = ("portfolio_service", "portfolio_historicalservice")
    own = opened(database)
    counts = [own.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]  # noqa: S608
    own.close()
    return counts[0][0], counts[1][0]


def test_killed_load_leaves_the_database_as_before(tmp_path: Path, own_database: str) -> None:
    assert load(own_database, services(tmp_path / "few", "A", 10)) == "loaded"
    many = services(tmp_path / "many", "B", 5000)
    process = start_load(own_database, many, rest=30)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert counted(own_database) == (10, 10)
    assert load(own_database, many) == "loaded"
    assert counted(own_database) == (5010, 5010)


def test_second_load_waits_for_the_first_and_nothing_is_lost(
    tmp_path: Path, own_database: str
) -> None:
    first = start_load(own_database, services(tmp_path / "first", "A", 5000), rest=0.5)
    second = load(own_database, services(tmp_path / "second", "B", 3000))
    told, _ = first.communicate()
    assert (told.splitlines()[-1], second) == ("loaded", "loaded")
    assert counted(own_database) == (8000, 8000)


def test_load_that_waited_too_long_says_so(tmp_path: Path, own_database: str) -> None:
    first = start_load(own_database, services(tmp_path / "first", "A", 2001), rest=30)
    second = load(own_database, services(tmp_path / "second", "B", 3), patience=2)
    first.kill()
    first.communicate()
    assert second == (
        "Someone else is loading into this database, and it did not end within 2 seconds; "
        "nothing was loaded, so load again when it has ended."
    )
    assert counted(own_database) == (0, 0)

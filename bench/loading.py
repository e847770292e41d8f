"""Loading 10,000 services, 200 customers, 30,000 dependencies and 100,000 consumption rows, with history kept.

Each side has a process of its own, so that its time and its peak memory are its own. The bare side
reads the same files with ``csv`` and puts the same rows into the same columns with ``sqlite3``: it
checks nothing, compares nothing and keeps no history.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.made_up import Size, write_organisation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domestique.exchange.files.cells import Problem
    from domestique.exchange.rows import Incoming
    from domestique.records.viewer import Viewer

PEERS_ROWS_A_SECOND = (30, 100)


def run(folder: Path, database: Path) -> list[tuple[str, str, str, str]]:
    """Write the tables, load them both ways into fresh databases, and return rows of what was measured."""
    rows = write_organisation(folder, Size())
    ours = _measured("ours", folder, database)
    again = _measured("ours", folder, database)
    with tempfile.TemporaryDirectory() as scratch:
        bare = _measured("bare", folder, Path(scratch) / "bare.sqlite3")
        proposed = _proposed(folder, Path(scratch) / "proposed")
        guarded = _measured("guarded", proposed, Path(scratch) / "guarded.sqlite3")
    a_second = rows / ours["seconds"]
    return [
        (
            f"loading {rows:,} rows, history kept",
            f"{a_second:,.0f} rows/s ({ours['seconds']:.1f} s)",
            f"bare csv + sqlite3: {rows / bare['seconds']:,.0f} rows/s; peers {PEERS_ROWS_A_SECOND[0]}-{PEERS_ROWS_A_SECOND[1]}",
            f"{ours['seconds'] / bare['seconds']:.1f} x the bare time",
        ),
        (
            "the same: peak memory of the process",
            f"{ours['peak']:.0f} MB",
            f"bare: {bare['peak']:.0f} MB",
            f"{ours['peak'] / bare['peak']:.1f} x",
        ),
        (
            "loading the same again, nothing changes",
            f"{again['seconds']:.1f} s",
            f"the first time: {ours['seconds']:.1f} s",
            f"{again['seconds'] / ours['seconds']:.2f} x",
        ),
        (
            "the same by a person each of whose customers is asked for",
            f"{guarded['seconds']:.1f} s",
            f"the guards alone: {guarded['guards']:.2f} s",
            f"{guarded['guards'] / guarded['seconds']:.1%} of the load",
        ),
    ]


def _proposed(folder: Path, into: Path) -> Path:
    """Write the tables as somebody other than the keeper may: she accepts no role for others, and takes nothing live."""
    into.mkdir()
    for file in folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        for done, proposed in ((",accepted", ",identified"), (",live", ",building")):
            text = text.replace(done, proposed)
        (into / file.name).write_text(text, encoding="utf-8")
    return into


def _measured(side: str, folder: Path, database: Path) -> dict[str, float]:
    """Run one side in a fresh process; it tells its seconds and its peak in MB."""
    command = [sys.executable, "-m", "bench.loading", side, str(folder), str(database)]
    environment = {**os.environ, "DOMESTIQUE_DATABASE": str(database)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def load_ours(folder: Path) -> None:
    """Load as the command does, on a database whose tables are there."""
    from domestique.access.viewers import present_viewer

    _load(folder, present_viewer())


def load_guarded(folder: Path) -> float:
    """Load as somebody who has all customers, but one by one; return the seconds of the guards in it."""
    from domestique.exchange import loading
    from domestique.records.ability import Ability
    from domestique.records.viewer import Viewer

    check, seconds = loading.check_guards, 0.0

    def timed(incomings: Sequence[Incoming], viewer: Viewer, why: str) -> list[Problem]:
        nonlocal seconds
        began = time.perf_counter()
        problems = list(check(incomings, viewer, why))
        seconds += time.perf_counter() - began
        return problems

    customers = frozenset(f"C{number:03}" for number in range(Size().customers))
    abilities = frozenset({Ability.LOAD, Ability.CHANGE_RECORDS})
    with patch.object(loading, "check_guards", timed):
        _load(folder, Viewer("Manager", customers, abilities))
    return seconds


def _load(folder: Path, viewer: Viewer) -> None:
    from domestique.exchange.loading import load

    report = load(folder, viewer=viewer)
    if not report.loaded:
        sys.exit(str(report.errors[:3]))


def load_bare(folder: Path, database: Path) -> None:
    """Insert every row of every file as it is."""
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        for file in sorted(folder.glob("*.csv")):
            with file.open(encoding="utf-8", newline="") as lines:
                reader = csv.reader(lines)
                header = next(reader)
                connection.execute(
                    f"CREATE TABLE {file.stem} ({', '.join(f'{name!r}' for name in header)})"
                )
                places = ",".join("?" * len(header))
                connection.executemany(f"INSERT INTO {file.stem} VALUES ({places})", reader)


def _set_up() -> None:
    """Prepare the tables, which is not part of what is timed."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
    django.setup()
    from domestique.cli.preparing import prepare_database

    prepare_database()


def main(side: str, folder: Path, database: Path) -> None:
    """Time one side."""
    if side != "bare":
        _set_up()
    guards = 0.0
    began = time.perf_counter()
    if side == "ours":
        load_ours(folder)
    elif side == "guarded":
        guards = load_guarded(folder)
    else:
        load_bare(folder, database)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "guards": guards}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))

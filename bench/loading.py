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

from bench.made_up import Size, write_organisation

PEERS_ROWS_A_SECOND = (30, 100)


def run(folder: Path, database: Path) -> list[tuple[str, str, str, str]]:
    """Write the tables, load them both ways into fresh databases, and return rows of what was measured."""
    rows = write_organisation(folder, Size())
    ours = _measured("ours", folder, database)
    again = _measured("ours", folder, database)
    with tempfile.TemporaryDirectory() as scratch:
        bare = _measured("bare", folder, Path(scratch) / "bare.sqlite3")
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
    ]


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
    from domestique.exchange.loading import load

    report = load(folder, viewer=present_viewer())
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
    if side == "ours":
        _set_up()
    began = time.perf_counter()
    if side == "ours":
        load_ours(folder)
    else:
        load_bare(folder, database)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))

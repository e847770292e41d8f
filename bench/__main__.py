"""``python -m bench``: one table of ratios, each measured side by side in this run."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import allocation, levels, loading, restoration, server, start


def main() -> None:
    """Measure everything and print the table."""
    table = Table(
        "what", "ours", "compared with", "ratio", title="Measured side by side in one run"
    )
    console = Console()
    with tempfile.TemporaryDirectory(prefix="domestique-bench-") as scratch:
        with console.status("start"):
            _add(table, start.run(Path(scratch)))
        database = Path(scratch) / "large.sqlite3"
        with console.status("loading"):
            _add(table, loading.run(Path(scratch) / "tables", database))
        with console.status("allocation"):
            _add(table, allocation.run())
        with console.status("levels"):
            _add(table, levels.run())
        with console.status("restoration"):
            _add(table, restoration.run())
        with console.status("pages"):
            _add(table, _pages(database))
        with console.status("after a change"):
            _add(table, _changes(database))
        with console.status("served"):
            _add(table, server.run(database))
    console.print(table)


def _pages(database: Path) -> list[tuple[str, str, str, str]]:
    """Set Django up on the database that was just loaded."""
    os.environ["DOMESTIQUE_DATABASE"] = str(database)
    os.environ["DJANGO_SETTINGS_MODULE"] = "domestique.site.settings"
    import django

    django.setup()
    from bench import pages

    return pages.run()


def _changes(database: Path) -> list[tuple[str, str, str, str]]:
    """Change a copy, in a process of its own: its first page is measured too."""
    copy = database.with_name("changed.sqlite3")
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    command = [sys.executable, "-m", "bench.changes", str(copy)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    what = (line.split(" | ") for line in told.splitlines())
    return [(name, ours, beside, ratio) for name, ours, beside, ratio in what]


def _add(table: Table, rows: list[tuple[str, str, str, str]]) -> None:
    for row in rows:
        table.add_row(*row)


if __name__ == "__main__":
    main()

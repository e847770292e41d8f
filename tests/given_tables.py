"""Small folders of tables, written as they stand in a test, and loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from domestique.exchange.loading import load
from domestique.exchange.report import LoadReport
from domestique.records.viewer import Viewer

EBBA = Viewer("Ebba Nyström")


def write_tables(folder: Path, **tables: str) -> Path:
    """Write each table as a CSV file; lines may be indented as the test is."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        lines = "\n".join(line.strip() for line in text.strip().splitlines())
        (folder / f"{name}.csv").write_text(lines + "\n", encoding="utf-8")
    return folder


def load_tables(
    folder: Path, /, options: dict[str, Any] | None = None, **tables: str
) -> LoadReport:
    """Write the tables to a new folder of their own and load them as Ebba."""
    own = folder / f"load-{len(list(folder.iterdir()))}"
    return load(write_tables(own, **tables), viewer=EBBA, **(options or {}))


def told(report: LoadReport) -> list[tuple[str, int | None, str | None, str]]:
    """Return the errors of a report as file, row, column and sentence."""
    return [(error.file, error.row, error.column, str(error.reason)) for error in report.errors]

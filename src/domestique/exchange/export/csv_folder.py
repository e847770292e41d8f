"""Writing tables as a folder of CSV: UTF-8, comma, one line end, everything as plain text.

What a cell holds is written exactly, also where a spreadsheet program would take a text that
begins with ``=``, ``+``, ``-`` or ``@`` for a formula: a load must give back what was exported.
Who opens such files in a spreadsheet should import the columns as text, or take the workbook,
where a text can never become a formula.
"""

import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from domestique.exchange.export.contents import Contents
from domestique.exchange.files.replacing import replacing
from domestique.exchange.written import as_text
from domestique.records.tables import TABLES

_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def write_folder(path: Path, contents: Iterable[Contents]) -> dict[str, int]:
    """Write each table to a file of its own, and return how many rows each has.

    Files of tables that now have no rows are left with their header alone; other files in the
    folder are left as they are. All files are replaced at the end, once all are written.
    """
    counts = {}
    with ExitStack() as drafts:
        for content in contents:
            draft = drafts.enter_context(replacing(_file(path, content.table.name)))
            _write(draft, content)
            counts[content.table.name] = len(content.rows)
        for table in TABLES:
            if table.name not in counts and _file(path, table.name).exists():
                draft = drafts.enter_context(replacing(_file(path, table.name)))
                _write(draft, Contents(table, table.columns, []))
    return counts


def _file(path: Path, table: str) -> Path:
    return path / f"{table}.csv"


def _write(path: Path, content: Contents) -> None:
    kinds = [column.kind for column in content.columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_line(column.name for column in content.columns))
        for row in content.rows:
            file.write(_line(map(as_text, row, kinds)))


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    """Quote a cell that needs it; Python's own writer lets a lone carriage return through."""
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell

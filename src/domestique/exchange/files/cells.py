"""What was found in somebody's file, before anything is known about what it means."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from domestique.quantities.sentence import Sentence

Cell: TypeAlias = str | int | float | bool | Decimal | date | datetime | time | None
"""A CSV file gives texts only; a workbook gives typed cells. Nothing in a cell is None or ""."""

Row: TypeAlias = tuple[int, list[Cell]]
"""The row's number as a person sees it in the file (the header is row 1), and its cells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it was found.

    ``file`` is what to show a person (``services.csv``, ``book.xlsx``), ``name`` the table's name:
    the file's or the sheet's, in small letters, its spaces made ``_``. Every row has a cell for
    each column of the header. ``is_typed`` where a person wrote the cells in a form.
    """

    file: str
    name: str
    header: tuple[str, ...]
    rows: list[Row]
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, with its place. The reason says also what would be accepted."""

    file: str
    row: int | None
    column: str | None
    value: str | None
    reason: Sentence
    table: str = ""


def table_name(found: str) -> str:
    """Make a table's name of a file's or a sheet's: ``Agreement lines`` is ``agreement_lines``."""
    return "_".join(found.replace("-", " ").lower().split())

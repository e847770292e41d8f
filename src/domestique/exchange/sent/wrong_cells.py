"""Where things are wrong: the rows concerned as they stand in their file, the wrong cells marked, with a sentence beneath.

Rows in which exactly the same is wrong stand together, so that one mistake made a thousand times is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from domestique.exchange.files.cells import Cell, Problem, Sheet
from domestique.exchange.headers import HEADER_ROW
from domestique.exchange.reading.refusal import text_of
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence

MOST_GROUPS = 100
MOST_ALIKE = 3
MOST_COLUMNS = 8
MOST_RANGES = 12


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell, or a heading, as it stands in the file."""

    text: str
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about what is wrong, and the heading of the column it is about."""

    column: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row by its number in the file; without cells where it could not be read as one."""

    number: int
    cells: tuple[WrongCell, ...]


@dataclass(frozen=True, slots=True)
class WrongRows:
    """The first rows in which the same is wrong, what that is, and which other rows it is wrong in."""

    rows: tuple[WrongRow, ...]
    remarks: tuple[Remark, ...]
    others: tuple[int, ...] = ()

    @property
    def others_shown(self) -> str:
        """The numbers of the other rows: ``5–151, 160``; with … where there are too many."""
        return ranges(self.others)


@dataclass(frozen=True, slots=True)
class WrongTable:
    """What is wrong in one table of one file.

    ``remarks`` are about the table as a whole, those of ``header`` about its headings; ``untold`` is how
    many problems more there are, ``left_out`` how many columns without one are not shown.
    """

    file: str
    table: str
    remarks: tuple[Remark, ...]
    header: WrongRows
    groups: tuple[WrongRows, ...]
    untold: int = 0
    left_out: int = 0

    @property
    def headings(self) -> tuple[WrongCell, ...]:
        """The headings of the columns shown."""
        return self.header.rows[0].cells

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to show as a table."""
        return bool(self.groups or self.header.remarks)


def wrong_tables(problems: Iterable[Problem], sheets: Sequence[Sheet]) -> tuple[WrongTable, ...]:
    """Group problems by file and table, in their own order, each with the rows it is about."""
    grouped = gathered(((problem.file, problem.table), problem) for problem in problems)
    read = {(sheet.file, sheet.name): sheet for sheet in sheets}
    return tuple(
        _wrong_table(found, read.get(place, Sheet(*place, (), [])))
        for place, found in grouped.items()
    )


def ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers as ranges: ``2–4, 7``."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    written = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return ", ".join([*written[:MOST_RANGES], *(["…"] if len(written) > MOST_RANGES else [])])


def _wrong_table(found: Sequence[Problem], sheet: Sheet) -> WrongTable:
    by_row: dict[int | None, tuple[Remark, ...]] = {}
    for problem in found:
        remark = Remark(problem.column or "", problem.reason)
        by_row[problem.row] = (*by_row.get(problem.row, ()), remark)
    whole, heading = by_row.pop(None, ()), by_row.pop(HEADER_ROW, ())
    alike = gathered((remarks, number or 0) for number, remarks in by_row.items())
    groups = list(alike.items())
    told, untold = groups[:MOST_GROUPS], groups[MOST_GROUPS:]
    cut = _Cut(sheet, {remark.column for remarks in (heading, *alike) for remark in remarks})
    return WrongTable(
        sheet.file,
        sheet.name,
        whole,
        WrongRows((cut.row(HEADER_ROW, heading),), heading),
        tuple(_wrong_rows(cut, remarks, numbers) for remarks, numbers in told),
        sum(len(remarks) * len(numbers) for remarks, numbers in untold),
        len(sheet.header) - len(cut.columns),
    )


def _wrong_rows(cut: _Cut, remarks: tuple[Remark, ...], numbers: Sequence[int]) -> WrongRows:
    rows = tuple(cut.row(number, remarks) for number in numbers[:MOST_ALIKE])
    return WrongRows(rows, remarks, tuple(sorted(numbers[MOST_ALIKE:])))


class _Cut:
    """The part of a sheet that is shown: columns in which something is wrong, and a few others."""

    def __init__(self, sheet: Sheet, wrong: set[str]) -> None:
        """Choose the columns; the first is always there, for it tells which row it is."""
        every = range(len(sheet.header))
        marked = [place for place in every if sheet.header[place] in wrong]
        others = [place for place in every if sheet.header[place] not in wrong]
        room = max(MOST_COLUMNS - len(marked), 1 if others[:1] == [0] else 0)
        self.columns = sorted([*marked, *others[:room]])
        self._header = sheet.header
        self._cells: dict[int, list[Cell]] = {HEADER_ROW: list(sheet.header), **dict(sheet.rows)}

    def row(self, number: int, remarks: Iterable[Remark]) -> WrongRow:
        """Return a row with the cells marked that the remarks are about."""
        wrong = {remark.column for remark in remarks}
        cells = self._cells.get(number, [])
        return WrongRow(
            number,
            tuple(
                WrongCell(text_of(cells[place]), self._header[place] in wrong)
                for place in (self.columns if cells else ())
            ),
        )

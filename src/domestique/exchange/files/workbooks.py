"""Reading a workbook (.xlsx, .ods): every sheet with its typed cells."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from domestique.exchange.files.archives import open_archive
from domestique.exchange.files.cells import Cell, Problem, Row, Sheet, table_name
from domestique.exchange.files.lost_cells import LostCell, find_lost_cells
from domestique.exchange.files.tidying import is_empty, tidy
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".ods")
ABOUT = "about"
"""The sheet that explains the others, which our own workbooks have; it is no table."""

_DAMAGED = say("This workbook is damaged or is not what its name says. Save it once more.")
_LOCKED = say("This workbook is locked with a password. Save it without one.")
_LOCKED_OR_OLD = say(
    "This workbook is locked with a password or is an old .xls. Save it as .xlsx, without one."
)
_OLE_MARK = b"\xd0\xcf\x11\xe0"
_LARGEST_EXACT = 2**53
_LONG_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)S")


def read_workbook(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Read every sheet of a workbook that has anything in it, each as the table its name says."""
    with path.open("rb") as file:
        if file.read(len(_OLE_MARK)) == _OLE_MARK:
            return [], [Problem(path.name, None, None, None, _LOCKED_OR_OLD)]
    try:
        with open_archive(path) as archive:
            lost = find_lost_cells(archive)
        with CalamineWorkbook.from_path(path) as workbook:
            grids = dict(_grids(workbook, is_ods=path.suffix.lower() == ".ods"))
    except Refusal as error:
        return [], [Problem(path.name, None, None, None, error.sentence)]
    except PasswordError:
        return [], [Problem(path.name, None, None, None, _LOCKED)]
    except (CalamineError, ValueError):
        return [], [Problem(path.name, None, None, None, _DAMAGED)]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name, grid in grids.items():
        problems += [_problem(path.name, name, grid, cell) for cell in lost.get(name, [])]
        sheet, untidy = tidy(path.name, name, grid)
        if sheet:
            sheets.append(sheet)
            problems += untidy
    if not sheets and not problems:
        nothing = say("No sheet has anything in it. The first row of one must name the columns.")
        problems.append(Problem(path.name, None, None, None, nothing))
    return sheets, problems


def _grids(workbook: CalamineWorkbook, *, is_ods: bool) -> Iterator[tuple[str, list[Row]]]:
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and table_name(sheet.name) != ABOUT:
            found = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            typed = _typed_ods if is_ods else _typed
            rows = ([typed(cell) for cell in cells] for cells in found)
            yield sheet.name, list(enumerate(rows, start=1))


def _typed(cell: Cell | timedelta) -> Cell:
    """Make a cell what it plainly is: 40.0 is 40, a day's hours ``24:00``, times whole seconds."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) <= _LARGEST_EXACT else cell
    if isinstance(cell, timedelta):
        return _clock(round(cell.total_seconds()))
    if isinstance(cell, datetime):
        return _whole_seconds(cell)
    if isinstance(cell, time):
        return _whole_seconds(datetime.combine(date.min, cell)).time()
    return cell


def _typed_ods(cell: Cell | timedelta) -> Cell:
    """Do the same in an .ods, where a day's hours or more come as they are written there."""
    parts = _LONG_TIME.fullmatch(cell) if isinstance(cell, str) else None
    if parts is None:
        return _typed(cell)
    return _clock(int(parts[1]) * 3600 + int(parts[2]) * 60 + int(parts[3]))


def _whole_seconds(moment: datetime) -> datetime:
    """Round: a workbook counts in parts of days, which do not hit whole seconds."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _clock(seconds: int) -> str:
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text


def _problem(file: str, name: str, grid: list[Row], cell: LostCell) -> Problem:
    header = next((cells for _, cells in grid if not all(map(is_empty, cells))), [])
    column = str(header[cell.column]) if cell.column < len(header) else ""
    reason = (
        say("This is an error, not a value. Mend the formula, or write the value itself.")
        if cell.error
        else say("This formula was never reckoned. Open the workbook, save it, and load it again.")
    )
    return Problem(file, cell.row, column or None, cell.error or None, reason, table_name(name))

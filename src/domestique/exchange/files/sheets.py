"""Reading: whatever tables somebody has at a path, as plain sheets, and all that is wrong."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from domestique.exchange.all_stays import while_all_stays
from domestique.exchange.files.archives import read_csv_files
from domestique.exchange.files.cells import Problem, Sheet
from domestique.exchange.files.csv_files import CSV_SUFFIXES, read_csv
from domestique.exchange.files.workbooks import WORKBOOK_SUFFIXES, read_workbook
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say

READ_SUFFIXES = (*WORKBOOK_SUFFIXES, ".zip", *CSV_SUFFIXES)
"""How the names of files end that can be read."""

_ABSENT = say("There is nothing at this path. Give a folder of CSV, a zip of one, or a workbook.")
_UNKNOWN = say("This kind of file is not read. Give a folder, .zip, .csv, .tsv, .xlsx or .ods.")
_NO_CSV = say("There is no CSV file in it. Each table is a file of its own, such as services.csv.")
_TWICE = say("This table is there twice. Leave only one of the two.")
_UNREADABLE = say("The file cannot be opened. See who may read it.")

Found = tuple[list[Sheet], list[Problem]]


@while_all_stays()
def read_sheets(path: Path) -> Found:
    """Read every table in a folder of CSV, a zip of one, a single CSV file, or a workbook.

    Nothing raises: what cannot be read is among the problems. Files whose names begin with a dot
    are left alone.
    """
    try:
        sheets, problems = _read(path)
    except OSError as error:
        place = Path(error.filename or path).name
        return [], [Problem(place, None, None, None, _UNREADABLE)]
    return sheets, problems + refuse_twice(sheets)


def refuse_twice(sheets: Sequence[Sheet]) -> list[Problem]:
    """Refuse each sheet that is named as one before it."""
    names = [sheet.name for sheet in sheets]
    twice = [sheet for index, sheet in enumerate(sheets) if sheet.name in names[:index]]
    return [Problem(sheet.file, None, None, None, _TWICE, sheet.name) for sheet in twice]


def _read(path: Path) -> Found:
    suffix = path.suffix.lower()
    if not path.exists():
        return [], [Problem(str(path), None, None, None, _ABSENT)]
    if path.is_dir():
        return _read_folder(path)
    if suffix == ".zip":
        return _read_zip(path)
    if suffix in WORKBOOK_SUFFIXES:
        return read_workbook(path)
    if suffix in CSV_SUFFIXES:
        return _read_each([(path.name, path.read_bytes())], path.name)
    return [], [Problem(path.name, None, None, None, _UNKNOWN)]


def _read_folder(path: Path) -> Found:
    files = sorted(
        file
        for file in path.iterdir()
        if file.suffix.lower() in CSV_SUFFIXES and not file.name.startswith(".") and file.is_file()
    )
    return _read_each(((file.name, file.read_bytes()) for file in files), path.name)


def _read_zip(path: Path) -> Found:
    try:
        return _read_each(read_csv_files(path), path.name)
    except Refusal as error:
        return [], [Problem(path.name, None, None, None, error.sentence)]


def _read_each(files: Iterable[tuple[str, bytes]], place: str) -> Found:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name, data in files:
        sheet, found = read_csv(data, name)
        sheets += [sheet] if sheet else []
        problems += found
    if not sheets and not problems:
        problems.append(Problem(place, None, None, None, _NO_CSV))
    return sheets, problems

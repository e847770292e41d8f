"""Loading files that somebody has sent: first to look at, then exactly what she has seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domestique.exchange.choices import LoadSource
from domestique.exchange.files.cells import Problem, Sheet
from domestique.exchange.files.csv_files import CSV_SUFFIXES, read_csv
from domestique.exchange.files.sheets import read_sheets, refuse_twice
from domestique.exchange.loading import FilesRead, Request, find_in, load_reading
from domestique.exchange.loads import Origin
from domestique.exchange.report import LoadReport
from domestique.exchange.sent.uploads import KeptFile, Upload, forget_upload
from domestique.exchange.sent.wrong_cells import WrongTable, wrong_tables
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Checked:
    """What files would change, and their rows in which something is wrong."""

    upload: Upload
    report: LoadReport
    wrong: tuple[WrongTable, ...]


def check_upload(viewer: Viewer, upload: Upload, *, puts_back: bool = False) -> Checked:
    """Look what files would change, and change nothing."""
    reading = _read(upload)
    request = Request(viewer, is_dry_run=True, puts_back=puts_back)
    return _checked(upload, reading, load_reading(reading, request))


def load_upload(
    viewer: Viewer, upload: Upload, seen: str, why: str = "", *, puts_back: bool = False
) -> Checked:
    """Load files if they still do exactly what was seen, and then forget them.

    If not, nothing is loaded and the report tells what they would change by now: ``is_other``.
    """
    origin = Origin(LoadSource.PAGE, upload.names, upload.mapping.name if upload.mapping else "")
    reading = _read(upload)
    request = Request(viewer, why=why, seen=seen or "nothing", origin=origin, puts_back=puts_back)
    report = load_reading(reading, request)
    if report.loaded:
        forget_upload(upload)
    return _checked(upload, reading, report)


def _read(upload: Upload) -> FilesRead:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for file in upload.files:
        found, wrong = _read_file(file)
        sheets += found
        problems += wrong
    mapping = upload.mapping.path if upload.mapping else None
    problems += [twice for twice in refuse_twice(sheets) if twice not in problems]
    return FilesRead(upload.files[0].name, sheets, problems, mapping)


def _read_file(file: KeptFile) -> tuple[Sequence[Sheet], Sequence[Problem]]:
    """Read a file, everything in it under the name that its owner knows it by."""
    if file.path.suffix in CSV_SUFFIXES:
        sheet, problems = read_csv(file.path.read_bytes(), file.name)
        return [sheet] if sheet else [], problems
    sheets, problems = read_sheets(file.path)
    ours = file.path.name
    return (
        [replace(sheet, file=file.name) if sheet.file == ours else sheet for sheet in sheets],
        _renamed(problems, file),
    )


def _renamed(problems: Sequence[Problem], file: KeptFile) -> list[Problem]:
    ours = file.path.name
    return [
        replace(problem, file=file.name) if problem.file == ours else problem
        for problem in problems
    ]


def _checked(upload: Upload, reading: FilesRead, report: LoadReport) -> Checked:
    if upload.mapping is not None:
        report = replace(report, errors=_renamed(report.errors, upload.mapping))
    return Checked(upload, report, wrong_tables(report.errors, _as_read(reading, report)))


def _as_read(reading: FilesRead, report: LoadReport) -> Sequence[Sheet]:
    """Return the sheets as tables of ours; through a mapping, as it has translated them."""
    if reading.mapping is None or not report.errors:
        return reading.sheets
    found, _, _ = find_in(reading)
    return [Sheet(rows.file, rows.table.name, rows.headings, rows.rows) for rows in found]

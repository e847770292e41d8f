"""Reading workbooks made by other programs."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from domestique.exchange.files.cells import Cell, Problem, Sheet
from domestique.exchange.files.sheets import read_sheets

# What LibreOffice adds to a cell that holds an error.
ERROR = b'calcext:value-type="error" '
CALCEXT = b'<office:document-content xmlns:calcext="urn:org:documentfoundation:names:calcext:1.0"'


def read_xlsx(
    path: Path, *rows: list[object], title: str = "services"
) -> tuple[Sheet, list[Problem]]:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    workbook.save(path / "book.xlsx")
    (found,), problems = read_sheets(path / "book.xlsx")
    return found, problems


def save_ods(path: Path, *rows: list[dict[str, str]]) -> Path:
    """Save a sheet ``outages`` of cells given by their attributes; ``text`` is what is shown."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="outages")
    for cells in rows:
        row = TableRow()
        for cell in cells:
            shown = cell.pop("text", "")
            element = TableCell(**cell)
            element.addElement(P(text=shown))
            row.addElement(element)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(path / "book.ods"))
    return path / "book.ods"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (40, 40),
        (40.0, 40),
        (73.9, 73.9),
        (10115856.22, 10115856.22),
        (True, True),
        (date(2026, 10, 25), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 1, 30)),  # noqa: DTZ001
        (datetime(2026, 10, 6, 8, 10, 59), datetime(2026, 10, 6, 8, 10, 59)),  # noqa: DTZ001
        (time(6, 0), time(6, 0)),
        (timedelta(hours=24), "24:00"),
        (" 2026 ", " 2026 "),
        ("=", "="),
    ],
    ids=str,
)
def test_a_cell_keeps_its_type(tmp_path: Path, given: object, read: Cell) -> None:
    sheet, problems = read_xlsx(tmp_path, ["id", "value"], ["S01", given])
    assert (sheet.rows, problems) == ([(2, ["S01", read])], [])


def test_a_sheet_becomes_the_table_its_name_says(tmp_path: Path) -> None:
    sheet, _ = read_xlsx(tmp_path, [" id ", "name\nen"], ["S01", "x"], title="Planned Consumption ")
    assert (sheet.file, sheet.name) == ("book.xlsx", "planned_consumption")
    assert sheet.header == ("id", "name en")


def test_empty_rows_and_columns_are_dropped_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [None, "id", "name", ""], [], [None, "S01", None, " "], [" "]]
    sheet, problems = read_xlsx(tmp_path, *rows)
    assert (sheet.header, problems) == (("id", "name"), [])
    assert sheet.rows == [(4, ["S01", ""])]


def test_error_cells_are_told_of_with_their_place(tmp_path: Path) -> None:
    _, problems = read_xlsx(
        tmp_path, ["id", "units"], ["S01", 1], ["S02", "#REF!"], ["S03", "#N/A"]
    )
    assert [(problem.row, problem.column, problem.value) for problem in problems] == [
        (3, "units", "#REF!"),
        (4, "units", "#N/A"),
    ]
    assert "This is an error, not a value." in str(problems[0].reason)
    assert (problems[0].file, problems[0].table) == ("book.xlsx", "services")


def test_an_error_cell_that_does_not_say_which_error_is_told_of(tmp_path: Path) -> None:
    read_xlsx(tmp_path, ["id", "units"], ["S01", "#REF!"])
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(tmp_path / "book.xlsx") as old, zipfile.ZipFile(bare, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace(b"<v>#REF!</v>", b""))
    _, (problem,) = read_sheets(bare)
    assert (problem.row, problem.column, problem.value) == (2, "units", None)


def test_a_formula_nobody_has_reckoned_is_told_of(tmp_path: Path) -> None:
    _, (problem,) = read_xlsx(tmp_path, ["id", "units"], ["S01", "=1+1"])
    assert (problem.row, problem.column) == (2, "units")
    assert "never reckoned" in str(problem.reason)


def test_a_reckoned_formula_is_its_value(tmp_path: Path) -> None:
    read_xlsx(tmp_path, ["id", "units"], ["S01", "=1+1"])
    reckoned = tmp_path / "reckoned.xlsx"
    with zipfile.ZipFile(tmp_path / "book.xlsx") as old, zipfile.ZipFile(reckoned, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
            new.writestr(entry, data)
    (sheet,), problems = read_sheets(reckoned)
    assert (sheet.rows, problems) == ([(2, ["S01", 2])], [])


def test_charts_and_the_sheet_that_explains_are_no_tables(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_chartsheet("Chart")
    workbook.create_sheet("About").append(["free words"])
    workbook.create_sheet("customers").append(["id"])
    workbook.create_sheet("goals").append(["id"])
    del workbook["Sheet"]
    workbook.save(tmp_path / "book.xlsx")
    sheets, problems = read_sheets(tmp_path / "book.xlsx")
    assert ([sheet.name for sheet in sheets], problems) == (["customers", "goals"], [])


def test_empty_sheets_beside_full_ones_are_left_alone(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("customers").append(["id"])
    workbook.save(tmp_path / "book.xlsx")
    sheets, problems = read_sheets(tmp_path / "book.xlsx")
    assert ([sheet.name for sheet in sheets], problems) == (["customers"], [])


def test_a_workbook_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "book.xlsx")
    sheets, (problem,) = read_sheets(tmp_path / "book.xlsx")
    assert sheets == []
    assert "No sheet has anything in it." in str(problem.reason)


def test_a_locked_or_old_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500)
    _, (problem,) = read_sheets(tmp_path / "book.xlsx")
    assert "locked with a password or is an old .xls" in str(problem.reason)


def test_a_workbook_damaged_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    read_xlsx(tmp_path, ["id"], ["S01"])
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("xl/workbook.xml")
    data = bytearray(path.read_bytes())
    data[part.header_offset + 60 : part.header_offset + 90] = b"\xff" * 30
    path.write_bytes(data)
    sheets, (problem,) = read_sheets(path)
    assert sheets == []
    assert "xl/workbook.xml in it cannot be unpacked" in str(problem.reason)


def test_an_ods_is_read_with_its_types(tmp_path: Path) -> None:
    path = save_ods(
        tmp_path,
        [{"valuetype": "string", "text": name} for name in ("id", "day", "at", "open", "n", "yes")],
        [
            {"valuetype": "string", "text": "Å1"},
            {"valuetype": "date", "datevalue": "2026-10-25", "text": "25.10.26"},
            {"valuetype": "date", "datevalue": "2026-10-25T01:30:00", "text": "25.10.26 01:30"},
            {"valuetype": "time", "timevalue": "PT24H00M00S", "text": "24:00"},
            {"valuetype": "float", "value": "73.9", "text": "73,9"},
            {"valuetype": "boolean", "booleanvalue": "true", "text": "SANT"},
        ],
    )
    (sheet,), problems = read_sheets(path)
    moment = datetime(2026, 10, 25, 1, 30)  # noqa: DTZ001
    assert sheet.rows == [(2, ["Å1", date(2026, 10, 25), moment, "24:00", 73.9, True])]
    assert (sheet.name, problems) == ("outages", [])


@pytest.mark.parametrize(
    ("written", "read"),
    [("PT24H05M00S", "24:05"), ("PT30H00M15S", "30:00:15"), ("PT101H59M59S", "101:59:59")],
)
def test_hours_of_more_than_a_day_are_read_from_an_ods_to_the_second(
    tmp_path: Path, written: str, read: str
) -> None:
    heading = [{"valuetype": "string", "text": "hours"}]
    path = save_ods(tmp_path, heading, [{"valuetype": "time", "timevalue": written, "text": read}])
    (sheet,), _ = read_sheets(path)
    assert sheet.rows == [(2, [read])]


def test_error_cells_of_an_ods_are_told_of_with_their_place(tmp_path: Path) -> None:
    path = save_ods(
        tmp_path,
        [{"valuetype": "string", "text": "id"}, {"valuetype": "string", "text": "users"}],
        [{"valuetype": "string", "text": "I1"}, {"valuetype": "float", "value": "3"}],
        [
            {"valuetype": "string", "text": "I2"},
            {"valuetype": "string", "stringvalue": "", "formula": "of:=1/0", "text": "#DIV/0!"},
        ],
    )
    as_libreoffice = tmp_path / "errors.ods"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(as_libreoffice, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).replace(b"<office:document-content", CALCEXT)
            new.writestr(entry, data.replace(b"table:formula=", ERROR + b"table:formula="))
    _, (problem,) = read_sheets(as_libreoffice)
    assert (problem.row, problem.column, problem.value) == (3, "users", "#DIV/0!")

"""The empty workbook a newcomer starts with."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from domestique.exchange.export.template import STARTING_COLUMNS, write_template
from domestique.exchange.files.sheets import read_sheets
from domestique.exchange.loading import load
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer


def template(path: Path) -> Path:
    write_template(path / "template.xlsx")
    return path / "template.xlsx"


def test_it_asks_for_three_tables_and_few_columns(tmp_path: Path) -> None:
    sheets, problems = read_sheets(template(tmp_path))
    assert problems == []
    assert {sheet.name: sheet.header for sheet in sheets} == STARTING_COLUMNS
    assert all(sheet.rows == [] for sheet in sheets)


def test_it_asks_for_everything_that_is_required() -> None:
    for name, columns in STARTING_COLUMNS.items():
        required = {column.name for column in table_named(name).columns if column.required}
        assert required <= set(columns)


def test_customers_and_services_are_chosen_from_their_sheets(tmp_path: Path) -> None:
    sheet = load_workbook(template(tmp_path))["planned_consumption"]
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists == {
        "A2:A1001": "'customers'!$A$2:$A$1001",
        "B2:B1001": "'services'!$A$2:$A$1001",
    }


def test_the_first_sheet_shows_an_example(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path))
    sheet = book.worksheets[0]
    assert sheet.title == "about"
    assert "C01 plans 90 of S24 in 2026" in str(sheet["A2"].value)


def test_a_filled_template_is_read(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = load_workbook(path)
    book["customers"].append(["C01", "Race Bikes", "Astrid Lindgård", "accepted"])
    book["services"].append(["S24", "Workplace", "customer-facing", "workplace"])
    book["planned_consumption"].append(["C01", "S24", 2026, 90])
    book.save(path)
    sheets, problems = read_sheets(path)
    assert problems == []
    assert [sheet.rows for sheet in sheets] == [
        [(2, ["C01", "Race Bikes", "Astrid Lindgård", "accepted"])],
        [(2, ["S24", "Workplace", "customer-facing", "workplace"])],
        [(2, ["C01", "S24", 2026, 90])],
    ]


@pytest.mark.django_db
def test_a_filled_template_loads_as_it_is(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = load_workbook(path)
    book["customers"].append(["C01", "Race Bikes", "Astrid Lindgård", "accepted"])
    book["services"].append(["S24", "Workplace", "customer-facing", "workplace"])
    book["planned_consumption"].append(["C01", "S24", 2026, 90])
    book.save(path)
    report = load(path, viewer=Viewer(person="Astrid Lindgård"))
    assert (report.loaded, report.errors) == (True, [])
    assert {counts.new for counts in report.tables.values()} == {1}

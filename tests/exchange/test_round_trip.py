"""What is written is read again as it was: sheets of any texts, and the demo as a whole."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.exchange.export.clean_workbook import write_workbook
from domestique.exchange.export.contents import Contents, Values
from domestique.exchange.export.csv_folder import write_folder
from domestique.exchange.export.exporting import export
from domestique.exchange.files.cells import Cell, Sheet
from domestique.exchange.files.sheets import read_sheets
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer

DEMO = Path(__file__).parents[2] / "src" / "domestique" / "exchange" / "demo"
# No file keeps half a surrogate pair, no CSV a zero byte, no XML the two that are no characters.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff"))
TRAPS = st.sampled_from(['"', '""', "a,b", "a;b", "\r", "\n", "\r\n", "=1", "<r>x</r>", "_x000D_"])
CELLS = st.one_of(TRAPS, TEXTS)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8)


def written_and_read(name: str, rows: list[Values]) -> list[list[Cell]]:
    """Write rows as teams, each with an id before it, to a folder or a workbook, and read them."""
    table = table_named("teams")
    with_ids: list[Values] = [(f"T{number}", *row) for number, row in enumerate(rows)]
    contents = [Contents(table, table.columns[: 1 + len(rows[0] if rows else "")], with_ids)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / name
        write = write_workbook if name.endswith(".xlsx") else write_folder
        write(target, contents)
        (sheet,), problems = read_sheets(target)
    assert problems == []
    return [cells[1:] for _, cells in sheet.rows]


@given(ROWS)
@settings(max_examples=80, deadline=None)
def test_any_texts_go_through_csv_unchanged(rows: list[Values]) -> None:
    assert written_and_read("folder", rows) == [list(row) for row in rows]


@given(ROWS)
@settings(max_examples=30, deadline=None)
def test_any_texts_go_through_a_workbook_unchanged(rows: list[Values]) -> None:
    assert written_and_read("book.xlsx", rows) == [list(row) for row in rows]


@given(st.lists(st.decimals(-(10**9), 10**9, places=6), min_size=1, max_size=20))
@settings(max_examples=30, deadline=None)
def test_decimals_of_fifteen_digits_go_through_a_workbook_exactly(values: list[Decimal]) -> None:
    read = written_and_read("book.xlsx", [(value,) for value in values])
    assert [Decimal(str(cell)) for (cell,) in read] == values


def read_all(path: Path) -> list[Sheet]:
    sheets, problems = read_sheets(path)
    assert problems == []
    return sheets


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["folder", "book.xlsx"])
def test_the_demo_exported_loads_again_without_a_change(
    demo: None, viewer: Viewer, tmp_path: Path, name: str
) -> None:
    from domestique.exchange.loading import load

    export(tmp_path / name, viewer=viewer)
    report = load(tmp_path / name, viewer=viewer)
    assert report.errors == []
    assert len(report.tables) == len(list(DEMO.glob("*.csv")))
    assert {(counts.new, counts.changed, counts.refused) for counts in report.tables.values()} == {
        (0, 0, 0)
    }


@pytest.mark.django_db
def test_export_load_export_is_the_same_to_the_byte(
    demo: None, viewer: Viewer, tmp_path: Path
) -> None:
    from domestique.exchange.loading import load

    export(tmp_path / "first", viewer=viewer)
    assert load(tmp_path / "first", viewer=viewer).loaded
    export(tmp_path / "second", viewer=viewer)
    first = {file.name: file.read_bytes() for file in (tmp_path / "first").iterdir()}
    second = {file.name: file.read_bytes() for file in (tmp_path / "second").iterdir()}
    assert first == second


@pytest.mark.django_db
def test_the_demo_exported_holds_what_the_demo_files_hold(
    demo: None, viewer: Viewer, tmp_path: Path
) -> None:
    export(tmp_path / "out", viewer=viewer)
    given_tables = {sheet.name: sheet for sheet in read_all(DEMO)}
    for sheet in read_all(tmp_path / "out"):
        given_sheet = given_tables.pop(sheet.name)
        assert sheet.header == given_sheet.header
        assert len(sheet.rows) == len(given_sheet.rows)
    assert given_tables == {}

"""What is wrong is shown in its rows: the cells marked, the sentence beneath, the same mistake told once."""

from __future__ import annotations

import pytest

from domestique.exchange.files.cells import Problem, Sheet
from domestique.exchange.sent.wrong_cells import MOST_GROUPS, ranges, wrong_tables
from domestique.quantities.sentence import say

SERVICES = Sheet(
    "services.csv",
    "services",
    ("id", "name_en", "kind"),
    [(2, ["S01", "Web shop", "facing"]), (3, ["S02", "Payroll", "supporting"])],
)
NO_KIND = say("“facing” is no kind.")


def wrong(row: int | None, column: str | None, reason=NO_KIND, sheet: Sheet = SERVICES) -> Problem:
    return Problem(sheet.file, row, column, None, reason, sheet.name)


def test_wrong_cell_is_marked_in_its_row_with_its_sentence():
    (table,) = wrong_tables([wrong(2, "kind")], [SERVICES])
    (group,) = table.groups
    assert [(cell.text, cell.is_wrong) for cell in group.rows[0].cells] == [
        ("S01", False),
        ("Web shop", False),
        ("facing", True),
    ]
    assert [(remark.column, str(remark.reason)) for remark in group.remarks] == [
        ("kind", "“facing” is no kind.")
    ]


def test_row_keeps_its_number_in_the_file():
    (table,) = wrong_tables([wrong(3, "id")], [SERVICES])
    assert [row.number for group in table.groups for row in group.rows] == [3]


def test_two_mistakes_in_a_row_stand_beneath_it_together():
    problems = [wrong(2, "id", say("An id.")), wrong(2, "kind")]
    (table,) = wrong_tables(problems, [SERVICES])
    assert len(table.groups) == 1
    assert [remark.column for remark in table.groups[0].remarks] == ["id", "kind"]


def test_the_same_mistake_is_told_once_with_the_numbers_of_all_its_rows():
    rows = [(number, [f"S{number}", "", "facing"]) for number in range(2, 200)]
    sheet = Sheet("services.csv", "services", SERVICES.header, rows)
    (table,) = wrong_tables([wrong(number, "kind") for number in range(2, 200)], [sheet])
    (group,) = table.groups
    assert [row.number for row in group.rows] == [2, 3, 4]
    assert (group.others_shown, table.untold) == ("5–199", 0)


def test_hundred_different_mistakes_are_told_and_the_rest_counted():
    rows = [(number, [f"S{number}", "", ""]) for number in range(2, 140)]
    sheet = Sheet("services.csv", "services", SERVICES.header, rows)
    problems = [wrong(n, "id", say("No %(id)s.", id=str(n))) for n in range(2, 140)]
    (table,) = wrong_tables(problems, [sheet])
    assert (len(table.groups), table.untold) == (MOST_GROUPS, 38)


def test_wrong_heading_is_marked_and_a_missing_one_told():
    problems = [wrong(1, "kind", say("No such column.")), wrong(1, "unit", say("Missing."))]
    (table,) = wrong_tables(problems, [SERVICES])
    assert [cell.text for cell in table.headings if cell.is_wrong] == ["kind"]
    assert [remark.column for remark in table.header.remarks] == ["kind", "unit"]
    assert table.has_rows


def test_what_is_wrong_with_a_whole_file_needs_no_rows():
    (table,) = wrong_tables([Problem("book.xlsx", None, None, None, say("Damaged."))], [])
    assert [str(remark.reason) for remark in table.remarks] == ["Damaged."]
    assert not table.has_rows


def test_row_that_could_not_be_read_has_no_cells_but_its_number():
    (table,) = wrong_tables([wrong(7, None, say("The quotes do not match."))], [SERVICES])
    assert table.groups[0].rows[0].number == 7
    assert table.groups[0].rows[0].cells == ()


def test_wide_tables_keep_the_first_and_the_wrong_columns():
    header = tuple(f"column {number}" for number in range(20))
    sheet = Sheet("wide.csv", "wide", header, [(2, list(header))])
    (table,) = wrong_tables([wrong(2, "column 19", sheet=sheet)], [sheet])
    assert [cell.text for cell in table.headings] == [
        *(f"column {n}" for n in range(7)),
        "column 19",
    ]
    assert table.left_out == 12


@pytest.mark.parametrize("right", [0, 19])
def test_of_many_wrong_columns_all_are_shown_and_of_the_right_ones_the_first_column_alone(right):
    header = tuple(f"column {number}" for number in range(20))
    sheet = Sheet("wide.csv", "wide", header, [(2, list(header))])
    problems = [wrong(2, name, sheet=sheet) for name in header if name != f"column {right}"]
    (table,) = wrong_tables(problems, [sheet])
    shown = [cell.text for cell in table.headings]
    assert shown == [name for name in header if name != "column 19" or right == 0]


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], ""), ([2], "2"), ([2, 3, 4, 7], "2–4, 7"), (range(0, 40, 2), "0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, …")],
)  # fmt: skip
def test_numbers_are_written_as_ranges(numbers, written):
    assert ranges(list(numbers)) == written

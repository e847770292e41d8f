"""Reading one CSV file, whatever program wrote it."""

from __future__ import annotations

import pytest

from domestique.exchange.files.cells import Problem, Row
from domestique.exchange.files.csv_files import read_csv


def read(data: bytes | str, file: str = "services.csv") -> tuple[list[Row], list[Problem]]:
    sheet, problems = read_csv(data.encode() if isinstance(data, str) else data, file)
    return sheet.rows if sheet else [], problems


def test_a_file_becomes_the_table_its_name_says() -> None:
    sheet, problems = read_csv(b"id, name_en \nS01,ERP core\n", "Agreement lines.CSV")
    assert problems == []
    assert sheet is not None
    assert (sheet.name, sheet.header) == ("agreement_lines", ("id", "name_en"))
    assert sheet.rows == [(2, ["S01", "ERP core"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(delimiter: str) -> None:
    text = f'id{delimiter}"a,b;c;d"\n1{delimiter}"2,5"\n'
    assert read(text) == ([(2, ["1", "2,5"])], [])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=lambda encoding: encoding
)
def test_swedish_letters_are_right_in_every_encoding(encoding: str) -> None:
    assert read("id,name\n1,Lönehöjning på ÅÄÖ é\n".encode(encoding)) == (
        [(2, ["1", "Lönehöjning på ÅÄÖ é"])],
        [],
    )


def test_lines_in_different_encodings_are_read_each_in_its_own() -> None:
    data = "id,name\n1,Lön\n".encode() + "2,”MALMÖ”\n".encode("cp1252")
    assert read(data) == ([(2, ["1", "Lön"]), (3, ["2", "”MALMÖ”"])], [])


def test_one_line_in_two_encodings_is_refused_with_its_row() -> None:
    data = "id,name\n1,Lön".encode() + "lön\n".encode("cp1252") + b"2,Kassa\n"
    _, problems = read(data)
    assert [(problem.row, problem.table) for problem in problems] == [(2, "services")]
    assert "both UTF-8 and Windows-1252" in str(problems[0].reason)


def test_a_byte_that_is_no_letter_anywhere_is_refused_with_its_row() -> None:
    _, problems = read(b"id,name\n1,x\n2,\x81\n")
    assert [problem.row for problem in problems] == [3]
    assert "neither UTF-8 nor Windows-1252" in str(problems[0].reason)


@pytest.mark.parametrize(
    "data", [b"id,name\n1,\0\n", "id,name\n1,\0\n".encode("utf-16")], ids=["plain", "utf-16"]
)
def test_zero_bytes_are_refused_with_their_row(data: bytes) -> None:
    rows, problems = read(data)
    assert (rows, [problem.row for problem in problems]) == ([], [2])


def test_half_a_utf_16_file_is_refused() -> None:
    _, problems = read("id,name\n".encode("utf-16") + b"\x00")
    assert "not the UTF-16" in str(problems[0].reason)


def test_rows_are_counted_as_a_person_sees_them() -> None:
    rows, problems = read('id,note\r\n1,"two\r\nlines"\r\n\r\n,\r\n2,last\r\n')
    assert problems == []
    assert rows == [(2, ["1", "two\r\nlines"]), (6, ["2", "last"])]


def test_all_quotes_that_do_not_match_are_told_of_with_the_row_they_begin_on() -> None:
    rows, problems = read('id,note\n1,"in "the" middle"\n2,fine\n3,"never ended\n4,lost\n')
    assert [row for row, _ in rows] == [3]
    assert [problem.row for problem in problems] == [2, 4]
    assert "quotes do not match" in str(problems[0].reason)


def test_a_quote_that_swallows_the_file_is_told_of_with_its_row() -> None:
    _, problems = read('id,note\n1,"' + "x,y\n" * 50_000)
    assert [problem.row for problem in problems] == [2]
    assert "longer than 131072 characters" in str(problems[0].reason)


def test_without_a_readable_header_nothing_else_is_told() -> None:
    rows, problems = read('id,"note\n1,x\n2,y\n')
    assert (rows, [problem.row for problem in problems]) == ([], [1])


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", b",,\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    rows, problems = read(data)
    assert rows == []
    assert "first row must name the columns" in str(problems[0].reason)


def test_a_row_of_another_length_is_refused() -> None:
    rows, problems = read("customer,units\nC01,2,5\nC02\nC03,7\n")
    assert rows == [(4, ["C03", "7"])]
    assert [problem.row for problem in problems] == [2, 3]
    assert "The row has 3 cells, the header 2." in str(problems[0].reason)


def test_empty_columns_at_the_end_are_dropped() -> None:
    assert read("id;name;;\n1;Lön;;;;\n2;Kassa\n") == (
        [(2, ["1", "Lön"]), (3, ["2", "Kassa"])],
        [],
    )


def test_cells_under_no_name_are_told_of_once_for_each_column() -> None:
    rows, problems = read("id,,name\n1,,Lön\n2,secret,Kassa\n3,more,CAD\n")
    assert [cells for _, cells in rows] == [["1", "Lön"], ["2", "Kassa"], ["3", "CAD"]]
    assert [(problem.row, problem.value) for problem in problems] == [(3, "secret")]


def test_two_columns_of_one_name_are_refused() -> None:
    _, problems = read("id,name,name\n1,a,b\n")
    assert [(problem.row, problem.column) for problem in problems] == [(1, "name")]


def test_a_hundred_thousand_rows_are_read() -> None:
    lines = "".join(f"C{i % 200},S{i % 900},2026-{i % 12 + 1:02},{i}.5\n" for i in range(100_000))
    rows, problems = read("customer,service,month,units\n" + lines)
    assert (len(rows), problems) == (100_000, [])

"""A list as a file holds what the list shows, and can be loaded again unchanged."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from domestique.exchange.loading import load
from domestique.lists.files import Format, list_as_file
from domestique.lists.queries import rows_asked
from domestique.lists.question import ListQuestion
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.usefixtures("demo", "db")
QUESTION = ListQuestion.parse(
    table_named("services"),
    "where=kind:is:supporting&show=owner&show=impact_level&sort=-owner&rows=20",
)


def test_file_has_the_rows_columns_and_order_of_the_list(viewer):
    text = list_as_file(viewer, QUESTION, Format.CSV).decode()
    header, *rows = csv.reader(StringIO(text))
    assert header == ["id", "impact_level", "owner"]
    assert [row[0] for row in rows] == [record.pk for record in rows_asked(viewer, QUESTION)]


def test_workbook_says_the_same_as_the_csv(viewer):
    book = load_workbook(BytesIO(list_as_file(viewer, QUESTION, Format.WORKBOOK)))
    cells = [["" if c is None else str(c) for c in row] for row in book["services"].values]
    text = list_as_file(viewer, QUESTION, Format.CSV).decode()
    assert cells == list(csv.reader(StringIO(text)))


@pytest.mark.parametrize("form", Format)
def test_file_loaded_again_changes_nothing(viewer, tmp_path, form):
    path = tmp_path / f"services.{form}"
    path.write_bytes(list_as_file(viewer, QUESTION, form))
    report = load(path, viewer=viewer)
    counts = report.tables["services"]
    assert report.errors == []
    assert (counts.new, counts.changed) == (0, 0)
    assert counts.unchanged == rows_asked(viewer, QUESTION).count()


def test_file_leaves_out_customers_she_may_not_see():
    seer = Viewer("Ebba", frozenset({"C04"}))
    question = ListQuestion.parse(table_named("needs"), "show=customer")
    text = list_as_file(seer, question, Format.CSV).decode()
    assert {row["customer"] for row in csv.DictReader(StringIO(text))} == {"C04"}

"""Restoration, as Gunilla plays it through."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_opens_with_the_loss_that_takes_most_with_it(read):
    page = read("/restoration/")
    assert page.h1.text == (
        "If Data centre hall Motala is lost, 4 promises cannot be kept by anyone."
    )
    assert page.find("input", id="crews")["value"] == "4"


def test_four_crews_are_done_after_nine_hours_five(read):
    page = read("/restoration/?lost=T10&crews=4")
    assert "With 4 crews all 40 services are back after 9:05 hours." in page.text
    assert "✕ back 5:15, promised 4:00" in page.find("svg", class_="steps").text


def test_list_has_the_same_as_the_picture(read):
    page = read("/restoration/?lost=T10&crews=4")
    table = page.find("table")
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in table.tbody.find_all("tr")
    ]
    assert rows[0][:3] == ["Data centre hall Motala", "0:00", "0:30"]
    assert len(rows) == 40


def test_promises_nobody_can_keep_stand_apart(read):
    side = " ".join(read("/restoration/?lost=T10&crews=4").find(class_="side").text.split())
    assert "−105 min Web shop" in side
    assert "−75 min ERP core" in side


def test_more_crews_than_needed_are_physics(read):
    page = read("/restoration/?lost=T10&crews=")
    assert "as many crews as can be used" in page.text
    assert "4 promises cannot be kept by anyone" in page.h1.text


def test_several_can_be_lost_at_once(read):
    page = read("/restoration/?lost=S14&lost=S21&crews=1")
    assert (
        page.h1.text == "If Learning portal, Safety reporting is lost, every promise can be kept."
    )
    assert {box["value"] for box in page.select("input[type=checkbox][checked]")} == {"S14", "S21"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("lost=XYZ&crews=4", "There is no service XYZ"),
        ("lost=T10&crews=0", "“0” is not a whole number from 1 to 1000."),
        ("lost=T10&crews=many", "“many” is not a whole number"),
    ],
)
def test_bad_question_gets_a_sentence_and_keeps_what_was_typed(read, asked, sentence):
    page = read(f"/restoration/?{asked}", status=400)
    assert sentence in page.find(role="alert").text
    assert page.find("input", id="crews")["value"] == asked.rpartition("=")[2]


def test_only_the_field_that_is_wrong_is_marked(read):
    page = read("/restoration/?lost=T10&crews=0", status=400)
    assert [field["id"] for field in page.select("[aria-invalid=true]")] == ["crews"]

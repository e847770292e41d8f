"""Agreed against actual, month by month."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def cells(row):
    return [" ".join(cell.get_text(" ").split()) for cell in row.tr.find_all("td")]


def test_newest_logged_month_is_the_default(read):
    page = read("/levels/")
    assert page.h1.text == "29 of 34 levels were kept in October 2026."
    assert page.find("input", id="month")["value"] == "2026-10"


@pytest.mark.parametrize(
    ("service", "state", "available", "minutes", "down"),
    [
        ("S24", "✕ missed", "98.9325 %", "14,520 min", "155 min"),
        ("S27", "✕ missed", "99.8545 %", "44,700 min", "65 min"),
        ("S03", "✕ missed", "99.4071 %", "44,700 min", "265 min"),
        ("S01", "✕ missed", "99.7599 %", "29,160 min", "70 min"),
        ("S02", "● met", "99.8881 %", "44,700 min", "50 min"),
    ],
)
def test_golden_levels_stand_on_the_page(read, row_of, service, state, available, minutes, down):
    row = cells(row_of(read("/levels/"), f"{service} ·"))
    assert row[0] == state
    assert row[1] == available
    assert row[3:5] == [minutes, down]


def test_missed_levels_come_first_by_how_much(read):
    names = [row.a.text for row in read("/levels/").find_all("tbody", class_="opens")[:2]]
    assert names == ["Web shop", "E-mail & collaboration"]


def test_figure_opens_its_reckoning_in_the_row(read, row_of):
    row = row_of(read("/levels/"), "S24 ·")
    assert row.find("details", class_="figure")
    assert "announced on" in row.find(class_="reckoning").text


def test_month_without_a_log_is_not_known(read):
    page = read("/levels/?month=2026-09")
    assert page.h1.text == "We do not know which levels were kept in September 2026."
    assert "not known" in page.table.text
    assert "● met" not in page.table.text


def test_month_that_is_none_is_refused_and_kept(read):
    page = read("/levels/?month=abc", status=400)
    assert "“abc” is not a month" in page.find(role="alert").text
    assert page.find("input", id="month")["value"] == "abc"

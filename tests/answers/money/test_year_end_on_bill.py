"""A bill page says where the year is heading, as an estimate."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_year_end_has_a_range_and_is_marked_as_an_estimate(read):
    card = words(read("/money/bills/C04/").find(id="year-end"))
    assert "At this pace the year ends at 12.9 MSEK" in card
    assert "+7.1 % against the 12.0 MSEK planned" in card
    assert "C an estimate" in card
    assert "Low 12.7 MSEK" in card
    assert "High 13.0 MSEK" in card


def test_reckoning_opens_where_the_figure_stands(read):
    card = read("/money/bills/C04/").find(id="year-end")
    assert card.find("details", class_="figure k1")
    assert "Actual to date" in card.find(class_="reckoning").text


def test_in_the_customers_currency(read):
    card = words(read("/money/bills/C03/?currency=EUR").find(id="year-end"))
    assert "779 kEUR" in card

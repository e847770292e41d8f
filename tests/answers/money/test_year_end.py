"""Where a customer's year is heading."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.answers.money.year_end import whole_year, year_end_of
from domestique.consumption.models import ActualConsumption
from domestique.quantities.figure import Grade

pytestmark = pytest.mark.usefixtures("demo", "db")


def year_end(viewer, customer="C04", currency=""):
    return year_end_of(whole_year(viewer, customer, 2026, currency))


def test_estimate_lies_between_low_and_high_and_is_graded_as_one(viewer):
    found = year_end(viewer)
    assert found.low <= found.figure.value <= found.high
    assert found.figure.grade is Grade.ESTIMATED


def test_reckoned_a_second_way(viewer):
    """Actual of ten months, and two twelfths of the year's plan at the pace of the ten."""
    found = year_end(viewer)
    bill = whole_year(viewer, "C04", 2026)
    actual, planned = Fraction(bill.actual), Fraction(bill.planned)
    assert found.figure.value == Decimal(round(actual + bill.open_plan * actual / planned)) / 100
    assert found.year_plan == Decimal(bill.planned + bill.open_plan) / 100


def test_change_is_against_the_plan_of_the_whole_year(viewer):
    found = year_end(viewer)
    assert round(float(found.change), 3) == 0.071


def test_drawing_stands_within_its_edges(viewer):
    places = year_end(viewer).places
    assert min(places.values()) == 2
    assert max(places.values()) == 98
    assert places["low"] <= places["expected"] <= places["high"]


def test_without_a_closed_month_nothing_is_foretold(viewer):
    ActualConsumption.objects.all().delete()
    assert year_end(viewer) is None


def test_unknown_customer_has_no_year_end(viewer):
    assert year_end(viewer, "C99") is None

"""``domestique bill --json`` says where the year is heading."""

from __future__ import annotations

from decimal import Decimal

import pytest

from asking import answer, ask
from domestique.consumption.models import ActualConsumption

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def forecast(first="2026-01", last="2026-10"):
    return answer("bill", "--customer", "C04", "--from", first, "--to", last)["forecast"]


def test_forecast_is_of_the_whole_year_whatever_months_are_asked_for():
    assert forecast() == forecast("2026-09", "2026-09")
    assert forecast()["year"] == 2026


def test_expected_is_actual_and_the_rest_at_the_same_pace():
    found = forecast()
    actual, rest = Decimal(found["actual_to_date"]), Decimal(found["planned_rest"])
    assert abs(actual + rest * Decimal(found["run_rate"]) - Decimal(found["expected"])) < 2
    assert Decimal(found["low"]) <= Decimal(found["expected"]) <= Decimal(found["high"])
    assert Decimal(found["plan"]) == actual + rest
    assert found["grade"] == "C"


def test_nothing_closed_is_nothing_foretold():
    ActualConsumption.objects.all().delete()
    assert forecast() is None


def test_text_says_where_the_year_is_heading_as_the_page_does():
    told = ask("bill", "--customer", "C04", "--from", "2026-01", "--to", "2026-10").output
    assert "At this pace 2026 ends at 12,888,202.06 SEK, between " in " ".join(told.split())
    ActualConsumption.objects.all().delete()
    nothing = ask("bill", "--customer", "C04", "--from", "2026-01", "--to", "2026-10").output
    assert "At this pace" not in nothing

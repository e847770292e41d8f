"""Which months there is something to say about."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.consumption.models import ActualConsumption
from domestique.costing.models import Cost
from domestique.delivery.models import Outage
from domestique.delivery.queries import closed_months_of_levels, running_month
from domestique.quantities.period import Month
from domestique.telling.months import (
    closed_stretch,
    name_of_month,
    year_of_money,
    years_of_money,
)

pytestmark = pytest.mark.django_db


def use(*months: str) -> None:
    for month in months:
        ActualConsumption.objects.create(customer_id="C1", service_id="S1", month=month, units=1)


def months_told(viewer, day: date) -> list[str]:
    return [str(month) for month in closed_months_of_levels(viewer, day)]


def test_without_outages_there_is_no_month_to_speak_of(viewer):
    assert months_told(viewer, date(2026, 11, 21)) == []
    assert running_month(viewer, date(2026, 11, 21)) is None


def test_pages_speak_of_the_months_that_are_over_newest_first(viewer):
    Outage.objects.create(
        id="I1", service_id="S1", starts="2026-08-03 08:00", ends="2026-08-03 09:00"
    )
    assert months_told(viewer, date(2026, 11, 1)) == ["2026-10", "2026-09", "2026-08"]
    assert months_told(viewer, date(2026, 10, 31)) == ["2026-09", "2026-08"]
    assert running_month(viewer, date(2026, 11, 1)) is None


def test_an_outage_in_the_running_month_moves_no_page_to_it(viewer):
    Outage.objects.create(id="I1", service_id="S1", starts="2026-11-03 08:00")
    assert months_told(viewer, date(2026, 11, 21)) == ["2026-10"]
    assert running_month(viewer, date(2026, 11, 21)) == Month(2026, 11)


def test_newest_year_with_use_is_the_stretch(viewer):
    use("2025-11", "2026-03")
    assert str(closed_stretch(viewer)) == "2026-01 – 2026-03"
    assert str(closed_stretch(viewer, 2025)) == "2025-11 – 2025-12"


def test_year_without_use_has_no_stretch(viewer):
    use("2026-03")
    assert closed_stretch(viewer, 2024) is None


def test_month_is_called_by_its_name():
    assert str(name_of_month(Month(2026, 10))) == "October 2026"


def test_money_opens_with_this_year_or_else_the_newest(viewer):
    Cost.objects.create(period="2024", service_id="S1", pool="labour", amount=1)
    assert year_of_money(viewer, date(2026, 1, 1)) == 2024
    Cost.objects.create(period="2026", service_id="S1", pool="labour", amount=1)
    assert year_of_money(viewer, date(2026, 1, 1)) == 2026
    assert years_of_money(viewer, date(2026, 1, 1)) == [2026, 2024]


def test_empty_database_opens_with_this_year(viewer):
    assert year_of_money(viewer, date(2026, 1, 1)) == 2026

"""Several months reckoned at once are the same as each month by itself, and take no more queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.delivery.models import MaintenanceWindow, Outage
from domestique.delivery.queries import levels_of_month, levels_of_months
from domestique.portfolio.models import Service
from domestique.quantities.period import Month, months_from_to

YEAR = list(months_from_to(Month(2025, 12), Month(2026, 11)))
OCTOBER = Month(2026, 10)
TODAY = date(2026, 11, 21)


@pytest.fixture
def web_shop(db):
    """A shop that was away over a turn of the month, and once more in spring."""
    Service.objects.create(id="S1", service_hours="24x7", availability_target=Decimal("99.9"))
    Outage.objects.bulk_create(
        [
            Outage(id="I1", service_id="S1", starts="2026-03-02 08:00", ends="2026-03-02 09:00"),
            Outage(id="I2", service_id="S1", starts="2026-09-30 23:00", ends="2026-10-01 01:00"),
        ]
    )
    MaintenanceWindow.objects.create(
        id="W1",
        service_id="S1",
        starts="2026-03-02 08:30",
        ends="2026-03-02 10:00",
        announced_on=date(2026, 2, 1),
    )


def minutes(levels):
    return [None if level is None else level.downtime_minutes for level in levels]


def test_twelve_months_at_once_are_each_month_by_itself(web_shop, viewer):
    together = levels_of_months(viewer, YEAR, TODAY, ["S1"])
    apart = [levels_of_month(viewer, month, TODAY, ["S1"]).levels["S1"] for month in YEAR]
    assert [together[month].levels["S1"] for month in YEAR] == apart


def test_an_outage_over_midnight_counts_in_both_months(web_shop, viewer):
    found = levels_of_months(viewer, [Month(2026, 9), OCTOBER], TODAY, ["S1"])
    assert minutes(one.levels["S1"] for one in found.values()) == [60, 60]


def test_a_window_takes_its_part_in_its_own_month_alone(web_shop, viewer):
    found = levels_of_months(viewer, YEAR, TODAY, ["S1"])
    assert found[Month(2026, 3)].levels["S1"].downtime_minutes == 30
    assert found[Month(2026, 3)].levels["S1"].agreed_downtime_minutes == 90
    assert found[OCTOBER].levels["S1"].agreed_downtime_minutes == 0


def test_months_without_any_record_are_not_known(web_shop, viewer):
    found = levels_of_months(viewer, YEAR, TODAY, ["S1"])
    known = [str(month) for month in YEAR if found[month].levels["S1"].downtime is not None]
    assert known == ["2026-03", "2026-09", "2026-10"]


def test_the_log_of_another_service_makes_a_month_known(web_shop, viewer):
    Service.objects.create(id="S2", service_hours="24x7", availability_target=Decimal(99))
    found = levels_of_months(viewer, [OCTOBER], TODAY, ["S2"])[OCTOBER]
    assert found.levels["S2"].downtime_minutes == 0


def test_an_outage_still_going_on_reaches_every_month_since(web_shop, viewer):
    Outage.objects.create(id="I3", service_id="S1", starts="2026-10-31 00:00")
    found = levels_of_months(viewer, YEAR, TODAY, ["S1"])
    assert found[Month(2026, 11)].levels["S1"].downtime_minutes == 21 * 24 * 60


def test_without_a_target_or_retired_a_service_is_reckoned_for_who_was_promised_it(
    web_shop, viewer
):
    Service.objects.create(id="S3", service_hours="24x7", state="retired")
    found = levels_of_months(viewer, [OCTOBER], TODAY, ["S3"])[OCTOBER].levels["S3"]
    assert found.against(Decimal("99.5")).is_met
    assert "S3" not in levels_of_month(viewer, OCTOBER, TODAY, ["S3"]).levels


def queries(viewer, months):
    with CaptureQueriesContext(connection) as captured:
        levels_of_months(viewer, months, TODAY, ["S1"])
    return len(captured)


def test_a_year_takes_as_many_queries_as_a_month(web_shop, viewer):
    assert queries(viewer, YEAR) == queries(viewer, [OCTOBER]) == 9

"""What changes from month to month; a month nobody knows is a gap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.costing.queries import bill_of
from domestique.delivery.models import Outage
from domestique.portfolio.models import Service
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.telling.trends import charge_by_month, charge_trend, level_trend, sparks_of

pytestmark = pytest.mark.django_db
CLOCK = date(2026, 11, 21)


def test_nothing_promised_or_nothing_logged_is_no_trend(viewer):
    Service.objects.create(id="S1", service_hours="24x7")
    assert level_trend(viewer, "S1", CLOCK) is None
    Service.objects.filter(pk="S1").update(availability_target="99.9")
    assert level_trend(viewer, "S1", CLOCK) is None
    Outage.objects.create(
        id="I1", service_id="S1", starts="2026-10-05 08:00", ends="2026-10-05 09:00"
    )
    assert len(level_trend(viewer, "S1", CLOCK).known) == 1


def test_months_before_the_first_outage_are_not_known(viewer, demo):
    trend = level_trend(viewer, "S03", CLOCK)
    assert [str(point.month) for point in trend.points][::11] == ["2025-11", "2026-10"]
    assert [point.delivered for point in trend.points[:-1]] == [None] * 11
    assert trend.points[-1].delivered == Decimal("99.40")


def test_budget_used_is_the_share_of_the_allowance(viewer, demo):
    used = level_trend(viewer, "S03", CLOCK).points[-1].budget_used
    assert round(used) == 593  # 265 of 44.7 minutes


def test_months_add_up_to_the_bill(viewer, demo):
    bill = bill_of(viewer, "C04", Month(2026, 1), Month(2026, 10))
    points = charge_by_month(bill)
    assert len(points) == 10
    charged = sum(point.actual for point in points)
    assert abs(charged - Fraction(from_minor(bill.actual, "SEK"))) < Decimal("0.2")


def test_open_months_have_a_plan_and_no_charge(viewer, demo):
    points = charge_trend(viewer, "C04").points
    assert [point.actual for point in points[10:]] == [None, None]
    assert all(point.planned > 0 for point in points)


def test_sparks_follow_the_lines_of_the_bill(viewer, demo):
    bill = bill_of(viewer, "C04", Month(2026, 1), Month(2026, 10))
    sparks = sparks_of(bill)
    assert set(sparks) == {line.service for line in bill.lines}
    assert abs(sum(sparks["S03"]) - next(x for x in bill.lines if x.service == "S03").actual) < 20
    assert sparks_of(None) == {}

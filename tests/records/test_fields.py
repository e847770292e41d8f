"""Fields keep exactly what was given, on every database."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.delivery.models import Outage
from domestique.portfolio.models import Package
from domestique.records.fields import plain

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("units", ["40", "0.0001", "73.9", "99999999999.9999", "0"])
def test_a_decimal_comes_back_as_it_was_given(units):
    PlannedConsumption.objects.create(
        customer_id="C1", service_id="S1", year=2026, units=Decimal(units)
    )
    kept = PlannedConsumption.objects.get().units
    assert (kept, str(kept)) == (Decimal(units), units)


@pytest.mark.parametrize("text", ["2026-10-25 02:30", "2026-10-25 02:30:15"])
def test_a_local_time_keeps_no_zone_and_is_not_moved(text):
    Outage.objects.create(id="I1", service_id="S1", starts=datetime.fromisoformat(text))
    outage = Outage.objects.get()
    assert (outage.starts, outage.ends) == (datetime.fromisoformat(text), None)
    assert Outage.objects.filter(starts__lt="2026-10-25 02:31").exists()


def test_a_list_of_ids_keeps_its_order():
    Package.objects.create(id="P1", name="Office", services=["S24", "S27", "S01"])
    assert Package.objects.get().services == ["S24", "S27", "S01"]


@pytest.mark.parametrize(
    ("given", "shown"), [("40.000", "40"), ("4E+1", "40"), ("73.90", "73.9"), ("0.00", "0")]
)
def test_a_decimal_is_written_plainly(given, shown):
    assert str(plain(Decimal(given))) == shown

"""The number of queries of a page does not grow with its rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.costing.models import Price
from domestique.delivery.models import Outage
from domestique.parties.models import Customer, Unit
from domestique.portfolio.models import Service


def add(first: int, last: int) -> None:
    numbers = range(first, last)
    Unit.objects.bulk_create([Unit(id=f"U{n}", name=f"Unit {n}", it_budget=1000) for n in numbers])
    Customer.objects.bulk_create(
        [Customer(id=f"C{n}", unit_id=f"U{n}", status="accepted") for n in numbers]
    )
    Service.objects.bulk_create(
        [
            Service(id=f"S{n}", service_hours="24x7", availability_target=Decimal("99.9"))
            for n in numbers
        ]
    )
    Price.objects.bulk_create(
        [Price(service_id=f"S{n}", starts="2026-01-01", unit_price=120) for n in numbers]
    )
    pairs = [(f"C{n}", f"S{n}") for n in numbers]
    PlannedConsumption.objects.bulk_create(
        [PlannedConsumption(customer_id=c, service_id=s, year=2026, units=12) for c, s in pairs]
    )
    ActualConsumption.objects.bulk_create(
        [
            ActualConsumption(customer_id=c, service_id=s, month="2026-10", units=13)
            for c, s in pairs
        ]
    )
    Outage.objects.bulk_create(
        [
            Outage(
                id=f"I{n}", service_id=f"S{n}", starts="2026-10-05 08:00", ends="2026-10-05 10:00"
            )
            for n in numbers
        ]
    )


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/customers/",
        "/services/",
        "/levels/",
        "/portfolio/",
        "/portfolio/?view=board",
        "/catalogue/",
        "/catalogue/?view=technical",
        "/catalogue/S1/",
        "/catalogue/for/C1/",
        "/lists/services/",
        "/lists/planned_consumption/",
        "/findings/",
    ],
)
def test_thirty_rows_take_as_many_queries_as_three(client, db, path):
    add(0, 3)
    few = queries(client, path)
    add(3, 30)
    assert queries(client, path) == few


def test_today_is_read_in_few_queries(client, demo, db):
    # Inside a test's transaction nothing is remembered, so what several parts of the page share is read for each of them.
    assert queries(client, "/") < 205

"""A long table among others shows its first twenty rows, and says where all of them are."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.costing.models import Price
from domestique.parties.models import Customer
from domestique.portfolio.models import Dependency, Service
from domestique.web.cutting import cut_of


def cut(address: str, rows: int):
    return cut_of(RequestFactory().get(address), list(range(rows)), "lines")


def test_short_table_is_whole():
    assert not cut("/", 20).is_cut
    assert list(cut("/", 20).items) == list(range(20))


def test_long_table_shows_twenty_and_where_all_are():
    table = cut("/?currency=EUR", 45)
    assert (len(table.items), table.total) == (20, 45)
    assert table.all_url == "?currency=EUR&all=lines#lines"


def test_asked_for_all_shows_all():
    assert len(cut("/?all=lines", 45).items) == 45
    assert len(cut("/?all=charges", 45).items) == 20


@pytest.fixture
def one_customer_of_many_services(db):
    Customer.objects.create(id="C1", status="accepted")
    ids = [f"S{n:02}" for n in range(30)]
    Service.objects.bulk_create([Service(id=id_, restore_minutes=10, rto_minutes=5) for id_ in ids])
    Price.objects.bulk_create(
        [Price(service_id=id_, starts="2026-01-01", unit_price=120) for id_ in ids]
    )
    PlannedConsumption.objects.bulk_create(
        [PlannedConsumption(customer_id="C1", service_id=id_, year=2026, units=12) for id_ in ids]
    )
    ActualConsumption.objects.bulk_create(
        [
            ActualConsumption(customer_id="C1", service_id=id_, month="2026-10", units=n)
            for n, id_ in enumerate(ids)
        ]
    )


@pytest.mark.parametrize(
    ("path", "place"), [("/money/bills/C1/", "lines"), ("/customers/C1/", "services")]
)
def test_page_shows_twenty_lines_and_a_link_to_all(
    read, one_customer_of_many_services, path, place
):
    table = read(path).find(id=place)
    assert len(table.select("tbody.opens")) == 20
    everything = read(path + table.select_one(".rest-of a")["href"].split("#")[0]).find(id=place)
    assert len(everything.select("tbody.opens")) == 30
    assert everything.select_one(".rest-of") is None


def test_sum_of_a_cut_bill_is_that_of_all_its_lines(read, one_customer_of_many_services):
    # 0 + 1 + ... + 29 units, each a twelfth of 120
    assert "4,350.00 SEK" in read("/money/bills/C1/").find("dl").text


def test_steps_of_a_large_loss_are_turned_page_by_page(read, db):
    Service.objects.bulk_create([Service(id=f"S{n:03}", restore_minutes=10) for n in range(121)])
    Dependency.objects.bulk_create(
        [Dependency(service_id=f"S{n:03}", needs_id="S000", kind="hard") for n in range(1, 121)]
    )
    first = read("/restoration/?lost=S000&crews=4").find(id="steps")
    assert len(first.select("tbody tr")) == 50
    assert "1 to 50 of 121" in first.text
    last = read("/restoration/?lost=S000&crews=4&page=3").find(id="steps")
    assert len(last.select("tbody tr")) == 21
    assert "is not a whole number" in read("/restoration/?lost=S000&page=x", status=400).text

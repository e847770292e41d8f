"""Pages on an empty database, and on three tables only: honest, without an error, with a next step."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.parties.models import Customer
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.models import Service

PAGES = [
    "/",
    "/customers/",
    "/services/",
    "/levels/",
    "/money/",
    "/restoration/",
    "/findings/",
    "/records/",
    "/lists/outages/",
]


@pytest.fixture
def three_tables(db):
    Customer.objects.bulk_create([Customer(id="C1", person="Samira Haddad")])
    Service.objects.bulk_create(
        [
            Service(id="S1", name_en="Web shop", unit="order"),
            Service(id="T1", name_en="Storage", kind=ServiceKind.SUPPORTING),
        ]
    )
    PlannedConsumption.objects.bulk_create(
        [PlannedConsumption(customer_id="C1", service_id="S1", year=2026, units=Decimal(120))]
    )


@pytest.mark.parametrize("path", PAGES)
def test_empty_database_has_every_page(read, path):
    assert read(path).h1.text.strip()


def test_empty_today_teaches_the_next_step(read):
    page = read("/")
    commands = [code.text for code in page.find_all("code")]
    assert "domestique demo" in commands
    assert "domestique template picture.xlsx" in commands


@pytest.mark.parametrize(
    "path", [*PAGES, "/customers/C1/", "/services/S1/", "/services/T1/", "/money/bills/C1/"]
)
def test_three_tables_are_enough_for_every_page(three_tables, read, path):
    assert read(path).h1.text.strip()


def test_three_tables_claim_nothing(three_tables, read):
    page = read("/")
    assert page.h1.text == "We do not know yet whether customers are satisfied."
    assert "Nobody has asked how she feels." in read("/customers/C1/").text
    assert "● " not in page.text


def test_without_prices_a_charge_is_not_known_rather_than_nothing(three_tables, read):
    page = read("/customers/C1/")
    assert "not known" in page.find(id="bill").text
    assert "0.00" not in page.text
    assert "0 SEK" not in page.text


def test_without_dependencies_nobody_knows_what_falls(three_tables, read):
    page = read("/restoration/?lost=T1&crews=2")
    assert page.h1.text == "We do not know what falls with Storage: no dependencies are loaded."


def test_service_without_costs_says_so(three_tables, read):
    assert "not known" in read("/services/S1/").text


def test_quiet_says_only_that_nothing_is_known(three_tables, read):
    Customer.objects.update(status="accepted")
    page = read("/")
    assert "Nothing is known that needs you here" in page.text
    assert "Load outages" in page.find(class_="side").text

"""Sheets of a picture that has only just begun."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.consumption.models import PlannedConsumption
from domestique.parties.models import Customer, Unit
from domestique.portfolio.models import Service
from domestique.satisfaction.models import Pulse
from reading_pdf import pages_of

pytestmark = pytest.mark.django_db


def add(first: int, last: int) -> None:
    for n in range(first, last):
        Unit.objects.create(id=f"U{n}", name=f"Unit {n}", it_budget=1000)
        Customer.objects.create(id=f"C{n}", unit_id=f"U{n}", status="accepted")
        Service.objects.create(id=f"S{n}", availability_target=Decimal("99.9"))
        Pulse.objects.create(customer_id=f"C{n}", date="2026-10-01", face="neutral")
    for n in range(first, last):
        PlannedConsumption.objects.create(customer_id="C0", service_id=f"S{n}", year=2026, units=12)


def queries(client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["/customers/C0/before-you-walk-in/", "/for/C0/", "/steering/"])
def test_thirty_rows_take_as_many_queries_as_three(client, path):
    add(0, 3)
    few = queries(client, path)
    add(3, 30)
    assert queries(client, path) == few


def test_nothing_loaded_says_so_on_the_screen_and_on_paper(read, client):
    assert read("/steering/").h1.text == "There is no picture yet."
    (page,) = pages_of(client.get("/steering.pdf").content)
    assert "There is no picture yet." in page


def test_nothing_loaded_has_no_run_sheet_but_a_page(client):
    response = client.get("/restoration/run-sheet.pdf", follow=True)
    assert "Nothing can be lost yet" in response.content.decode()


def test_a_lone_customer_has_a_sheet_of_what_is_not_known(read, client):
    Customer.objects.create(id="C1", person="Samira Haddad")
    text = read("/customers/C1/before-you-walk-in/").text
    assert "Nobody has asked how it feels." in text
    assert "It is not known what was kept." in text
    assert len(pages_of(client.get("/customers/C1/before-you-walk-in.pdf").content)) == 1


def test_a_lone_customer_reads_that_we_do_not_know(read, client):
    Customer.objects.create(id="C1", person="Samira Haddad")
    page = read("/for/C1/")
    assert page.h1.text == "We do not know yet what you get from us."
    assert "We do not know yet what it costs." in page.text
    assert len(pages_of(client.get("/for/C1.pdf").content)) == 1

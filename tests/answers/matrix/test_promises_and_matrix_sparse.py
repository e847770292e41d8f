"""The grid of promises and the matrix with little in the database, and with more and more."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.agreements.models import Agreement, AgreementLine
from domestique.consumption.models import PlannedConsumption
from domestique.delivery.models import Outage
from domestique.parties.models import Customer
from domestique.portfolio.models import Service


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_empty_matrix_teaches_the_next_step(read):
    page = read("/matrix/")
    assert page.h1.text == "Nobody is known to use any service yet."
    assert "load planned_consumption" in page.find(class_="empty").text


def test_a_name_never_becomes_a_formula(client, db):
    Customer.objects.create(id="C1", person="=SUM(A1:A9)")
    Service.objects.create(id="S1", name_en="Web shop")
    PlannedConsumption.objects.create(customer_id="C1", service_id="S1", year=2026, units=3)
    response = client.get("/matrix/?show=use&as=csv")
    table = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert table[1][1] == "'=SUM(A1:A9)"


def test_three_tables_show_use_and_claim_no_level(read, db):
    Customer.objects.create(id="C1", person="Samira Haddad")
    Service.objects.create(id="S1", name_en="Web shop")
    PlannedConsumption.objects.create(customer_id="C1", service_id="S1", year=2026, units=3)
    assert "met" not in {name for cell in read("/matrix/").find_all("td") for name in cell["class"]}
    assert words(read("/matrix/?show=use").find("td", class_="cell")).startswith("3 ")
    assert read("/promises/").h1.text == "We do not know yet which promises were kept."
    assert "hours" in read("/promises/C1/S1/2026-10/").h1.text


def test_empty_grid_teaches_the_next_step(read):
    page = read("/promises/")
    assert page.h1.text == "We do not know yet which promises were kept."
    assert "Load agreements" in page.find(class_="empty").text


def add(first, last):
    numbers = range(first, last)
    Customer.objects.bulk_create([Customer(id=f"C{n}") for n in numbers])
    Service.objects.bulk_create(
        [
            Service(id=f"S{n}", service_hours="24x7", availability_target=Decimal("99.9"))
            for n in numbers
        ]
    )
    Agreement.objects.bulk_create(
        [Agreement(id=f"A{n}", customer_id=f"C{n}", status="in force") for n in numbers]
    )
    AgreementLine.objects.bulk_create(
        [AgreementLine(agreement_id=f"A{n}", service_id=f"S{n}") for n in numbers]
    )
    Outage.objects.bulk_create(
        [
            Outage(
                id=f"I{n}-{month}",
                service_id=f"S{n}",
                starts=f"2026-{month:02}-05 08:00",
                ends=f"2026-{month:02}-05 10:00",
                root_id=f"S{n}",
            )
            for n in numbers
            for month in range(1, 11)
        ]
    )


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "path", ["/promises/", "/promises/?turn=1", "/matrix/", "/matrix/?show=cost"]
)
def test_forty_rows_take_as_many_queries_as_three(client, db, path):
    add(0, 3)
    few = queries(client, path)
    add(3, 40)
    assert queries(client, path) == few
    assert few < 42

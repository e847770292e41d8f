"""Who is hit by a loss, in one sentence, four sums and fifty rows a page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.consumption.models import PlannedConsumption
from domestique.parties.models import Customer
from domestique.portfolio.models import Dependency, Service

pytestmark = pytest.mark.django_db


def hub(services: int) -> None:
    """Every service stands on T1 and is used by a customer of its own."""
    numbers = range(services)
    Service.objects.create(id="T1", name_en="Network", kind="supporting")
    Service.objects.bulk_create(Service(id=f"S{n:03}", impact_level=2) for n in numbers)
    Customer.objects.bulk_create(Customer(id=f"C{n:03}") for n in numbers)
    Dependency.objects.bulk_create(
        Dependency(service_id=f"S{n:03}", needs_id="T1") for n in numbers
    )
    PlannedConsumption.objects.bulk_create(
        PlannedConsumption(customer_id=f"C{n:03}", service_id=f"S{n:03}", year=2026, units=1)
        for n in numbers
    )


def test_fifty_rows_a_page(read):
    hub(120)
    page = read("/services/T1/impact/?by=services&page=2")
    rows = page.find("caption", id="hit-caption").parent.tbody.find_all("tr")
    assert (len(rows), rows[0].a.text) == (50, "S050")
    assert "51 to 100 of 120" in page.find(class_="pages").text


def test_service_nobody_uses_hits_nobody(read):
    Service.objects.create(id="S1", name_en="Web shop")
    page = read("/services/S1/impact/")
    assert page.h1.text == "If Web shop is lost, nothing else is known to stop."
    assert page.find(class_="empty")


def test_unknown_service_is_said(read):
    assert read("/services/X/impact/", status=404).h1.text == "There is no service X."


def test_as_many_queries_for_many_as_for_few(client):
    counts = []
    for services in (3, 130):
        Dependency.objects.all().delete()
        PlannedConsumption.objects.all().delete()
        Service.objects.all().delete()
        Customer.objects.all().delete()
        hub(services)
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/services/T1/impact/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_sentence_comes_first_and_sums_follow(read, demo):
    page = read("/services/T03/impact/")
    assert page.h1.text.startswith("If Network is lost, all 12 customers are hit and 38 services")
    levels = page.find("caption", string="By impact level").parent
    stops = [row.find_all("td")[0].text for row in levels.tbody.find_all("tr")]
    assert sum(map(int, stops)) == 38


def test_customers_stand_by_gravity_with_their_money(read, demo):
    row = read("/services/T03/impact/").find("caption", id="hit-caption").parent.tbody
    assert row.a.text == "Retail & E-commerce"
    assert "21 of 21" in row.text
    assert row.summary.text == "1.0 MSEK"


def test_agreements_and_services_are_a_click_away(read, demo):
    tabs = {tab["href"]: tab.em.text for tab in read("/services/T03/impact/").select(".tabs a")}
    assert tabs == {"?by=customers": "12", "?by=agreements": "9", "?by=services": "38"}
    page = read("/services/T03/impact/?by=agreements")
    assert page.find("a", attrs={"aria-current": "page", "href": "?by=agreements"})
    assert "99.95 % on Web shop" in page.text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("by=mood", "“mood” is no list of an impact; write customers, agreements or services."),
        ("page=zero", "“zero” is not a whole number"),
    ],
)
def test_bad_question_gets_a_sentence_and_the_usual_answer(read, demo, asked, sentence):
    page = read(f"/services/T03/impact/?{asked}", status=400)
    assert sentence in page.find(role="alert").text
    assert page.find("caption", id="hit-caption")

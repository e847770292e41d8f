"""Who uses a service is one fact, whichever page counts it; and all pages speak of one year."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.catalogue.catalogue import offer_page
from domestique.answers.impact.impact_facts import impact_facts_of
from domestique.answers.money.money import money_page
from domestique.answers.portfolio.portfolio import portfolio_of
from domestique.answers.services.service import service_page
from domestique.answers.services.service_list import service_rows
from domestique.answers.today.today import today_for
from domestique.portfolio.models import Service
from given_tables import load_tables

pytestmark = pytest.mark.django_db
AUTUMN, NEW_YEAR = date(2026, 11, 21), date(2027, 1, 1)


@pytest.fixture
def one_service(tmp_path):
    """C1 plans, C2 uses without a plan, C3 planned last year, C4 plans 0, C5 used in spring only."""
    customers = "\n".join(f"C{n},U{n},accepted" for n in range(1, 6))
    units = "\n".join(f"U{n},Unit {n},1000" for n in range(1, 6))
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone\nOrg,SEK,SE,Europe/Stockholm",
        units=f"id,name,it_budget\n{units}",
        customers=f"id,unit,status\n{customers}",
        services="id,name_en,kind,state,unit\nS1,Mail,customer-facing,live,mailbox",
        prices="service,from,unit_price\nS1,2026-01-01,12",
        planned_consumption="""
            customer,service,year,units
            C1,S1,2026,10
            C1,S1,2027,11
            C3,S1,2025,7
            C4,S1,2026,0
        """,
        actual_consumption="""
            customer,service,month,units
            C1,S1,2026-10,10
            C2,S1,2026-10,4
            C5,S1,2026-03,2
        """,
    )
    assert report.loaded, report.errors


@pytest.mark.parametrize("clock", [AUTUMN, NEW_YEAR])
def test_every_page_counts_the_same_users(viewer, one_service, clock):
    users = {"C1", "C2", "C5"}
    offer = offer_page(viewer, "S1", clock)
    [row] = service_rows(viewer, list(Service.objects.all()), None, clock)

    assert {one.customer for one in service_page(viewer, "S1", clock).users} == users
    assert {id_ for id_, _ in offer.users} == users
    assert offer.offer.customers == row.customers == 3
    assert portfolio_of(viewer, clock).users["S1"] == users
    assert impact_facts_of(viewer, clock).users["S1"] == users


def test_on_the_first_of_january_all_pages_speak_of_the_year_that_was_used(viewer, one_service):
    assert money_page(viewer, NEW_YEAR).year == today_for(viewer, NEW_YEAR).stretch.year == 2026
    assert service_page(viewer, "S1", NEW_YEAR).year == 2026

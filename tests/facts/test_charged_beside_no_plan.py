"""What was charged beside a plan of nothing moved from nothing, by the whole charge (measurement 3.4: all volume)."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.money.bills import bill_page
from domestique.answers.own_page.own_page import own_page
from domestique.answers.today.today import today_for
from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db
CLOCK = date(2026, 11, 21)


@pytest.fixture
def used_without_a_plan(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        people="name\nAnna Ek",
        units="id,name,it_budget,head\nU1,Sales,1000,Anna Ek",
        customers="id,unit,status,person\nC1,U1,accepted,Anna Ek",
        services="id,name_en,kind,state,unit\nS1,Mail,customer-facing,live,mailbox",
        prices="service,from,unit_price\nS1,2026-01-01,12",
        planned_consumption="customer,service,year,units\nC1,S1,2026,0",
        actual_consumption="customer,service,month,units\nC1,S1,2026-09,100\nC1,S1,2026-10,100",
    )
    assert report.loaded, report.errors


def test_the_bill_says_from_where_it_moved(viewer, used_without_a_plan):
    page = bill_page(viewer, "C1")

    assert str(page.headline) == "Sales is charged 200 SEK, and nothing of it was planned."
    assert [(str(text), amount) for text, amount in page.why] == [("You used more or less", 200)]


def test_no_page_calls_it_not_known(viewer, used_without_a_plan):
    today = today_for(viewer, CLOCK)

    assert [row.charge.is_unplanned for row in (*today.rows, *today.quiet)] == [True]
    assert "none of it planned" in words_of("/customers/")
    assert "none of it planned" in words_of("/money/")
    assert "none of it planned" in words_of("/steering/")
    assert "Nothing of it was planned." in str(own_page(viewer, "C1", CLOCK).headline)

"""One sum has one completeness, and a forecast lies within its own range, on every page that shows them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from asking import answer
from given_cases import load_case, words_of
from given_tables import load_tables

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

BILL = ("bill", "--customer", "C1", "--from", "2026-01", "--to", "2026-10")


def test_use_nobody_planned_says_nothing_about_the_pace(shared):
    load_case(shared, "01")
    forecast = answer(*BILL)["forecast"]

    assert {forecast[end] for end in ("expected", "low", "plan", "high")} == {"21000.00"}
    assert Fraction(forecast["run_rate"]) == 1
    assert "21,000" in words_of("/money/bills/C1/")


def test_one_sum_has_one_completeness_and_one_grade(shared):
    load_case(shared, "02")
    forecast = answer(*BILL)["forecast"]

    assert forecast["expected"] == "32000.00"
    for address in ("/money/", "/customers/", "/money/bills/C1/"):
        page = words_of(address)
        assert "55 % complete" in page, address
        assert "grade C" in page, address


def test_more_than_the_years_plan_is_told_as_it_is(shared):
    load_case(shared, "07")
    page = words_of("/money/")

    assert "250\N{NO-BREAK SPACE}%" in page.replace(" %", "\N{NO-BREAK SPACE}%")
    assert "−83.3\N{NO-BREAK SPACE}%" in page.replace(" %", "\N{NO-BREAK SPACE}%")
    assert "-10,000" not in page


def test_a_service_without_a_cost_row_has_no_pool_of_nothing(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind\nS1,Mail,customer-facing\nS2,Fax,customer-facing",
        costs="period,service,pool,amount\n2026,S1,hardware,1000",
    )
    assert report.loaded, report.errors
    pools = {one["service"]: one["pools"] for one in answer("costs", "--year", "2026")["services"]}
    assert pools == {"S1": {"hardware": "1000.00"}, "S2": None}
    assert "Fax · 0 SEK" not in words_of("/money/").replace("\u00a0", " ")


def test_a_greater_credit_than_planned_costs_less_on_every_page(tmp_path):
    months = "\n".join(f"C1,S1,2026-{month:02},-2" for month in range(1, 10))
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-10-10",
        services="id,name_en,kind,unit,unit_kind\nS1,Mail,customer-facing,order,flow",
        customers="id,person,status,accepted_on\nC1,Anna,accepted,2025-11-01",
        prices="service,from,to,unit_price\nS1,2026-01-01,2026-12-31,1000",
        planned_consumption="customer,service,year,units\nC1,S1,2026,-12",
        actual_consumption=f"customer,service,month,units\n{months}",
    )
    assert report.loaded, report.errors
    assert "100.0 % less than planned" in words_of("/money/bills/C1/").replace("\u00a0", " ")
    for address in ("/money/", "/customers/", "/steering/"):
        page = words_of(address).replace("\u00a0", " ")
        assert "\u2212100.0 %" in page, address
        assert "+100.0 %" not in page, address

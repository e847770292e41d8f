"""Money, read as Petri the controller reads it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_headline_says_what_it_costs_and_whether_prices_cover_it(read):
    page = read("/money/")
    assert page.h1.text == "IT costs 68.9 MSEK in 2026, and the prices bring it in."
    assert "recovers 99.989 % of it" in page.text
    assert "68,890,000.00 SEK" in page.text


def test_unit_cost_stands_beside_price_and_three_methods(read, row_of):
    row = words(row_of(read("/money/"), "ERP core").tr)
    assert "26,343.38 SEK" in row
    assert "26,340.00 SEK" in row
    assert "10,115,856.22 SEK" in row
    assert "−6.8 %" in row


def test_one_sentence_says_whether_the_method_matters(read):
    text = read("/money/").text
    assert "The step-down method is good enough here" in text
    assert "by the direct method 12 services differ by more than 5 %" in text


def test_what_a_method_cannot_pass_on_is_shown(read):
    page = read("/money/")
    assert "1,400,000.00 SEK" in page.text
    assert "Data centre hall Motala serves only other supporting services" in page.text


def test_customers_are_charged_as_their_bills_say(read, row_of):
    row = words(row_of(read("/money/").find(id="charges-caption").parent, "R&D and Design"))
    assert "+17.6 %" in row


def test_year_without_costs_is_not_known(read):
    page = read("/money/?year=2020")
    assert page.h1.text == "We do not know what IT costs in 2020."


def test_year_that_is_none_is_refused_and_kept(read):
    page = read("/money/?year=soon", status=400)
    assert "“soon” is not a whole number from 1900 to 2999." in page.text
    assert page.find("input", id="year")["value"] == "soon"


def test_bill_goes_down_to_source_rows(read):
    page = read("/money/bills/C10/")
    assert page.h1.text.endswith("17.6 % more than planned.")
    assert page.find("a", href="/records/actual_consumption/C10%20S09%202026-10/")
    assert page.find("a", href="/records/prices/S09%202026-01-01/")


def test_bill_in_the_customers_currency_shows_the_exchange_rate(read):
    page = read("/money/bills/C03/?currency=eur")
    assert "The exchange rate moved" in page.text
    assert page.find("input", id="currency")["value"] == "EUR"


def test_currency_without_a_rate_is_refused_and_the_bill_stays(read):
    page = read("/money/bills/C03/?currency=XXX", status=400)
    assert "XXX" in page.find(role="alert").text
    assert "7.4 MSEK" in page.h1.text


def test_bill_shows_only_causes_there_are(read):
    headings = [heading.text for heading in read("/money/bills/C10/").find_all("th", scope="col")]
    assert headings == ["Service", "Planned", "Charged", "Difference", "You used more"]

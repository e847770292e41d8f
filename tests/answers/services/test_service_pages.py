"""The list of services, and one service's page."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")


def test_list_shows_level_customers_and_price(read, row_of):
    page = read("/services/")
    assert page.h1.text == "IT provides 40 services."
    row = row_of(page.table, "Web shop")
    assert "99.40 of 99.9 %" in row.text
    assert "34,300.00 SEK" in row.text
    assert "Noor Rahimi" in row.text


@pytest.mark.parametrize("words", ["web shop", "webbutik", "s03", "Noor web"])
def test_search_looks_at_ids_names_in_all_languages_and_owners(read, words):
    page = read(f"/services/?q={words}")
    assert "Web shop" in page.table.text
    assert page.find("input", id="q")["value"] == words


def test_search_that_finds_nothing_says_what_to_try(read):
    page = read("/services/?q=zeppelin")
    assert page.h1.text == "0 services match “zeppelin”."
    assert "Try fewer or shorter ones." in page.text


def test_fifty_rows_are_a_page(read):
    Service.objects.bulk_create([Service(id=f"X{n:03}", name_en=f"Extra {n}") for n in range(60)])
    first, last = read("/services/"), read("/services/?page=2")
    assert len(first.find_all("tbody")) == 50
    assert "51 to 100 of 100" in last.text
    assert last.find("a", rel="prev")["href"] == "?page=1"


def test_page_number_that_is_none_is_refused_in_a_sentence(read):
    page = read("/services/?page=two&q=web", status=400)
    assert "“two” is not a whole number" in page.find(role="alert").text
    assert page.find("input", id="q")["value"] == "web"


def test_page_says_who_uses_it_how_good_and_how_dear(read):
    page = read("/services/S03/")
    assert page.h1.text == "Web shop missed its level in October 2026."
    assert "Retail & E-commerce" in page.text
    assert "99.4071 %" in page.text
    assert "34,297.13 SEK" in page.text


def test_level_opens_down_to_its_outages(read):
    page = read("/services/S03/")
    assert "Outage I3, 2026-10-11 19:40 to 2026-10-11 21:05, began in T08." in page.text
    assert page.find("a", href="/records/outages/I3/")


def test_what_stands_on_what_is_told_with_the_way(read):
    page = read("/services/T10/")
    assert "Point of sale → Network → Data centre hall Motala" in page.text
    assert page.find("a", href="/restoration/?lost=T10&crews=4")


def test_supporting_service_says_who_carries_its_cost(read):
    page = read("/services/T08/")
    assert "Passes its cost on to" in page.text
    assert "25 %" in page.text


def test_chain_findings_are_on_the_page(read):
    assert "all that it needs carries at most 99.08 % together" in read("/services/S03/").text

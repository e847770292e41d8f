"""The catalogue's pages: for customers, technical, one service, and a customer's own."""

from __future__ import annotations

import re

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")
IT_WORDS = re.compile(
    r"\b(RTO|SLA|target|availability|supplier|dependenc|24x7|stock|flow)", re.IGNORECASE
)


def names(page):
    return [row.th.a.text for row in page.select("#found tbody.opens")]


def words(page):
    return page.find("main").get_text(" ", strip=True)


def test_customer_view_says_price_hours_and_level_in_words(read, row_of):
    page = read("/catalogue/")
    assert page.h1.text == "30 services can be ordered, one by one or in packages."
    row = row_of(page.find(id="found"), "ERP core").text
    for said in (
        "26,340.00 SEK",
        "2,195.00 SEK",
        "Monday to Saturday 05:00–23:00",
        "at most 56 minutes",
    ):
        assert said in row
    assert "Affärssystem" in row


def test_customer_view_has_no_it_words(read):
    assert not IT_WORDS.search(words(read("/catalogue/")))
    assert not IT_WORDS.search(words(read("/catalogue/S03/")))
    assert not IT_WORDS.search(words(read("/catalogue/for/C04/")))


def test_groups_follow_impact_or_kind(read):
    by_impact = [
        group.caption.h2.contents[0].strip()
        for group in read("/catalogue/").select("#found section")
    ]
    assert by_impact == [
        f"Where a loss hurts {how}" for how in ("most", "much", "somewhat", "least")
    ]
    by_kind = [
        group.caption.h2.contents[0].strip()
        for group in read("/catalogue/?by=kind").select("#found section")
    ]
    assert by_kind == ["Bought service", "Own product", "Standard system", "User service"]


@pytest.mark.parametrize("typed", ["kassa", "verkkokauppa", "S03", "point till"])
def test_search_finds_in_every_language_and_keeps_what_was_typed(read, typed):
    page = read(f"/catalogue/?q={typed}&by=kind")
    assert page.find("input", id="q")["value"] == typed
    assert names(page) == {"kassa": ["Point of sale"], "point till": []}.get(typed, ["Web shop"])


def test_search_that_finds_nothing_says_what_to_try(read):
    assert "Try fewer or shorter ones." in read("/catalogue/?q=zeppelin").text


def test_script_only_helps(read):
    page = read("/catalogue/")
    form = page.find("form", attrs={"data-answers": True})
    assert form["method"] == "get"
    assert all(page.find(id=id_) for id_ in form["data-answers"].split())
    assert all(script["src"] and not script.text for script in page.find_all("script"))


def test_technical_view_is_one_click_away_and_holds_everything(read, row_of):
    page = read("/catalogue/")
    assert page.find("a", string="Technical")["href"] == "?view=technical&by=impact"
    technical = read("/catalogue/?view=technical&by=kind")
    row = row_of(technical.find(id="found"), "Point of sale")
    assert len(technical.select("#found tbody tr")) == 40
    line = next(tr for tr in row.select("tr") if "Point of sale" in tr.th.text).get_text(
        " ", strip=True
    )
    for said in (
        "S07",
        "bought service",
        "Elsa Moberg",
        "Network",
        "(soft)",
        "99.5 %",
        "480 min",
        "45 min",
    ):
        assert said in line


def test_only_live_services_are_ordered_and_retiring_ones_are_marked(read, row_of):
    Service.objects.filter(pk="S29").update(state="retiring")
    Service.objects.filter(pk="S28").update(state="idea")
    page = read("/catalogue/")
    assert "28 services can be ordered" in page.h1.text
    assert "on its way out" in row_of(page.find(id="found"), "Print").text
    assert "Meeting rooms & video" not in names(page)
    assert "It cannot be ordered: it is an idea." in read("/catalogue/S28/").text
    assert "It cannot be ordered whole" in page.find(id="package-P5").text


def test_package_tells_its_parts_and_their_sum(read):
    store = read("/catalogue/").find(id="package-P4")
    assert [part.a.text for part in store.select(".parts li")] == [
        "Point of sale", "Workplace standard", "Meeting rooms & video",
        "Service desk & service management",
    ]  # fmt: skip
    assert "6,715.00 SEK" in store.text
    assert "80,580.00 SEK" in store.text


def test_price_opens_down_to_its_row(read, client):
    page = read("/catalogue/S24/")
    source = page.select_one(".drawer a.source")
    assert source.text == "S24 2026-01-01"
    assert client.get(source["href"]).status_code == 200


def test_one_service_says_who_has_it_and_whom_to_ask(read):
    page = read("/catalogue/S03/")
    assert page.h1.text == "Web shop costs 34,300 SEK per thousand orders."
    for said in (
        "at most 43 minutes away a month",
        "within 4 hours",
        "E-commerce package",
        "Oskar Lindh",
    ):
        assert said in words(page)
    assert page.find("a", href="/catalogue/for/C04/")


def test_what_stands_beneath_is_not_ordered_on_its_own(read):
    assert "other services stand on it" in read("/catalogue/T01/").text
    assert "There is no service S99" in read("/catalogue/S99/", status=404).h1.text


def test_own_edition_tells_her_use_her_levels_and_her_charge(read, row_of):
    page = read("/catalogue/for/C04/")
    row = row_of(page, "Web shop").get_text(" ", strip=True)
    for said in ("92", "2,922,360.00 SEK", "at most 21 minutes away a month"):
        assert said in row
    assert "Oskar Lindh" in words(page)
    assert "You have 4 of its 4 services." in page.find(id="package-P4").text


def test_own_edition_refuses_in_sentences(read):
    assert read("/catalogue/for/C99/", status=404).h1.text == "There is no customer C99."
    page = read("/catalogue/for/C04/?page=x", status=400)
    assert "“x” is not a whole number" in page.find(role="alert").text

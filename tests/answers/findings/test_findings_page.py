"""What the rules found, as a page."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_findings_are_grouped_by_rule(read):
    page = read("/findings/")
    section = page.find("details", id="R03")
    assert "Served without an accepted customer role" in section.h2.text
    assert "Bengt Åhman" in section.text


def test_each_finding_says_what_to_do_and_links_to_the_place(read):
    for entry in read("/findings/").select("details.card li"):
        assert entry.a["href"].startswith("/")
        assert len(entry.find(class_="note").text) > len("· R16")


def test_every_link_leads_to_a_page(read, client):
    places = {link["href"] for link in read("/findings/").select("details.card li a")}
    assert [place for place in sorted(places) if client.get(place).status_code != 200] == []


def test_the_same_findings_are_grouped_by_customer(read):
    page, usual = read("/findings/?by=customer"), read("/findings/")
    titles = [h2.contents[0].strip() for h2 in page.select("details.card h2")]
    assert "Pro Cycling Team" in titles
    assert titles[-1] == "No customer in particular"
    assert [one["id"] for one in page.select("details.card")][:2] == ["group-1", "group-2"]
    assert len(page.select("details.card li")) == len(usual.select("details.card li"))


def test_no_count_of_findings_stands_beside_who_works_in_it(read):
    page = read("/findings/?by=owner", status=400)
    assert "nobody’s count" in page.text
    assert "Pekka Salonen" not in [h2.contents[0].strip() for h2 in page.select("h2")]


def test_unknown_grouping_gets_a_sentence_and_the_rules(read):
    page = read("/findings/?by=colour", status=400)
    assert "not grouped by “colour”" in page.find(role="alert").text
    assert page.find("details", id="R03")

"""What the rules found, as a page."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_findings_are_grouped_by_rule(read):
    page = read("/findings/")
    section = page.find("section", id="R03")
    assert "Served without an accepted customer role" in section.h2.text
    assert "Bengt Åhman" in section.text


def test_each_finding_says_what_to_do_and_links_to_the_place(read):
    for entry in read("/findings/").select("section.card li"):
        assert entry.a["href"].startswith("/")
        assert len(entry.find(class_="note").text) > len("· R16")


def test_every_link_leads_to_a_page(read, client):
    places = {link["href"] for link in read("/findings/").select("section.card li a")}
    assert [place for place in sorted(places) if client.get(place).status_code != 200] == []

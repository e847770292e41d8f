"""One promise in one month: the sentence for Thursday, the drawing, and everything behind it."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_headline_is_what_to_say_on_thursday(read):
    assert read("/promises/C04/S03/2026-10/").h1.text == (
        "We promised at most 22 minutes away in October 2026; it was 265, "
        "in two interruptions, both on Sundays."
    )


def test_outages_are_listed_with_what_they_took_and_where_they_began(read):
    rows = [words(row) for row in read("/promises/C04/S03/2026-10/").select(".happened > li")]
    assert rows[0].startswith("✕ 1 Sun 11 Oct 19:40 – 21:05 · stock feed stuck")
    assert "began in Integration platform (Molnviken Cloud)" in rows[0]
    assert rows[1].endswith("180 min")


def test_what_does_not_count_says_why(read):
    rows = [words(row) for row in read("/promises/C01/S24/2026-10/").select(".happened > li")]
    assert rows[1].endswith("0 min outside the service hours")
    assert rows[3].endswith("0 min overlaps another outage, counted once")
    assert "7 days of notice are needed" in rows[4]


def test_figures_stand_beside(read):
    side = words(read("/promises/C01/S24/2026-10/").find(class_="side"))
    for figure in (
        "98.9325 %",
        "14,520 min",
        "155 min",
        "107 %",
        "145.20 minutes",
        "77.5 min",
        "63,000",
    ):
        assert figure in side


def test_every_source_row_is_a_link(read, client):
    page = read("/promises/C01/S24/2026-10/")
    links = {a["href"] for a in page.select(".happened a[href^='/records/']")}
    assert len(links) == 5
    assert all(client.get(link).status_code == 200 for link in links)


def test_months_before_and_after_are_one_click_away(read):
    page = read("/promises/C04/S03/2026-10/")
    assert page.find("a", rel="prev")["href"] == "/promises/C04/S03/2026-09/"
    assert page.find("a", rel="next")["href"] == "/promises/C04/S03/2026-11/"


def test_month_without_a_log_is_not_known_and_draws_no_kept_hours(read):
    page = read("/promises/C04/S03/2026-09/")
    assert "nothing is logged" in page.h1.text
    assert not page.select("svg.month rect.hours")
    assert page.select("svg.month rect.coming")


def test_after_the_agreement_ended_nothing_was_agreed(read):
    page = read("/promises/C10/S08/2026-10/")
    assert page.h1.text.startswith("Nothing was agreed for October 2026;")
    assert "The agreement ended on 30 Jun 2026." in words(page.main)


@pytest.mark.parametrize(
    "path",
    ["/promises/C99/S03/2026-10/", "/promises/C04/S99/2026-10/", "/promises/C04/S03/october/"],
)
def test_what_is_not_there_is_said(read, path):
    assert re.search(r"There is no|is not a month", read(path, status=404).h1.text)


def test_the_first_month_of_all_has_none_before_it(read):
    assert not read("/promises/C04/S03/1900-01/").find("a", rel="prev")

"""The exercise with a clock, and the season it is played in."""

from __future__ import annotations

import pytest

from reading_pdf import pages_of

pytestmark = pytest.mark.usefixtures("demo")


def test_every_step_stands_with_its_planned_minute_and_an_empty_box(read):
    page = read("/restoration/exercise/?lost=T10&crews=4")
    assert page.h1.text == "Exercise: Data centre hall Motala is lost"
    steps = page.select("tr[data-step]")
    assert len(steps) == len(page.select(".box")) == 40
    assert (steps[0]["data-step"], steps[0]["data-planned"]) == ("T10", "30")


def test_clock_is_hidden_until_a_script_can_run_it(read):
    page = read("/restoration/exercise/?lost=T10&crews=4&during=CH1")
    assert page.find(attrs={"data-exercise": "T10|4|CH1"}).has_attr("hidden")
    assert "write the minutes into the boxes" in page.noscript.text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("lost=XYZ", "There is no service XYZ"),
        ("lost=T10&during=CH9", "“CH9” is no activity"),
    ],
)
def test_what_cannot_be_played_leads_to_the_page_that_says_so(client, db, asked, sentence):
    response = client.get(f"/restoration/exercise/?{asked}", follow=True)
    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_restoration_page_offers_the_seasons_and_keeps_the_chosen(read):
    page = read("/restoration/?lost=T10&crews=4&during=CH1")
    chosen = page.select_one("#during option[selected]")
    assert chosen.text == "Black week campaign (27 Nov 2026, Retail & E-commerce)"
    assert "As if during Black week campaign" in page.text
    assert "during=CH1" in page.find("a", string="Exercise with a clock")["href"]


def test_only_the_season_is_marked_when_it_is_wrong(read):
    page = read("/restoration/?lost=T10&crews=4&during=CH9", status=400)
    assert [field["id"] for field in page.select("[aria-invalid=true]")] == ["during"]


def test_run_sheet_says_the_season_it_was_made_for(client, db):
    pdf = client.get("/restoration/run-sheet.pdf?lost=T10&crews=4&during=CH1").content
    assert "As if during Black week campaign" in " ".join(pages_of(pdf)[0].split())

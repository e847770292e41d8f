"""The portfolio's pages."""

from __future__ import annotations

import pytest

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo")
QUESTIONS = [
    "What are we developing?",
    "Which requirements (needs) relate to them?",
    "What do we offer now?",
    "Who uses it?",
]


def sections(page):
    return {part.h2["id"]: part for part in page.select("section.question")}


def test_four_questions_are_answered_in_their_order(read):
    page = read("/portfolio/")
    assert page.h1.text.startswith("30 services are offered, none is being developed, 9 needs wait")
    titles = [part.h2.get_text(" ", strip=True) for part in page.select("section.question")]
    assert [title.split(" ", 1)[1].rsplit(" ", 1)[0] for title in titles] == QUESTIONS


def test_nothing_in_development_teaches_one_next_step(read):
    developing = sections(read("/portfolio/"))["developing"]
    assert "no service is an idea, defined or being built" in developing.text
    assert developing.find("a", class_="button")["href"] == "/edit/services/new/?state=idea"
    assert "not developed" in developing.select_one(".candidates").text


def test_every_row_leads_to_the_other_questions(read, client):
    page = read("/portfolio/")
    links = {link["href"] for link in page.select(".question a[href^='?']")}
    assert {link.split("=")[0] for link in links} == {"?service", "?customer", "?need"}
    assert [
        link for link in sorted(links)[::9] if client.get(f"/portfolio/{link}").status_code != 200
    ] == []


def test_choosing_a_service_filters_the_four(read):
    found = sections(read("/portfolio/?service=S03"))
    assert "Checkout must survive Sunday peaks" in found["needs"].text
    assert [row.th.a.text for row in found["offered"].select("tbody tr")] == ["Web shop"]
    assert "92 thousand orders" in found["users"].text


def test_what_is_not_there_is_refused_and_stays_typed(read):
    page = read("/portfolio/?need=N99", status=400)
    assert page.find(role="alert").text == "There is no need N99, so nothing is filtered."
    assert page.find("input", id="need")["value"] == "N99"
    assert "30 services are offered" in page.h1.text


def test_board_has_its_columns_and_counts(read):
    page = read("/portfolio/?view=board")
    counts = [item.get_text(" ", strip=True) for item in page.select(".life li")]
    assert counts == ["idea 0", "defined 0", "building 0", "live 40", "retiring 0", "retired 0"]
    assert len(page.select(".cards article")) == 30
    assert len(page.select(".none")) == 4


def test_card_opens_its_cost_and_leads_to_its_needs_and_findings(read):
    page = read("/portfolio/?view=board")
    card = page.select_one("article.piece")
    assert card.find("a", href="/services/S03/").text == "Web shop"
    assert "99.40 of 99.9 %" in card.text
    assert card.select_one("details.figure .drawer").find("table")


def test_fifty_cards_are_a_page(read):
    Service.objects.bulk_create([Service(id=f"X{n:03}", name_en=f"Extra {n}") for n in range(60)])
    assert len(read("/portfolio/?view=board").select(".cards article")) == 50
    assert "51 to 90 of 90" in read("/portfolio/?view=board&page=2").text
    assert "“two” is not a whole number" in read("/portfolio/?view=board&page=two", status=400).text


def test_retiring_service_is_marked_in_words(read):
    Service.objects.filter(pk="S29").update(state="retiring")
    assert "retiring" in sections(read("/portfolio/"))["offered"].text
    assert "retiring" in read("/portfolio/?view=board").select_one(".cards").text

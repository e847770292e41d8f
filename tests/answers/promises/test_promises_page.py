"""Agreed against actual, as Tuomas the delivery manager reads it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_headline_is_the_answer(read):
    page = read("/promises/")
    assert page.h1.text == "5 services broke 34 of 158 promises in October 2026."
    assert "18 promises" in page.find(class_="blamed").text
    assert "Molnviken Cloud" in page.find(class_="blamed").text


def test_cell_says_its_state_in_words_and_leads_to_its_month(read):
    page = read("/promises/?customer=C04&service=S03")
    cell = page.find_all("td", class_="cell")[-1]
    assert words(cell) == "missed 1,186 %"
    assert "missed" in cell["class"]
    assert cell.a["href"] == "C04/S03/2026-10/"
    assert read("/promises/" + cell.a["href"]).h1


def test_unlogged_month_is_not_known(read):
    page = read("/promises/?customer=C04&service=S03")
    cells = page.find_all("td", class_="cell")
    assert len(cells) == 12
    assert {words(cell) for cell in cells[:-1]} == {"not known"}


def test_ended_agreement_is_said_and_its_months_are_loose(read):
    page = read("/promises/?customer=C10&service=S08")
    assert "agreement ended 30 Jun 2026" in page.table.text
    loose = ["loose" in cell["class"] for cell in page.find_all("td", class_="cell")]
    assert loose == [False] * 8 + [True] * 4


def test_row_names_where_it_began_and_who_supplies_it(read):
    page = read("/promises/?customer=C04&service=S03")
    note = words(page.table.tbody.find_all("tr")[1].th)
    assert "Oct: Database (Nordkärna Software AB), Integration platform (Molnviken Cloud)" in note


def test_turned_in_one_click(read):
    page = read("/promises/?customer=C04")
    turn = page.find("a", string=lambda text: text and "By service" in text)["href"]
    assert turn == "?customer=C04&turn=1"
    turned = read("/promises/" + turn)
    assert turned.find("tr", class_="group").a["href"].startswith("/services/")


def test_fifty_rows_a_page(read):
    page = read("/promises/?page=5")
    assert "201 to 216 of 216" in words(page.find("nav", class_="pages"))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("month=abc", "“abc” is not a month"),
        ("customer=C99", "There is no customer C99"),
        ("state=green", "“green” is not a state"),
        ("page=last", "“last” is not a whole number"),
        ("month=9999-12", "outside the years 1900 to 2999"),
    ],
)
def test_bad_question_gets_a_sentence(read, asked, sentence):
    page = read(f"/promises/?{asked}", status=400)
    assert sentence in page.find(role="alert").text
    assert "34 of 158" in page.h1.text


def test_what_was_typed_is_kept(read):
    page = read("/promises/?month=abc&service=shop", status=400)
    assert page.find("input", id="month")["value"] == "abc"
    assert page.find("input", id="service")["value"] == "shop"


def test_nothing_found_offers_a_way_back(read):
    page = read("/promises/?service=zeppelin")
    assert "No promise matches" in page.find(class_="empty").text


def test_levels_page_leads_here_and_back(read):
    assert read("/levels/").find("a", href="/promises/?month=2026-10")
    assert read("/promises/").find("a", href="/levels/?month=2026-10")

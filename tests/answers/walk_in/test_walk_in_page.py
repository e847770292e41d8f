"""Before you walk in, on the screen."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_three_questions_stand_first_each_with_its_reason(read):
    page = read("/customers/C04/before-you-walk-in/")
    questions = [li.b.text for li in page.select(".questions li")]
    assert questions[0] == "What would it be worth to you that Sundays are quiet?"
    assert len(questions) == 3
    assert "the most she would pay for one is 40,000" in page.select_one(".questions .note").text


def test_sheet_says_who_how_she_feels_and_what_was_missed(read):
    main = read("/customers/C04/before-you-walk-in/").main
    text = " ".join(main.get_text(" ").split())
    assert "Retail & E-commerce is not satisfied." in text
    assert "4.1 MSEK a year is at stake" in text
    assert "Sunday evening again. I sell bikes on Sundays. Samira Haddad, 10 Nov 2026" in text
    assert "Web shop was away 265 minutes" in text


def test_waiting_need_is_marked_with_shape_and_word(read):
    chip = read("/customers/C10/before-you-walk-in/").find(class_="near")
    assert chip.text == "▲waits for this meeting"


def test_nobody_asked_is_said(read):
    assert "Nobody has asked how it feels." in read("/customers/C09/before-you-walk-in/").text


def test_paper_is_one_click_away_and_named_for_what_it_is(read, client):
    link = read("/customers/C04/before-you-walk-in/").select_one(".take-along .go")["href"]
    response = client.get(link)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="before-you-walk-in-C04.pdf"'
    assert response.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("ending", ["/", ".pdf"])
def test_a_customer_who_is_not_there_is_said_so(read, ending):
    page = read(f"/customers/C99/before-you-walk-in{ending}", status=404)
    assert page.h1.text == "There is no customer C99."

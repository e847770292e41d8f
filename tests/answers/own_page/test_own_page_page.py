"""The customer's own page, as Johan opens it on his phone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_three_questions_one_open_at_a_time(read):
    asks = read("/for/C02/").select("details.ask")
    assert [ask.h2.text for ask in asks] == [
        "Am I getting the right thing?",
        "What does it cost?",
        "Would I stop something?",
    ]
    assert [ask.has_attr("open") for ask in asks] == [True, False, False]
    assert {ask["name"] for ask in asks} == {"question"}


def test_bill_is_split_in_words_of_hers(read):
    ask = read("/for/C02/").select("details.ask")[1]
    rows = [" ".join(li.get_text(" ").split()) for li in ask.select("li")]
    assert rows[:2] == [
        "What was planned 8,562 kSEK",
        "You used more 225 kSEK",
    ]


def test_her_last_words_and_what_came_of_it(read):
    text = " ".join(read("/for/C02/").main.text.split())
    assert "Fine, but why does everything take a quarter?" in text
    assert "Torque data per e-bike to the service book" in text


def test_state_has_a_shape_and_a_word(read):
    chips = {chip.text for chip in read("/for/C02/").select(".chip")}
    assert chips == {"✕less than promised", "●as promised"}


def test_there_is_no_way_into_the_rooms_of_it(read):
    page = read("/for/C02/")
    assert page.find("nav") is None
    assert {form["action"] for form in page.main.find_all("form")} <= {"/for/C02/say/"}


def test_one_person_to_ask(read):
    assert read("/for/C02/").select_one(".whom").text == (
        "Questions? Nadja Berggren answers for everything IT does for you."
    )


def test_finnish_division_reads_euros(read):
    assert "Amounts in EUR" in read("/for/C03/").text


def test_same_on_paper(client, db):
    response = client.get("/for/C02.pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


@pytest.mark.parametrize("path", ["/for/C99/", "/for/C99.pdf"])
def test_a_customer_who_is_not_there_is_said_so(read, path):
    assert read(path, status=404).h1.text == "There is no customer C99."

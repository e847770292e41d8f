"""Pages about mood, value, alternatives, complaints, improvements and surveys."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from domestique.satisfaction.models import (
    Alternative,
    Complaint,
    Pulse,
    Survey,
    SurveyAnswer,
    ValueScore,
)

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)


@pytest.fixture
def her() -> Client:
    """Samira Haddad's own browser."""
    browser = Client()
    assert browser.post("/act-as/", {"person": "Samira Haddad"}).status_code == 302
    return browser


def shown(browser: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser")


def refusal_of(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return page.select_one(".refused").text


def test_one_tap_on_the_own_page_then_words(her):
    answer = her.post("/for/C04/say/", {"face": "neutral"})
    assert answer.status_code == 302
    number = parse_qs(urlsplit(answer["Location"]).query)["said"][0]
    page = shown(her, answer["Location"])
    assert page.select_one("#contemplating")
    typed = {"pulse": number, "seen": "1", "words": "Better", "contemplating": "nothing"}
    her.post("/for/C04/say/", typed)
    told = Pulse.objects.get(pk=number)
    assert (told.whose, told.words, told.contemplating) == ("hers", "Better", "nothing")


def test_a_happy_tap_asks_for_nothing_more(her):
    page = shown(her, her.post("/for/C04/say/", {"face": "positive"})["Location"])
    assert page.select_one("#words")
    assert page.select_one("#contemplating") is None


def test_it_cannot_tap_for_her_on_her_page(client):
    answer = client.post("/for/C04/say/", {"face": "positive"})
    assert answer.status_code == 400
    assert "can be said by: Samira Haddad, Elif Demir" in refusal_of(answer)
    assert not Pulse.objects.filter(customer_id="C04", date=TODAY).exists()


def test_a_guess_is_kept_apart(client, read):
    assert (
        client.post("/customers/C09/pulse/", {"face": "negative", "whose": "our guess"}).status_code
        == 302
    )
    page = read("/customers/C09/pulse/")
    assert page.h1.text.startswith("We do not know how ")
    assert "It counts nowhere: ask." in page.text


def test_wrong_amount_keeps_what_was_typed(client):
    client.post("/customers/C08/pulse/", {"face": "negative", "whose": "heard by us"})
    pulse = Pulse.objects.get(customer_id="C08", date=TODAY)
    typed = {"pulse": pulse.pk, "seen": "1", "words": "Payroll stood still", "at_stake": "a lot"}
    answer = client.post("/customers/C08/pulse/words/", typed)
    assert answer.status_code == 400
    assert "“a lot” is not an amount" in refusal_of(answer)
    assert "Payroll stood still" in answer.content.decode()


def test_far_too_long_a_name_is_refused_in_words(client):
    typed = {"face": "negative", "whose": "heard by us", "person": "Ä" * 5000}
    answer = client.post("/customers/C08/pulse/", typed)
    assert answer.status_code == 400
    assert "has 5,000 letters; there is room for 200." in refusal_of(answer)
    assert not Pulse.objects.filter(customer_id="C08", date=TODAY).exists()


def test_value_is_hers_to_say(her, client, read):
    typed = {"service": "S07", "score": "2", "ceiling_price": "30 000,50"}
    refused = client.post("/customers/C04/value/", typed)
    assert refused.status_code == 400
    assert "It can be said by: Samira Haddad" in refusal_of(refused)
    assert her.post("/customers/C04/value/", typed).status_code == 302
    score = ValueScore.objects.get(customer_id="C04", service_id="S07")
    assert (score.score, str(score.ceiling_price), score.scored_by) == (
        2,
        "30000.5",
        "Samira Haddad",
    )
    assert "Point of sale" in read("/customers/C04/value/").select_one(".sub").text


def test_each_form_sends_the_id_of_its_service(her):
    page = her.get("/customers/C04/value/").content.decode()
    assert '<input type="hidden" name="service" value="S07">' in page


def test_it_sees_the_worksheet_without_a_form(read):
    assert read("/customers/C04/value/").select("form.score") == []


def test_third_question_uses_her_score(read):
    lines = read("/customers/C04/").select("#services tbody")
    shop = next(one for one in lines if one.a and one.a.text == "Web shop")
    assert "worth 5 of 5, price within the ceiling" in shop.text


def test_value_chart_is_drawn_for_both_themes(client):
    for theme in ("day", "night"):
        answer = client.get(f"/charts/value.svg?customer=C04&theme={theme}")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert client.get("/charts/value.svg?customer=C09").status_code == 404


def test_alternatives_count_money_not_heads(read):
    page = read("/alternatives/")
    assert page.h1.text == "5 customers look elsewhere; in use already: 1."
    assert "6.7 MSEK" in page.select_one(".facts-row").text


def test_alternative_is_noted_and_a_refusal_keeps_it(client):
    typed = {"customer": "C04", "alternative": "", "reason": "Too dear", "state": "tried"}
    answer = client.post("/alternatives/", typed)
    assert answer.status_code == 400
    assert "Too dear" in answer.content.decode()
    answer = client.post("/alternatives/", {**typed, "alternative": "Tills from the bank"})
    assert answer["Location"] == "/alternatives/AL7/"
    client.post(answer["Location"], {"alternative": "Tills", "state": "in use", "seen": "1"})
    assert Alternative.objects.get(pk="AL7").state == "in use"


def test_complaint_waits_for_its_answer_before_it_is_judged(client):
    client.post("/complaints/", {"customer": "C05", "complaint": "Terminals again"})
    answer = client.post("/complaints/K3/", {"do": "satisfied", "seen": "1"})
    assert answer.status_code == 400
    assert "answer it first" in refusal_of(answer)
    assert client.post("/complaints/K3/", {"do": "acknowledge", "seen": "1"}).status_code == 302
    assert Complaint.objects.get(pk="K3").acknowledged_on == TODAY


def test_escalated_complaint_leads_to_its_question(read):
    link = read("/complaints/K1/").find("a", href="/escalations/E1/")
    assert "Pay 900,000 SEK a year" in link.text


def test_improvement_that_is_too_big_asks_to_be_split(client, read):
    assert "5 weeks are too big for one step: split it." in read("/improvements/IM6/").text
    answer = client.post(
        "/improvements/IM6/", {"do": "split", "seen": "1", "parts": "Order, 2\nSwap, 9"}
    )
    assert answer.status_code == 400
    assert "Swap, 9" in answer.content.decode()
    client.post("/improvements/IM6/", {"do": "split", "seen": "1", "parts": "Order, 2\nSwap, 3"})
    assert "Split into" in read("/improvements/IM6/").text


def test_done_and_felt(read):
    assert read("/improvements/").h1.text == "3 improvements are done, 2 of them felt; 5 are ahead."


def link_to(address: str, client: Client) -> str:
    """Send a survey that nobody has had a letter of, and return the path in one letter."""
    Survey.objects.filter(pk="SV2").update(delivered=None)
    assert client.post("/surveys/SV2/", {"do": "invite"}).status_code == 302
    letter = next(one for one in mail.outbox if one.to == [address])
    return re.search(r"http://[^/]+(/answer/[\w-]+/)", letter.body)[1]


def test_what_was_sent_from_elsewhere_has_no_button_to_send_it(client, read):
    page = read("/surveys/SV2/")
    assert "was sent from elsewhere already: 28 letters reached somebody" in page.main.text
    assert page.select("button[name=do]") == []
    answer = client.post("/surveys/SV2/", {"do": "invite"})
    assert (answer.status_code, mail.outbox) == (400, [])


def test_a_scanner_that_opens_the_link_does_not_use_it_up(client):
    path = link_to("mira.falk@norrhjul.example", client)
    for look in (client.get, client.head, client.get):
        assert look(path).status_code == 200
    assert "Tack" in client.post(path, {"q1": "4"}).content.decode()


def test_form_refuses_in_the_language_of_the_invitation(client):
    path = link_to("jussi.rantala@norrhjul.example", client)
    empty = client.post(path, {"q4": " "})
    assert (empty.status_code, refusal_of(empty)[:26]) == (400, "Mihinkään ei ole vielä vas")
    assert "ei ole asteikolla" in refusal_of(client.post(path, {"q1": "9", "q4": "Hyvä"}))
    client.post(path, {"q1": "4"})
    used = BeautifulSoup(client.get(path).content, "html.parser")
    assert (used.html["lang"], used.h1.text[:24]) == ("fi", "Linkki on jo käytetty: j")


def test_letters_are_sent_and_answered_without_cookies(client):
    path = link_to("mira.falk@norrhjul.example", client)
    form = client.get(path)
    page = BeautifulSoup(form.content, "html.parser")
    assert page.html["lang"] == "sv"
    assert not form.cookies
    assert form["Referrer-Policy"] == "no-referrer"
    before = SurveyAnswer.objects.count()
    assert "Tack" in client.post(path, {"q1": "5", "q3": "positive"}).content.decode()
    assert SurveyAnswer.objects.count() == before + 2
    again = client.post(path, {"q1": "1"})
    assert again.status_code == 410
    assert "varje länk tar emot ett svar" in again.content.decode()


def test_unknown_link_says_so(client):
    answer = client.get("/answer/never-sent/")
    assert answer.status_code == 410
    assert "This link is not known" in answer.content.decode()
    swedish = client.get("/answer/never-sent/", headers={"accept-language": "sv-SE,en;q=0.5"})
    assert "Länken är okänd" in swedish.content.decode()


def test_report_on_paper(client):
    answer = client.get("/surveys/SV2.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")


@pytest.mark.parametrize(
    "path",
    [
        "/customers/C99/pulse/",
        "/customers/C99/value/",
        "/alternatives/AL99/",
        "/complaints/K99/",
        "/improvements/IM99/",
        "/surveys/SV99/",
    ],
)
def test_what_is_not_there_is_said_so(read, path):
    assert read(path, status=404).h1.text.startswith("There is no ")

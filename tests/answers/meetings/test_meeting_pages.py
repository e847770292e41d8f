"""Contacts, promises, meetings, the bad day and the year as pages: what they show, take, and refuse."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.relations.models import Contact, Meeting, MeetingItem, Promise
from reading_pdf import pages_of

pytestmark = pytest.mark.usefixtures("demo")


def sentence_of(response) -> str:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(response.content.decode(), "html.parser")
    return page.find(role="alert").text


def test_contact_and_promise_are_logged_from_the_relationship_page(read, client):
    form = read("/customers/C04/relationship/").select_one("#log form")
    assert form["action"] == "/contacts/new/"
    sent = {
        "customer": "C04",
        "with_whom": ["Samira Haddad", "Tove Lilja; Elif Demir"],
        "channel": "call",
        "gist": "Sunday was quiet",
        "face": "neutral",
        "promise": "The numbers on Monday",
        "promise_due_on": "2026-11-23",
    }
    response = client.post(form["action"], sent)
    assert response.headers["Location"] == "/customers/C04/relationship/"
    contact = Contact.objects.get(gist="Sunday was quiet")
    assert contact.their_people == ["Samira Haddad", "Tove Lilja", "Elif Demir"]
    assert Promise.objects.get(promise="The numbers on Monday").customer_id == "C04"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"gist": ""}, "What was said is missing"),
        ({"date": "soon"}, "“soon” is not a day"),
        ({"with_whom": ""}, "Nobody of the customer's is named"),
        ({"customer": ""}, "There is no customer"),
    ],
)
def test_refused_contact_is_said_and_stays_typed(client, db, wrong, words):
    sent = {"customer": "C04", "with_whom": "Samira", "channel": "visit", "gist": "Hello", **wrong}
    response = client.post("/contacts/new/", sent | {"follow_up": "Send it"})
    assert response.status_code == 400
    assert words in sentence_of(response)
    assert 'value="Send it"' in response.content.decode()
    assert not Contact.objects.filter(follow_up="Send it").exists()


def test_next_page_is_one_of_ours_only(client, db):
    sent = {"customer": "C04", "with_whom": "S", "channel": "call", "gist": "x"}
    response = client.post("/contacts/new/", sent | {"next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/customers/C04/relationship/"


def test_follow_up_is_ticked_where_it_stands(read, client):
    form = read("/contacts/?customer=C02").select_one("form[action$='followed-up/']")
    fields = {one["name"]: one["value"] for one in form.find_all("input")}
    response = client.post(form["action"], fields)
    assert response.headers["Location"] == "/contacts/?customer=C02"
    assert client.post(form["action"], fields).status_code == 400


def test_promise_is_kept_or_taken_back_with_a_reason(read, client):
    page = read("/promised/")
    assert page.h1.text == "5 promises are open, 1 overdue."
    client.post("/promised/PR3/kept/", {"seen": "1"})
    assert Promise.objects.get(pk="PR3").kept_on is not None
    refused = client.post("/promised/PR1/taken-back/", {"seen": "1", "reason": ""})
    assert "Why it is taken back is missing" in sentence_of(refused)
    client.post("/promised/PR1/taken-back/", {"seen": "1", "reason": "January"})
    assert Promise.objects.get(pk="PR1").reason == "January"


def test_somebody_elses_change_meanwhile_is_told(client, db):
    client.post("/promised/PR1/kept/", {"seen": "1"})
    Promise.objects.filter(pk="PR1").update(kept_on=None)
    assert "has been changed since" in sentence_of(
        client.post("/promised/PR1/kept/", {"seen": "1"})
    )


def test_call_is_logged_on_the_bad_day_beside_its_outage(read, client):
    sent = {"customer": "C04", "with_whom": "Samira Haddad", "gist": "Told her", "face": "negative"}
    response = client.post("/bad-day/?outage=I11", sent)
    assert response.headers["Location"] == "/bad-day/?outage=I11#call-C04"
    page = read("/bad-day/?outage=I11")
    assert page.h1.text == "Web shop: 2 customers to call."
    assert "Told her" in page.find(id="call-C04").text


@pytest.mark.parametrize("asked", ["outage=I99", "service=S99"])
def test_failure_that_is_not_there_is_said(read, asked):
    page = read(f"/bad-day/?{asked}", status=400)
    assert "choose one below" in page.find(role="alert").text
    assert page.find("select", id="service")


def test_meeting_is_planned_moved_held_and_felt(client, db):
    sent = {"customer": "C01", "kind": "follow-up", "day": "2026-11-21", "time": "09:30"}
    sent |= {"minutes_long": "45", "participants": ["Kjell Norling", "Moa Tellander"]}
    path = client.post("/meetings/plan/", sent).headers["Location"]
    meeting = Meeting.objects.get(customer_id="C01")
    assert path == f"/meetings/{meeting.id}/"
    assert (meeting.chair, meeting.minutes_long) == ("Tuomas Heikkilä", 45)
    client.post(f"{path}hold/", {"seen": "1", "gist": "All well"})
    client.post(f"{path}mood/", {"seen": "2", "side": "business", "mood": "creative"})
    meeting.refresh_from_db()
    assert (meeting.gist, meeting.mood_business) == ("All well", "creative")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"time": "noon"}, "“noon” is not a time of day"),
        ({"day": ""}, "is not a day"),
        ({"day": "2026-11-20"}, "has passed"),
        ({"minutes_long": "0"}, "not a whole number"),
    ],
)
def test_refused_plan_stays_typed(client, db, wrong, words):
    sent = {"customer": "C01", "kind": "follow-up", "day": "2026-12-01", "time": "09:30"}
    sent |= {"minutes_long": "45", "place": "The velodrome", **wrong}
    response = client.post("/meetings/plan/", sent)
    assert response.status_code == 400
    assert words in sentence_of(response)
    assert "The velodrome" in response.content.decode()


def test_statistics_put_into_a_dialogue_are_parked_with_one_press(read, client):
    # The form of a dialogue does not offer statistics; a loaded row or an old page may bring them all the same.
    client.post("/meetings/MT04/items/", {"kind": "statistics", "text": "Minutes away"})
    form = read("/meetings/MT04/").select_one("form[action$='/park/']")
    fields = {one["name"]: one["value"] for one in form.find_all("input")}
    assert client.post(form["action"], fields).headers["Location"] == "/meetings/MT04/"
    item = MeetingItem.objects.get(text="Minutes away")
    assert (item.meeting_id, item.parked_from_id) == ("MT02", "MT04")
    assert "Minutes away" in read("/meetings/MT02/").main.text


def test_customer_asks_for_a_dialogue_in_two_clicks(read, client):
    link = read("/for/C04/").find("a", string="Ask for a dialogue")["href"]
    form = read(link).main.find("form", method="post")
    assert form.find("button", type="submit")
    assert "You have asked" in client.post(link, {"wish": "2027"}).content.decode()
    assert "2027" in read("/contacts/?customer=C04").main.text


def test_customer_says_on_her_own_page_how_the_last_meeting_felt(read, client):
    Meeting.objects.filter(pk="MT01").update(mood_business="", held_on="2026-11-20")
    form = read("/for/C04/").select_one("form[action$='/mood/']")
    fields = {one["name"]: one["value"] for one in form.find_all("input")}
    response = client.post(form["action"], fields | {"mood": "neutral"})
    assert response.headers["Location"] == "/for/C04/"
    assert Meeting.objects.get(pk="MT01").mood_business == "neutral"
    assert not read("/for/C04/").select_one("form[action$='/mood/']")


def test_customer_reads_the_sentence_of_a_refusal_and_never_our_agenda(client, db):
    client.post("/act-as/", {"person": "Johan Sandelin"})
    refused = client.post("/meetings/MT10/mood/", {"side": "it", "mood": "neutral"})
    assert refused.status_code == 400
    assert b"cannot say how it felt to IT" in refused.content
    assert b"Breaches" not in refused.content
    assert client.get("/meetings/MT10/").status_code == 403
    assert client.get("/meetings/ask/?customer=C02").status_code == 200


def test_customer_manager_works_with_her_own_customers_only(client, db):
    client.post("/act-as/", {"person": "Nadja Berggren"})
    assert client.get("/customers/C04/relationship/").status_code == 200
    assert client.get("/customers/C10/relationship/").status_code == 403
    assert client.get("/meetings/MT07/").status_code == 404
    assert b"MT07@" not in client.get("/meetings/calendar.ics").content


def test_dialogue_shows_a_canvas_and_no_statistics(read):
    text = read("/meetings/MT04/").main.text
    assert "Where in twelve months" in text
    assert "MSEK" not in text
    assert "Breaches" not in text


@pytest.mark.parametrize("meeting", ["MT04", "MT05", "MT08", "MT11"])
def test_dialogue_has_no_figure_of_ours_on_its_sheet(client, db, meeting):
    MeetingItem.objects.all().delete()
    (sheet,) = pages_of(client.get(f"/meetings/{meeting}/pack.pdf").content)
    body = sheet.partition(" leads")[2].rpartition("Development dialogue with")[0]
    assert "What stands in the way" in body
    assert re.findall(r"[0-9]|SEK|%|satisfied|minute", re.sub(r"\b[1-6] (?=[A-Z])", "", body)) == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "/customers/C04/relationship.pdf",
            ["Online share 35 %", "A plan for Sundays", "second site"],
        ),
        ("/meetings/MT02/pack.pdf", ["265 minutes", "Ask the supplier what 99.9 %"]),
        ("/meetings/MT04/pack.pdf", ["Where in twelve months", "Customer care sees the order"]),
    ],
)
def test_paper_says_the_same(client, db, path, words):
    pages = pages_of(client.get(path).content)
    assert all(word in " ".join(pages) for word in words)


@pytest.mark.parametrize("path", ["/customers/C04/relationship.pdf", "/meetings/MT04/pack.pdf"])
def test_plan_and_canvas_are_one_page(client, db, path):
    assert len(pages_of(client.get(path).content)) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/customers/C99/relationship/",
        "/customers/C99/relationship.pdf",
        "/meetings/MT99/",
        "/meetings/MT99/pack.pdf",
        "/meetings/MT99/move/",
        "/meetings/items/MI99/park/",
        "/meetings/ask/?customer=C99",
        "/contacts/CT99/followed-up/",
        "/promised/PR99/kept/",
    ],
)
def test_what_is_not_there_is_said_so(read, path):
    assert read(path, status=404).h1.text.startswith("There is no ")


@pytest.mark.parametrize(
    "path",
    ["/meetings/", "/contacts/", "/promised/", "/year/", "/bad-day/?outage=I11", "/meetings/MT02/"],
)
def test_more_rows_take_no_more_queries(client, db, path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    few = queries()
    for number in range(20):
        customer = f"C{number % 12 + 1:02}"
        Contact.objects.create(
            id=f"CX{number}", customer_id=customer, date="2026-11-01", gist="x", follow_up="y"
        )
        Promise.objects.create(
            id=f"PX{number}",
            customer_id=customer,
            promise="x",
            given_on="2026-11-01",
            due_on="2026-11-02",
        )
        Meeting.objects.create(
            id=f"MX{number}", customer_id=customer, kind="follow-up", starts="2026-12-01 09:00"
        )
        MeetingItem.objects.create(
            id=f"IX{number}", meeting_id=f"MX{number}", kind="goal", text="x"
        )
    assert queries() == few

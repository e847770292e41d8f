"""Logging in and out, one's own password, and seeing the picture as somebody else."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from domestique.access import actions as accounts
from domestique.access.actions import make_keeper
from domestique.access.ways import way_of_entering
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
GOOD, EBBA, JOHAN = "four words of hers", "Ebba Nyström", "Johan Sandelin"


@pytest.fixture
def people(settings, client: Client) -> Client:
    settings.DOMESTIQUE_LOGIN = "accounts"
    for name in (EBBA, JOHAN):
        accounts.open_account(name, GOOD)
    return client


def log_in(client: Client, name: str = EBBA, password: str = GOOD, onward: str = "") -> object:
    return client.post("/log-in/", {"name": name, "password": password, "next": onward})


def test_who_is_not_logged_in_is_asked_who_she_is(people):
    response = people.get("/customers/C01/?show=all")
    assert response.status_code == 302
    assert response["Location"] == "/log-in/?next=%2Fcustomers%2FC01%2F%3Fshow%3Dall"
    assert "Who are you?" in people.get(response["Location"]).content.decode()


@pytest.mark.parametrize("address", ["/export.xlsx", "/act-as/", "/find/as-typed/?q=x", "/me/"])
def test_nothing_is_told_before(people, address):
    assert people.get(address)["Location"].startswith("/log-in/")
    assert "Norrhjul" not in people.get("/nowhere/").content.decode().replace("/nowhere/", "")


def test_she_comes_where_she_wanted_to_go(people):
    response = log_in(people, onward="/customers/C01/")
    assert response["Location"] == "/customers/C01/"
    assert people.get("/customers/C01/").status_code == 200
    assert people.get("/customers/C04/").status_code == 403


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "\\\\x"]
)
def test_nobody_is_sent_elsewhere(people, onward):
    assert log_in(people, onward=onward)["Location"] == "/"


def test_a_customer_begins_on_her_own_page(people):
    log_in(people, JOHAN)
    assert people.get("/")["Location"] == "/for/C02/"


@pytest.mark.parametrize(("name", "password"), [(EBBA, "wrong"), ("Nobody", GOOD)])
def test_a_wrong_try_keeps_the_name_and_not_the_password(people, name, password):
    response = log_in(people, name, password)
    page = response.content.decode()
    assert response.status_code == 400
    assert "do not fit together" in page
    assert f'value="{name}"' in page
    assert password not in page


def test_the_sixth_try_waits(people):
    for _ in range(5):
        log_in(people, EBBA, "wrong")
    assert "too many wrong tries" in log_in(people).content.decode()


def test_the_session_is_new_after_logging_in(people):
    people.get("/log-in/")
    people.cookies["sessionid"] = "given-by-somebody-else"
    cookie = log_in(people).cookies["sessionid"]
    assert cookie.value != "given-by-somebody-else"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_logging_out_takes_a_form_and_ends_it(people):
    log_in(people)
    assert people.get("/log-out/").status_code == 405
    people.post("/log-out/")
    assert people.get("/")["Location"].startswith("/log-in/")


def test_forms_need_the_token_of_the_page(people):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/log-in/", {"name": EBBA, "password": GOOD}).status_code == 403
    page = strict.get("/log-in/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    sent = {"name": EBBA, "password": GOOD, "csrfmiddlewaretoken": token}
    assert strict.post("/log-in/", sent).status_code == 302


def test_a_new_password_logs_out_elsewhere(people):
    elsewhere = Client()
    log_in(elsewhere)
    log_in(people)
    sent = {"present": GOOD, "new": "another four words", "again": "another four words"}
    assert "holds from now on" in people.post("/me/password/", sent, follow=True).content.decode()
    assert people.get("/").status_code == 200
    assert elsewhere.get("/")["Location"].startswith("/log-in/")


@pytest.mark.parametrize(
    ("present", "new", "again", "said"),
    [
        ("wrong", "another four words", "another four words", "present password is not right"),
        (GOOD, "another four words", "another five words", "two new passwords differ"),
        (GOOD, "short", "short", "at least 12 letters"),
    ],
)
def test_a_password_that_is_not_taken_says_why(people, present, new, again, said):
    log_in(people)
    response = people.post("/me/password/", {"present": present, "new": new, "again": again})
    assert response.status_code == 400
    assert said in response.content.decode()


def test_an_account_that_is_closed_is_out_at_once(people):
    log_in(people)
    accounts.close_account(EBBA)
    assert people.get("/")["Location"].startswith("/log-in/")


def test_a_name_the_picture_does_not_know_sees_nothing(people):
    accounts.open_account("Zaphod", GOOD)
    log_in(people, "Zaphod")
    response = people.get("/catalogue/")
    assert response.status_code == 403
    assert "nobody called “Zaphod”" in response.content.decode()


def test_the_keeper_may_do_everything(people):
    accounts.open_account("Rut Keeper", GOOD)
    make_keeper(Viewer("Rut Keeper"), "Rut Keeper")
    log_in(people, "Rut Keeper")
    assert people.get("/import/").status_code == 200
    assert people.get("/customers/C04/").status_code == 200


def test_nobody_acts_as_somebody_where_people_log_in(people):
    log_in(people)
    assert people.post("/act-as/", {"person": JOHAN}).status_code == 404
    assert people.get("/customers/C01/").status_code == 200


def test_a_band_says_as_whom_it_is_seen(client):
    client.post("/act-as/", {"person": JOHAN})
    page = client.get("/for/C02/").content.decode()
    assert f"Seeing it as <b>{JOHAN}</b>" in page
    client.post("/act-as/", {"person": ""})
    assert "Seeing it as" not in client.get("/for/C02/").content.decode()


def test_what_is_done_then_is_done_in_her_name(client):
    client.post("/act-as/", {"person": EBBA})
    row = {"service": "S03", "starts": "2026-11-20 10:00", "ends": "2026-11-20 10:05", "id": "I99"}
    assert client.post("/edit/outages/new/", row).status_code == 302
    assert EBBA in client.get("/records/outages/I99/").content.decode()


def test_one_person_alone_is_never_asked_who_she_is(client):
    assert client.get("/log-in/")["Location"] == "/"
    assert client.get("/me/password/").status_code == 404
    assert "sees everything" in client.get("/me/").content.decode()


def test_a_slip_of_the_pen_does_not_open_the_door():
    assert way_of_entering("") == "embedded"
    with pytest.raises(SystemExit, match="DOMESTIQUE_LOGIN is “acounts”"):
        way_of_entering("acounts")

"""A calendar program cannot log in: the secret address of one's own calendar, and its end."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from icalendar import Calendar

from domestique.access import actions as accounts
from domestique.access.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
GOOD, NADJA, JOHAN = "four words of hers", "Nadja Berggren", "Johan Sandelin"


@pytest.fixture
def her(settings, client: Client) -> Client:
    settings.DOMESTIQUE_LOGIN = "accounts"
    for name in (NADJA, JOHAN):
        accounts.open_account(name, GOOD)
    client.post("/log-in/", {"name": NADJA, "password": GOOD})
    return client


def made(her: Client) -> str:
    page = BeautifulSoup(her.post("/me/calendar/", {"do": "make"}).content, "html.parser")
    address = page.select_one("#address")["value"]
    return re.fullmatch(r"http://testserver(/calendar/[\w-]{32}\.ics)", address)[1]


def meetings(path: str) -> set[str] | None:
    """What a program without any cookie reads there; ``None`` if the address opens nothing."""
    answer = Client().get(path)
    if answer.status_code == 404:
        return None
    return {str(one["summary"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_program_without_a_log_in_reads_what_she_may_see(her):
    path = made(her)
    known = Calendar.from_ical(her.get("/meetings/calendar.ics").content).walk("VEVENT")
    assert meetings(path) == {str(one["summary"]) for one in known}
    assert len(known) > 3


def test_address_is_shown_once_and_kept_as_a_hash(her):
    path = made(her)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert secret not in her.get("/me/calendar/").content.decode()
    assert not Account.objects.filter(calendar_hash=secret).exists()


def test_new_address_ends_the_one_before_and_she_can_take_it_back(her):
    first, second = made(her), made(her)
    assert (meetings(first), meetings(second) is None) == (None, False)
    her.post("/me/calendar/", {"do": "take back"})
    assert meetings(second) is None


def test_closed_account_has_no_calendar(her):
    path = made(her)
    accounts.close_account(NADJA)
    assert meetings(path) is None


def test_who_may_not_see_meetings_gets_none_by_an_address_either(her):
    secret = accounts.give_calendar(Account.objects.get(person=JOHAN))
    assert meetings(f"/calendar/{secret}.ics") is None
    johan = Client()
    johan.post("/log-in/", {"name": JOHAN, "password": GOOD})
    assert johan.get("/me/calendar/").status_code == 403


@pytest.mark.parametrize("path", ["/calendar/.ics", "/calendar/guess.ics", "/calendar/%00.ics"])
def test_a_guess_opens_nothing(her, path):
    assert meetings(path) is None


def test_one_person_at_her_own_computer_needs_no_secret(client):
    answer = client.get("/me/calendar/")
    assert (answer.status_code, b"/meetings/calendar.ics" in answer.content) == (404, True)

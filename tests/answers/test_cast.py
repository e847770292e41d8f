"""Every route against a cast of persons: open or refused exactly as the table says, and nobody meets others' words."""

from __future__ import annotations

from html import unescape
from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import get_resolver, resolve
from django.views.generic import RedirectView

from cast import CAST, CUSTOMERS, HEARS_NOBODY, MAY, STRANGER, viewer_of, words_kept_from
from domestique.access.permits import ANY_PERSON, WITHOUT_LOG_IN, permit_of
from domestique.access.viewers import looking
from domestique.parties.models import Customer
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.entrance import Entrance
from domestique.web.permits import every_route_has_its_permit, routes
from reading_pdf import pages_of
from site_map import FILES, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ROUTES = sorted(name for name in get_resolver().reverse_dict if isinstance(name, str))
PERMITS = {name: permit_of(route.callback) for name, route in routes().items()}
OPEN_TREE = {"export", "right-person", "roles"}
"""Holds the organisation tree, which is open to everybody inside; so the names of units stand in it."""
CLOSE_LOOKED = "JMSEAB"
"""Who sees a part only; the others of the cast see what the walks over all pages see."""


def entrance_of(viewer: Viewer, route: str, **found: str) -> HttpResponse | None:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    pattern = routes()[route] if route else None
    named = str(pattern.pattern) if found and pattern else ""
    request.resolver_match = SimpleNamespace(url_name=route, route=named, kwargs=found)
    view = pattern.callback if pattern else RedirectView.as_view()
    with looking(viewer):
        return Entrance(lambda _: HttpResponse()).process_view(request, view, (), found)


def refusal_of(answer: HttpResponse | None) -> str:
    assert answer is not None
    assert answer.status_code == 403
    return unescape(answer.content.decode())


def test_every_route_has_its_permit():
    assert set(PERMITS) == set(ROUTES)
    assert None not in PERMITS.values()
    assert every_route_has_its_permit() == []


@pytest.mark.parametrize("letter", CAST)
def test_abilities_follow_from_the_picture(letter):
    viewer = viewer_of(letter)
    assert viewer.abilities == {ability for ability in Ability if letter in MAY[ability]}
    assert viewer.customers == CUSTOMERS[letter]
    assert (viewer.heard == frozenset()) == (letter in HEARS_NOBODY)


@pytest.mark.parametrize("letter", CAST)
def test_routes_are_open_or_refused_as_the_table_says(letter):
    viewer = viewer_of(letter)
    for route, permit in PERMITS.items():
        if permit in (ANY_PERSON, WITHOUT_LOG_IN) or letter in MAY[Ability(permit)]:
            assert entrance_of(viewer, route) is None, route
        elif route == "today":
            assert entrance_of(viewer, route).status_code == 302
        else:
            said = refusal_of(entrance_of(viewer, route))
            assert f"not open to {CAST[letter]}" in said
            assert "Those who may are " in said


@pytest.mark.parametrize("letter", "ETNGPSJM")
def test_another_customers_pages_say_who_can(letter):
    viewer, hers = viewer_of(letter), CUSTOMERS[letter]
    for customer in ("C01", "C02", "C04"):
        if hers is None or customer in hers:
            assert entrance_of(viewer, "own-page", customer_id=customer) is None
        else:
            answer = entrance_of(viewer, "own-page", customer_id=customer)
            assert "Its customer team sees it; ask " in refusal_of(answer)


def test_a_stranger_is_told_that_nobody_knows_her(client):
    response = client.post("/act-as/", {"person": STRANGER})
    assert response.status_code == 400
    assert f"nobody called “{STRANGER}”" in response.content.decode()
    assert f'value="{STRANGER}"' in response.content.decode()


def hers(letter: str, address: str) -> str:
    """Return an address, about a customer of hers if it is about one."""
    customers = CUSTOMERS[letter]
    return address.replace("C04", min(customers)) if customers else address


def text_of(response: HttpResponse) -> str:
    """Return all the words of a page, a PDF or a workbook."""
    kind = response.headers.get("Content-Type", "")
    if "pdf" in kind:
        return " ".join(pages_of(response.content))
    if "spreadsheet" in kind:
        book = openpyxl.load_workbook(BytesIO(response.content), read_only=True)
        cells = (value for sheet in book for row in sheet.values for value in row)
        return "\n".join(str(value) for value in cells if value is not None)
    return unescape(response.content.decode()).replace("\xa0", " ")


@pytest.mark.parametrize("letter", CLOSE_LOOKED)
def test_no_page_tells_what_is_not_hers(letter, client):
    client.post("/act-as/", {"person": CAST[letter]})
    viewer = viewer_of(letter)
    words = words_kept_from(viewer)
    names = {one.name for one in Customer.objects.all() if not viewer.may_see_customer(one.id)}
    told, shut = {}, set()
    for route, address in {**PAGES, **FILES}.items():
        sees_all = route in ("steering", "steering-pdf") and viewer.may(Ability.SEE_STEERING)
        response = client.get(hers(letter, address))
        if response.status_code == 403:
            shut.add(route)
        elif response.status_code == 200 and not sees_all:
            text = text_of(response)
            kept = words if route in OPEN_TREE else words | names
            told |= {f"{route}: {one}": one for one in kept if one in text}
    assert told == {}
    permits = {route: PERMITS[route] for route in {**PAGES, **FILES} if route != "today"}
    assert shut >= {
        route
        for route, one in permits.items()
        if one not in (ANY_PERSON, WITHOUT_LOG_IN) and letter not in MAY[Ability(one)]
    }


def test_johan_never_meets_samiras_sunday(client):
    sunday = "Sunday evening again"
    assert sunday in client.get("/customers/C04/").content.decode()
    client.post("/act-as/", {"person": CAST["J"]})
    for address in ("/for/C02/", "/for/C04/", "/find/?q=sunday", "/steering/", "/export.xlsx"):
        assert sunday not in client.get(address).content.decode("utf-8", "ignore")


def links_of(client: Client, address: str) -> set[str]:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(client.get(address).content, "html.parser")
    return {a["href"].split("#")[0].split("?")[0] for a in page.select("a[href^='/']")}


@pytest.mark.parametrize(
    ("letter", "addresses"),
    [
        ("J", ["/for/C02/", "/money/bills/C02/", "/catalogue/", "/catalogue/for/C02/", "/me/"]),
        ("S", ["/for/C04/", "/steering/"]),
        ("A", ["/services/S03/", "/promises/"]),
        ("B", ["/catalogue/S03/", "/nowhere/"]),
    ],
)
def test_no_link_ends_at_a_shut_door(letter, addresses, client):
    client.post("/act-as/", {"person": CAST[letter]})
    viewer = viewer_of(letter)
    for address in addresses:
        for link in links_of(client, address) - {""}:
            match = resolve(link)
            assert entrance_of(viewer, match.url_name, **match.kwargs) is None, (address, link)


def test_rooms_are_those_she_may_open(client):
    client.post("/act-as/", {"person": CAST["J"]})
    rooms = {link for link in links_of(client, "/catalogue/") if link.count("/") == 2}
    assert "/catalogue/" in rooms
    assert not rooms & {"/money/", "/matrix/", "/findings/", "/import/", "/records/", "/steering/"}

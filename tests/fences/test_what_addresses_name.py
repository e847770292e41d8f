"""What an address names is found before its page begins, whatever the view calls it: another customer's is never reached."""

from __future__ import annotations

import re

import pytest
from digest import everything
from django.urls import URLPattern, reverse

from cast import CAST, CUSTOMERS
from domestique.web.addressed import CUSTOMER, KINDS
from domestique.web.permits import routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FOREIGN = {
    CUSTOMER: "C04",
    "need": "N01",
    "requirement": "RQ1",
    "escalation": "E1",
    "decision": "D1",
    "inbox": "IN01",
    "contact": "CT02",
    "promised": "PR1",
    "meeting": "MT02",
    "item": "MI01",
    "agreement": "A04",
    "alternative": "AL2",
    "complaint": "K1",
    "improvement": "IM5",
}
"""Of customers that are none of Ebba's."""
EVERYBODYS = {"service", "offer", "team", "survey"}
"""What is the organisation's own."""
NOT_FOUND_HERE = {"run_id", "view_id", "out_id", "service_id"}
"""Loads, views and rows taken out are found by their pages; of a promise, which part of the address is the service."""
OTHERS = {"verb": "heard", "service_id": "S03", "month": "2026-10"}
NAMED = re.compile(r"<(\w+):(\w+)>")


def names(route: URLPattern) -> list[tuple[str, str]]:
    return NAMED.findall(str(route.pattern))


FOREIGN_ROUTES = [
    name for name, route in routes().items() if {kind for kind, _ in names(route)} & set(FOREIGN)
]


def test_every_id_in_an_address_is_of_a_kind():
    assert set(KINDS) == {*FOREIGN, *EVERYBODYS}
    loose = {
        argument
        for route in routes().values()
        for kind, argument in names(route)
        if kind not in KINDS and argument.endswith("_id")
    }
    assert loose == NOT_FOUND_HERE
    assert {kind for route in routes().values() for kind, _ in names(route)} >= set(KINDS)


@pytest.mark.parametrize("name", FOREIGN_ROUTES)
def test_another_customers_is_not_reached(name, client):
    named = {
        argument: FOREIGN.get(kind) or OTHERS[argument] for kind, argument in names(routes()[name])
    }
    address = reverse(name, kwargs=named)
    about = next(kind for kind, _ in names(routes()[name]) if kind in FOREIGN)
    client.post("/act-as/", {"person": CAST["E"]})
    assert "C04" not in (CUSTOMERS["E"] or ())
    before = everything()
    for answer in (client.get(address), client.post(address, {"seen": "1", "why": "So"})):
        if about == CUSTOMER:
            assert answer.status_code == 403
            assert "Its customer team sees it; ask " in answer.content.decode()
        else:
            assert answer.status_code == 404
            assert named[next(iter(named))] in answer.content.decode()
    assert everything() == before

"""Routes stand above their views; their order follows from themselves, and none takes another's address."""

from __future__ import annotations

import re

import pytest
from django.urls import get_resolver, path, resolve
from django.urls.converters import get_converters

from domestique.web.permits import leads_on, patterns_of
from domestique.web.routes import NameTakenTwice, named_once, specific_first

ROUTES = list(patterns_of(get_resolver().url_patterns))
KINDS = {"int": "7", "slug": "as-it-is"}


def address_of(route: str, name: str) -> str:
    def filled(found: re.Match[str]) -> str:
        takes_parts = get_converters()[found[1]].regex == ".+"
        return KINDS.get(found[1]) or (name if takes_parts else name.replace("/", "-"))

    return "/" + re.sub(r"<(\w+):\w+>", filled, route)


def test_a_word_stands_before_a_name_and_what_goes_on_before_what_ends():
    written = ["meetings/", "meetings/<str:id>/", "", "meetings/plan/", "meetings/<str:id>/hold/"]
    ordered = specific_first(path(one, len) for one in written)
    assert [str(one.pattern) for one in ordered] == [
        "meetings/plan/",
        "meetings/<str:id>/hold/",
        "meetings/<str:id>/",
        "meetings/",
        "",
    ]


@pytest.mark.parametrize("name", ["X1", "A/B"])
def test_every_address_leads_to_its_own_view(name):
    assert len(ROUTES) > 130
    for route in ROUTES:
        found = resolve(address_of(str(route.pattern), name))
        assert found.route == str(route.pattern) or leads_on(found.func), route


def test_two_addresses_under_one_name_do_not_start():
    with pytest.raises(NameTakenTwice, match="meeting"):
        named_once([path("meetings/a/", len, name="meeting"), path("b/", len, name="meeting")])

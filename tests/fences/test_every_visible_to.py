"""Every ``…_visible_to`` of every room against the cast: each person gets the rows of her customers, all and no others.

The functions are found by walking the rooms, so a new one fails here until it says whose its rows are. The paths are
written by hand, and rows are compared in Python: a second way to the same answer, without a filter of the product's.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from operator import attrgetter
from typing import Any

import pytest
from django.db.models import Model, QuerySet

import domestique
from cast import CAST, CUSTOMERS, HEARS_NOBODY, MAY, TODAY, viewer_of
from domestique.costing.charge_queries import tariff_at_home
from domestique.parties.models import Customer
from domestique.quantities.period import Month
from domestique.records.ability import Ability
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.satisfaction.models import Survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

EVERYBODYS = "everybody's inside the organisation"
WHOSE: dict[str, tuple[str, tuple[Any, ...]]] = {
    # name: the way from a row to its customer, and what is asked for beside the viewer
    "customers_visible_to": ("id", ()),
    "orderers_visible_to": ("customer_id", ()),
    "mandates_visible_to": ("customer_id", ()),
    "planned_visible_to": ("customer_id", (2026,)),
    "actual_visible_to": ("customer_id", ("2026-01", "2026-12")),
    "agreements_visible_to": ("customer_id", ()),
    "lines_visible_to": ("agreement.customer_id", ()),
    "amendments_visible_to": ("agreement.customer_id", ()),
    "goals_visible_to": ("customer_id", ()),
    "needs_visible_to": ("customer_id", ()),
    "activities_visible_to": ("customer_id", (date(2000, 1, 1),)),
    "escalations_visible_to": ("customer_id", ()),
    "decisions_visible_to": ("customer_id", ()),
    "requirements_visible_to": ("customer_id", ()),
    "steps_visible_to": ("need.customer_id", ()),
    "contacts_visible_to": ("customer_id", ()),
    "promises_visible_to": ("customer_id", ()),
    "meetings_visible_to": ("customer_id", ()),
    "items_visible_to": ("meeting.customer_id", ()),
    "cadences_visible_to": ("customer_id", ()),
    "pulses_visible_to": ("customer_id", ()),
    "scores_visible_to": ("customer_id", ()),
    "alternatives_visible_to": ("customer_id", ()),
    "complaints_visible_to": ("customer_id", ()),
    "inbox_visible_to": ("customer_id", ()),
    "improvements_visible_to": ("customers", ()),
    "surveys_visible_to": ("customers", ()),
    "rows_visible_to": ("customer_id", (table_named("complaints"),)),
    # the portfolio, the organisation tree, who answers for whom, and what a unit costs
    "services_visible_to": (EVERYBODYS, ()),
    "dependencies_visible_to": (EVERYBODYS, ()),
    "packages_visible_to": (EVERYBODYS, ()),
    "edges_visible_to": (EVERYBODYS, ()),
    "structure_visible_to": (EVERYBODYS, ()),
    "offered_visible_to": (EVERYBODYS, ()),
    "suppliers_visible_to": (EVERYBODYS, ()),
    "contracts_visible_to": (EVERYBODYS, ()),
    "units_visible_to": (EVERYBODYS, ()),
    "teams_visible_to": (EVERYBODYS, ()),
    "team_periods_visible_to": (EVERYBODYS, ()),
    "rates_visible_to": (EVERYBODYS, ()),
    "prices_visible_to": (EVERYBODYS, ()),
    "thanks_visible_to": (EVERYBODYS, ()),  # what the desk's observations became
}
HEARD = {"pulses_visible_to", "scores_visible_to", "alternatives_visible_to", "contacts_visible_to"}
"""Customers' own words: for who may hear her."""
ONE_BY_ID: dict[str, type[Model] | str] = {
    "customer_visible_to": "customers_visible_to",
    "meeting_visible_to": "meetings_visible_to",
    "improvement_visible_to": "improvements_visible_to",
    "service_visible_to": "services_visible_to",
}
BY_CUSTOMER = {
    "sides_visible_to": (TODAY,),
    "bills_visible_to": (Month(2026, 9), Month(2026, 10), sorted(f"C{n:02}" for n in range(1, 13))),
}
"""What is answered as a dictionary of customers."""
ASKED_APART = {
    "views_visible_to", "runs_visible_to", "charges_visible_to", "taken_out_visible_to", "acts_visible_to",
}  # fmt: skip
"""Kept lists, loads and charges: asked about below; what was taken out: tests/answers/tables/test_taking_out_page.py."""


def found_functions() -> dict[str, Callable[..., Any]]:
    """Return every function of the product called ``…_visible_to``, by name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.walk_packages(domestique.__path__, "domestique."):
        if ".migrations" in module.name or module.name.endswith("__main__"):
            continue
        loaded = import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if name.endswith("_visible_to"):
                assert found.setdefault(name, function) is function, f"two are called {name}"
    return found


FOUND = found_functions()


def is_hers(letter: str, row: Any, name: str) -> bool:
    """Whether a row is one of those a person of the cast may see, by the table of the cast."""
    path, _ = WHOSE[name]
    if name in HEARD and letter in HEARS_NOBODY:
        return False
    hers, whose = CUSTOMERS[letter], EVERYBODYS if path is EVERYBODYS else attrgetter(path)(row)
    if hers is None or whose == EVERYBODYS:
        return True
    if whose:
        return bool(hers & ({whose} if isinstance(whose, str) else {*whose}))
    in_it = letter in MAY[Ability.SEE_PICTURE] + MAY[Ability.TRIAGE]
    return in_it or name in ("improvements_visible_to", "surveys_visible_to")


def keys(rows: Iterable[Any]) -> list[str]:
    return sorted(str(row.pk) if isinstance(row, Model) else str(row) for row in rows)


def test_every_function_is_asked():
    told = {*WHOSE, *ONE_BY_ID, *BY_CUSTOMER, *ASKED_APART}
    assert set(FOUND) == told


@pytest.mark.parametrize("name", WHOSE)
def test_each_gets_the_rows_of_her_customers_and_no_others(name):
    path, asked = WHOSE[name]
    Survey.objects.filter(pk="SV2").update(customers=["C04"])  # all of the demo ask everybody
    rows = FOUND[name](Viewer("whoever keeps the picture"), *asked)
    every = rows if isinstance(rows, (list, QuerySet)) else [rows]
    assert path is EVERYBODYS or any(not is_hers("J", row, name) for row in every)
    for letter in CAST:
        got = FOUND[name](viewer_of(letter), *asked)
        got = got if isinstance(got, (list, QuerySet)) else [got]
        assert keys(got) == keys(row for row in every if is_hers(letter, row, name)), CAST[letter]


@pytest.mark.parametrize(("name", "many"), ONE_BY_ID.items())
def test_one_is_found_by_whoever_sees_it_among_many(name, many):
    from domestique.quantities.errors import Refusal

    ids = keys(FOUND[many](Viewer("whoever keeps the picture")))
    for letter in CAST:
        viewer, found = viewer_of(letter), []
        for id_ in ids:
            try:
                found += [id_] if FOUND[name](viewer, id_) else []
            except Refusal:
                continue
        assert found == keys(FOUND[many](viewer)), CAST[letter]


@pytest.mark.parametrize(("name", "asked"), BY_CUSTOMER.items())
def test_what_is_told_by_customer_is_told_of_hers(name, asked):
    every = {one.id for one in Customer.objects.all()}
    for letter in CAST:
        hers = CUSTOMERS[letter]
        told = FOUND[name](viewer_of(letter), *asked)
        full = {customer for customer, about in told.items() if getattr(about, "lines", about)}
        assert full == (every if hers is None else hers), CAST[letter]


def test_loads_are_told_to_who_sees_all_customers():
    from domestique.exchange.models import LoadRun

    LoadRun.objects.create(at="2026-11-20T10:00Z", person="Rut", source="x", counts={}, changes=0)
    told = {letter for letter in CAST if FOUND["runs_visible_to"](viewer_of(letter))}
    assert told == {letter for letter, customers in CUSTOMERS.items() if customers is None}


def test_views_of_others_are_not_listed_unless_shared():
    from domestique.lists.models import SavedView

    for name, is_shared in (("mine alone", False), ("for all", True)):
        SavedView.objects.create(
            person=CAST["E"], table="needs", name=name, query="", is_shared=is_shared
        )
    asked = table_named("needs")
    told = {
        letter: [one.view.name for one in FOUND["views_visible_to"](viewer_of(letter), asked)]
        for letter in "ET"
    }
    assert told == {"E": ["for all", "mine alone"], "T": ["for all"]}


def test_what_is_charged_is_told_of_hers():
    tariff = tariff_at_home(Viewer("whoever keeps the picture"), "SEK")
    for letter in CAST:
        asked = (viewer_of(letter), tariff, Month(2026, 9), Month(2026, 10), {})
        told = {customer for customer, _ in FOUND["charges_visible_to"](*asked)}
        assert told == (
            {one.id for one in Customer.objects.all()}
            if CUSTOMERS[letter] is None
            else CUSTOMERS[letter]
        )

"""Every chart against the cast: open to those whose pages it stands on, and about customers of hers only."""

from __future__ import annotations

import pytest

from big_tables import whole
from cast import CAST, CUSTOMERS
from domestique.answers.charts.chart_page import CHARTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OPEN_TO = {
    "level": ("ETNGPA", "service=S03"),
    "budget": ("ETNGPA", "service=S03"),
    "bill": ("ETNGPSJM", "customer={}"),
    "months": ("ETNGPSJM", "customer={}"),
    "value": ("ETNGPSJM", "customer={}"),
    "customers": ("ETNGPS", ""),
}
"""Written by hand: who meets each chart, and what it is asked about."""


def statuses(client, name: str, query: str) -> set[int]:
    """Ask for the drawing, and for the specification; a drawing takes time, so one is enough where it is open."""
    spec = client.get(f"/charts/{name}.json?{query}").status_code
    drawn = spec if spec == 200 else client.get(f"/charts/{name}.svg?{query}").status_code
    return {spec, drawn}


def test_every_chart_is_asked_by_the_whole_cast():
    assert {*"EJAB", *"TNGPSM"} == set(CAST)
    assert set(OPEN_TO) == set(CHARTS)


@pytest.mark.parametrize("letter", ["E", "J", "A", "B", *whole("TNGPSM")])
def test_charts_are_open_or_refused_as_the_table_says(letter, client):
    client.post("/act-as/", {"person": CAST[letter]})
    hers = min(CUSTOMERS[letter] or {"C04"})
    told = {
        name: statuses(client, name, query.format(hers)) for name, (_, query) in OPEN_TO.items()
    }
    open_to_her = {name for name, (letters, _) in OPEN_TO.items() if letter in letters}
    assert {name for name, answers in told.items() if answers == {403}} == set(
        OPEN_TO
    ) - open_to_her
    drawn = {name for name, answers in told.items() if answers == {200}}
    assert (
        open_to_her - {"value"} <= drawn <= open_to_her
    )  # who has scored nothing has no chart of it


@pytest.mark.parametrize("letter", ["E", "J", *whole("TNASMB")])
def test_no_chart_draws_another_customer(letter, client):
    client.post("/act-as/", {"person": CAST[letter]})
    # The desk meets every customer from afar, and none of their charts.
    others = {f"C{number:02}" for number in range(1, 13)} - (CUSTOMERS[letter] or set())
    for customer in sorted(others):
        for name in ("bill", "months", "value"):
            assert not statuses(client, name, f"customer={customer}") & {200}, (name, customer)

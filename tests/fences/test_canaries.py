"""Nobody meets another customer's rare words, figures, ids or days: on no page, list, file, feed, picture or command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import typer
from django.test import Client
from django.urls import resolve, reverse

from answers.test_cast import PERMITS, hers, text_of
from asking import ask
from big_tables import whole
from cast import CAST, CUSTOMERS, HEARS_NOBODY, MAY, viewer_of
from domestique.exchange.past import changes_of_row, row_as_it_stood
from domestique.portfolio.models import Goal, Service
from domestique.records.ability import Ability
from domestique.records.columns import Kind
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.satisfaction.models import Survey
from domestique.site.commands import application
from fences.planted import ORGANISATIONS, WHOSE, Planting
from site_map import FILES, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ROW_OF = {
    "meeting_id": "meetings",
    "need_id": "needs",
    "escalation_id": "escalations",
    "alternative_id": "alternatives",
    "complaint_id": "complaints",
    "improvement_id": "improvements",
    "survey_id": "surveys",
    "agreement_id": "agreements",
}
"""What an address calls the row of a customer."""
NOBODYS = {"service_id", "team_id", "run_id", "table_name", "key", "name", "form", "month"}
HEARD = {"pulses", "value_scores", "alternatives", "contacts"}
CHARTS = ("level", "budget", "bill", "months", "customers", "value")


@pytest.fixture(scope="module")
def planting(demo: None, django_db_blocker) -> Planting:
    with django_db_blocker.unblock():
        return Planting().plant()


def strange(letter: str) -> str:
    """Return a customer that is not hers."""
    return next(one for one in ("C04", "C02") if one not in (CUSTOMERS[letter] or ()))


def addresses(letter: str, planting: Planting) -> Iterator[str]:
    """Yield every address, about hers and about another customer's rows."""
    other = strange(letter)
    for name, address in {**PAGES, **FILES}.items():
        path = address.split("?")[0]
        yield hers(letter, address)
        if letter not in MAY.get(PERMITS[name], CAST):
            continue  # shut to her, whatever it is about
        yield f"{path}?customer={other}"
        kwargs = resolve(path).kwargs
        if "customer_id" in kwargs:
            yield reverse(name, kwargs=kwargs | {"customer_id": other})
        for key in kwargs.keys() & ROW_OF.keys():
            yield reverse(name, kwargs={key: planting.rows[ROW_OF[key], other].pk})


def asked_for(letter: str, planting: Planting) -> Iterator[str]:
    """Yield what is asked for in words, and the tables, of those who open them."""
    other = strange(letter)
    for survey in Survey.objects.all():  # what everybody was asked: the words are each customer's
        yield f"/surveys/{survey.pk}/"
    for chart in CHARTS:
        yield f"/charts/{chart}.json?customer={other}&service=S03"
    for word in ("zq", f"zq{other[1:]}", other):
        yield f"/find/?q={word}"
        yield f"/find/as-typed/?q={word}"
    if letter in MAY[Ability.SEE_RECORDS]:
        for table in TABLES:
            yield f"/lists/{table.name}/"
            yield f"/lists/{table.name}/export.csv"
            if table.name in WHOSE:
                key = (
                    planting.rows[table.name, other].key
                    if (table.name, other) in planting.rows
                    else "x"
                )
                yield f"/records/{table.name}/{key}/"
                yield f"/edit/{table.name}/{key}/"


PEOPLE = {
    f"{table.name}.{column.name}"
    for table in TABLES
    for column in table.columns
    if column.kind in (Kind.PERSON, Kind.PEOPLE)
}
OPEN_BY_DESIGN = {
    # address: (what may be met there, why)
    "/export.xlsx": (
        PEOPLE,
        "who there is stands in the table of people, which is the organisation's",
    ),
    "/lists/people/": (PEOPLE, "the table of people is the organisation's"),
    "/act-as/": (
        PEOPLE,
        "names to act as, for whoever keeps the picture at her own computer",
    ),
    "/who/": ({"orderers.person"}, "whom to talk to is no secret inside the organisation"),
}


def is_open_by_design(letter: str, address: str, what: str) -> bool:
    """Whether decision 018 lets her meet it: see above; and the steering group meets all customers on its pages."""
    if address.startswith("/steering"):
        return letter in MAY[Ability.SEE_STEERING]
    return any(
        address.startswith(at) and what in open_ for at, (open_, _) in OPEN_BY_DESIGN.items()
    )


def is_kept(letter: str, customer: str, what: str) -> bool:
    """Whether something planted must not reach this person."""
    open_to = CUSTOMERS[letter]
    if open_to is not None and customer not in open_to:
        return True
    return letter in HEARS_NOBODY and what.split(".", maxsplit=1)[0] in HEARD


def test_every_table_says_whose_it_is_here():
    assert {*WHOSE, *ORGANISATIONS} == {table.name for table in TABLES}
    assert not {*WHOSE} & ORGANISATIONS


def test_every_argument_of_an_address_is_known():
    asked = {
        key
        for address in {**PAGES, **FILES}.values()
        for key in resolve(address.split("?")[0]).kwargs
    }
    assert asked == {*ROW_OF, *NOBODYS, "customer_id"}


def test_what_is_planted_is_met_by_whoever_keeps_the_picture(client: Client, planting: Planting):
    met = set()
    for address in ("/customers/C04/", "/customers/C04/relationship/", "/export.xlsx", "/needs/"):
        met |= {
            what
            for customer, what in planting.found_in(text_of(client.get(address)))
            if customer == "C04"
        }
    assert len({what.split(".")[0] for what in met}) > 20


@pytest.mark.parametrize("letter", ["E", "J", *whole("SMAB")])
def test_nothing_of_another_customer_is_met(letter, client: Client, planting: Planting):
    client.post("/act-as/", {"person": CAST[letter]})
    told: dict[str, set[str]] = {}
    for address in dict.fromkeys([*addresses(letter, planting), *asked_for(letter, planting)]):
        response = client.get(address)
        if response.status_code != 200:
            continue
        for customer, what in planting.found_in(text_of(response)):
            if is_kept(letter, customer, what) and not is_open_by_design(letter, address, what):
                told.setdefault(address, set()).add(f"{customer} {what}")
    assert told == {}


COMMANDS = {
    "levels": "--month 2026-10",
    "costs": "--year 2026",
    "bill": "--customer {other} --from 2026-09 --to 2026-10",
    "restore": "--lost T10",
    "satisfaction": "",
    "customers": "",
    "findings": "",
    "roles": "",
    "needs": "",
    "inbox": "",
    "who": "--unit U111 --question new-service",
    "history": "needs {need}",
    "take-out": "needs {need} --dry-run",
    "put-back": "needs {need}",
    "taken-out": "",
    "rename": "needs {need} N999 --rehearse",
    "merge": "needs {need} N01 --rehearse",
    "take-apart": "needs {need}",
    "loads": "",
    "past-gates": "",
}
WRITES_FILES = {
    "export",
    "walk-in",
    "own-page",
    "run-sheet",
    "steering",
    "packs",
    "calendar",
    "catalogue",
    "survey",
}
"""Written by the very answers whose pages and papers are asked above."""
READS_NOTHING = {"load", "template", "demo", "forget", "serve", "user"}


def test_every_command_is_asked():
    every = set(typer.main.get_command(application).commands)  # type: ignore[attr-defined]
    assert every == {*COMMANDS} | WRITES_FILES | READS_NOTHING


@pytest.mark.parametrize("letter", ["E", "J", *whole("SMAB")])
def test_no_command_tells_another_customers_business(letter, planting: Planting):
    other = strange(letter)
    told = {}
    for command, options in COMMANDS.items():
        asked = options.format(other=other, need=planting.rows["needs", other].pk).split()
        printed = ask("--as", CAST[letter], command, *asked, "--json").stdout
        for customer, what in planting.found_in(printed):
            if is_kept(letter, customer, what) and (command, what) != ("who", "orderers.person"):
                told[command, customer] = what
    assert told == {}


def test_the_past_of_a_row_is_told_to_who_sees_the_row(planting: Planting):
    keeper, ebba = Viewer("whoever keeps the picture"), viewer_of("E")
    rows = {table: row.key for (table, customer), row in planting.rows.items() if customer == "C02"}
    assert len(rows) > 25
    for table, key in rows.items():
        assert changes_of_row(keeper, table, key), table
        assert changes_of_row(ebba, table, key) == [], table
        assert row_as_it_stood(ebba, table, key, date(2099, 1, 1)) is None, table
    assert changes_of_row(ebba, "services", "S01")
    assert changes_of_row(ebba, "needs", planting.rows["needs", "C10"].key)


def test_the_past_of_a_row_that_is_gone_is_told_to_who_sees_all(planting: Planting):
    Goal.objects.filter(pk="G2").delete()
    Service.objects.filter(pk="S30").delete()
    told = {letter: bool(changes_of_row(viewer_of(letter), "goals", "G2")) for letter in "EGP"}
    assert told == {"E": False, "G": True, "P": True}
    assert changes_of_row(viewer_of("E"), "services", "S30")

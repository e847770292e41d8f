"""What is taken out counts nowhere: its rare words are in no list, file, search, page, figure or command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db.models import QuerySet
from django.test import Client

from answers.test_cast import text_of
from asking import ask
from domestique.agreements.models import Agreement, Amendment
from domestique.lists.leaving import put_row_back, take_row_out
from domestique.parties.models import Customer, Organisation
from domestique.records.leaving.taking_out import Leaving
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from fences.planted import WHOSE, Planting, whose_row
from fences.test_canaries import COMMANDS, PEOPLE
from site_map import FILES, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")
HERS = "C04"
TELLS = ("/taken-out/",)
"""Pages that say what was taken out."""

OF_PEOPLE = ("/act-as/", "/lists/people/", "/export.xlsx")
"""Who there is stays there: people are the organisation's, not a customer's."""


@pytest.fixture
def planting() -> Planting:
    """Rare words in every kind, where no agreement is accepted."""
    planted = Planting().plant()
    Agreement.objects.update(status="draft")
    Amendment.objects.update(status="withdrawn")
    return planted


@contextmanager
def open_months() -> Iterator[None]:
    """Let no month be closed."""
    (kept,) = Organisation.objects.values_list("today", flat=True)
    Organisation.objects.update(today=date(2020, 1, 1))
    yield
    Organisation.objects.update(today=kept)


def addresses() -> Iterator[str]:
    yield from (*PAGES.values(), *FILES.values())
    for table in TABLES:
        yield f"/lists/{table.name}/"
        yield f"/lists/{table.name}/export.csv"
    yield from ("/find/?q=zq", "/find/?q=zq04", "/find/as-typed/?q=zq04", "/customers/C02/")


def met(client: Client, planting: Planting) -> dict[str, set[str]]:
    """Return what of hers is met, by address."""
    found: dict[str, set[str]] = {}
    for address in dict.fromkeys(addresses()):
        response = client.get(address)
        if response.status_code == 200 and not address.startswith(TELLS):
            told = {
                what
                for whose, what in planting.found_in(text_of(response))
                if whose == HERS and not (what in PEOPLE and address.startswith(OF_PEOPLE))
            }
            if told:
                found[address] = told
    return found


def test_nothing_of_what_is_taken_out_is_met_anywhere_until_it_is_put_back(
    client: Client, planting
):
    before = met(client, planting)
    kinds = {what.split(".")[0] for told in before.values() for what in told}
    assert len(kinds) > 25, "every kind is met while it stands"
    with open_months():
        out = take_row_out(KEEPER, Customer.objects.get(pk=HERS), "Sold", Leaving(along=True))
    for table in TABLES:
        if table.name in WHOSE:
            assert not [one for one in QuerySet(table.model) if whose_row(table, one) == {HERS}]
    assert met(client, planting) == {}
    for command, options in COMMANDS.items():
        said = ask(command, *options.format(other=HERS, need="N02").split()).output
        assert HERS not in {whose for whose, _ in planting.found_in(said)}, command
    assert put_row_back(KEEPER, out, "", with_all=True) == 0
    assert met(client, planting) == before

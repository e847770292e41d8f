"""Ebba, customer manager of C01 and C10 to C12, cannot give herself the business of another team's customer."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from test_every_verb import TODAY, states

from cast import CAST
from domestique.access.queries import standing_on
from domestique.parties.models import Orderer, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
PAGES = ("/for/C04/", "/money/bills/C04/", "/customers/C04/", "/customers/C04/pulse/")
UNIT = {"id": "U999", "name": "Probe", "parent": "U04", "head": CAST["E"]}


@pytest.fixture
def ebba(client: Client) -> Client:
    client.post("/act-as/", {"person": CAST["E"]})
    return client


def is_shut(ebba: Client) -> bool:
    return {ebba.get(page).status_code for page in PAGES} == {403}


def unit_under_another() -> None:
    """Whoever gives roles has entered it."""
    Unit.objects.create(id="U999", name="Probe", parent_id="U04", head=CAST["E"])


def test_a_unit_under_another_customer_gives_no_role_there(ebba):
    assert is_shut(ebba)
    refused = ebba.post("/edit/units/new/", UNIT)
    assert "may not enter, head or move a unit under another customer" in unescape(
        refused.content.decode()
    )
    unit_under_another()
    refused = ebba.post("/roles/take/", {"unit": "U999"})
    assert refused.status_code == 400
    assert "“C04” is business of a customer that is not open to Ebba Nyström" in unescape(
        refused.content.decode()
    )
    assert not Orderer.objects.filter(unit_id="U999").exists()
    assert is_shut(ebba)
    assert "C04" not in standing_on(CAST["E"], TODAY).viewer.customers


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/roles/overrule/", {"unit": "U04", "role": "none", "note": "Mine"}),
        ("/roles/overrule/", {"unit": "U999", "role": "customer", "note": "Mine"}),
        ("/roles/follow-the-money/", {"unit": "U111"}),
        ("/customers/C04/role/identify/", {}),
        ("/customers/C04/role/suggest/", {"person": "Ebba Nyström"}),
        ("/customers/C04/role/step-down/", {"why": "Mine"}),
        ("/customers/C04/role/lend/", {"deputy": "Ebba Nyström", "until": "2026-12-01"}),
        ("/edit/units/U04/", {"role": "none", "seen": "1"}),
        ("/edit/orderers/new/", {"id": "O999", "customer": "C04", "person": "Ebba Nyström"}),
    ],
)
def test_nor_does_any_other_verb_or_form(ebba, address, sent):
    unit_under_another()
    Unit.objects.filter(pk="U111").update(role="none", role_note="Closes in spring")
    before = states()
    assert ebba.post(address, sent).status_code in (400, 403, 404)
    assert states() == before
    assert is_shut(ebba)


def test_a_new_head_of_another_customers_unit_is_no_repair_for_her(ebba):
    assert ebba.post("/edit/units/U111/", {"head": "Ebba Nyström", "seen": "1"}).status_code == 400
    Unit.objects.filter(pk="U111").update(head="Ebba Nyström")
    answer = ebba.post("/roles/repair/", {"kind": "other head", "subject": "O11"})
    assert answer.status_code == 400
    assert Orderer.objects.get(pk="O11").person == "Elif Demir"
    assert is_shut(ebba)

"""Rows that only one person may enter: a form or a file in another's name is refused, and says who can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domestique.access.roles import BY_IT_ROLE, BY_TEAM_ROLE
from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load_sheets
from domestique.exchange.report import LoadReport
from domestique.parties.models import Mandate
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

IN_TEAM = BY_TEAM_ROLE["customer manager"].abilities
KEEPER = Viewer("Rut Keeper")
CIO = Viewer("Gunilla Stråhle", None, BY_IT_ROLE["chief information officer"].abilities)
NADJA = Viewer("Nadja Berggren", frozenset({"C02", "C04", "C07", "C08"}), IN_TEAM)
SAMIRA = Viewer("Samira Haddad", frozenset({"C04"}), IN_TEAM)


def entered(viewer: Viewer, table: str, **cells: str) -> LoadReport:
    sheet = Sheet("form", table, tuple(cells), [(2, list(cells.values()))])
    return load_sheets([sheet], Request(viewer, "Minutes of 20 November", is_dry_run=True))


def refusals(report: LoadReport) -> list[str]:
    return [str(problem.reason) for problem in report.errors]


SCORE = {"customer": "C04", "service": "S18", "scored_on": "2026-11-20", "score": "3"}
DECISION = {
    "id": "D99",
    "customer": "C04",
    "question": "Shall it be blue?",
    "decision": "Yes",
    "forum": "customer",
    "decided_on": "2026-11-20",
}
GATED = [
    ("value_scores", SCORE | {"scored_by": "Samira Haddad"}),
    ("decisions", DECISION | {"decided_by": "Samira Haddad"}),
    ("customers", {"id": "C04", "accepted_on": "2026-11-20", "accepted_by": "Samira Haddad"}),
]


@pytest.mark.parametrize(("table", "cells"), GATED, ids=[table for table, _ in GATED])
def test_only_the_person_named_and_the_keeper_may_enter_it(table, cells):
    assert refusals(entered(SAMIRA, table, **cells)) == []
    assert refusals(entered(KEEPER, table, **cells)) == []
    for other in (NADJA, CIO):
        (refusal,) = refusals(entered(other, table, **cells))
        assert refusal.startswith(f"{other.person} cannot ")
        assert "only Samira Haddad can" in refusal


@pytest.mark.parametrize(
    ("starts", "ends", "may"),
    [
        (None, None, True),
        ("2026-11-21", "2026-11-21", True),
        ("2026-11-22", None, False),
        (None, "2026-11-20", False),
    ],
)
def test_who_was_lent_the_mandate_decides_on_the_days_it_holds(starts, ends, may):
    Mandate.objects.filter(pk="M12").update(starts=starts, ends=ends)
    elif_ = Viewer("Elif Demir", frozenset({"C04"}), IN_TEAM)
    told = refusals(entered(elif_, "decisions", **DECISION, decided_by=elif_.person))
    assert bool(told) is not may


def test_what_stood_before_may_stay():
    unchanged = {"id": "A04", "status": "in force", "review_on": "2026-12-01"}
    assert refusals(entered(NADJA, "agreements", **unchanged)) == []


def test_that_it_was_told_back_may_be_entered_by_who_told():
    cells = {"id": "D1", "told_back_on": "2026-11-20", "told_back_by": "Nadja Berggren"}
    assert refusals(entered(NADJA, "decisions", **cells)) == []


def test_a_decision_is_not_taken_over():
    assert "was decided on 2026-11-02 by Samira Haddad" in "".join(
        refusals(entered(NADJA, "decisions", id="D1", decided_by="Nadja Berggren"))
    )


def test_a_role_that_is_only_identified_is_no_gate():
    assert refusals(entered(NADJA, "customers", id="C08", status="identified")) == []


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("roles_in_it", {"person": "Nadja Berggren", "role": "keeper of the picture"}),
        ("teams", {"id": "GUL", "customer_manager": "Nadja Berggren"}),
        (
            "team_members",
            {
                "team": "GUL",
                "person": "Nadja Berggren",
                "role": "service owner",
                "from": "2026-01-01",
            },
        ),
        ("mandates", {"id": "M99", "customer": "C04", "person": "Nadja Berggren"}),
    ],
)
def test_nobody_gives_herself_a_role(table, cells):
    assert "may not enter who has which role" in "".join(refusals(entered(NADJA, table, **cells)))
    assert refusals(entered(KEEPER, table, **cells)) == []


def test_a_mandate_is_lent_by_who_has_it():
    cells = {
        "id": "M99",
        "customer": "C04",
        "person": "Elif Demir",
        "delegated_by": "Samira Haddad",
        "amount": "500000",
        "from": "2026-12-01",
        "to": "2026-12-31",
    }
    assert refusals(entered(SAMIRA, "mandates", **cells)) == []
    assert refusals(entered(NADJA, "mandates", **cells))


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("needs", {"id": "N99", "customer": "C01", "need": "More"}),
        ("goals", {"id": "G99", "customer": "C01", "goal": "More"}),
        ("inbox", {"id": "IN99", "customer": "C01", "received_on": "2026-11-20", "source": "report",
                   "text": "More", "origin": "x"}),
        ("promises", {"id": "P99", "customer": "C04", "need": "N06", "promise": "x",
                      "given_by": "Nadja Berggren", "given_on": "2026-11-20"}),
    ],
)  # fmt: skip
def test_nothing_is_entered_for_a_customer_of_others(table, cells):
    told = refusals(entered(NADJA, table, **cells))
    assert any("not open to Nadja Berggren" in one for one in told), told


NOOR = Viewer("Noor Rahimi", frozenset({"C04"}), IN_TEAM)
SHOP = {"id": "S03", "service_hours": "Mon-Fri 07-18"}
NEW = {"id": "S99", "name_en": "Bike hire", "state": "live", "owner": "Noor Rahimi"}
WHOLE = NEW | {"purpose": "Riders try a bike before they buy it.", "unit": "hire"}


@pytest.mark.parametrize(
    ("viewer", "cells", "why", "refusal"),
    [
        (KEEPER, SHOP, "", None),
        (NOOR, SHOP, "RQ1: her shop is closed at night", None),
        (NOOR, SHOP, "as N01 asks", None),
        (NOOR, SHOP, "she said so", "names no requirement or need"),
        (NOOR, SHOP, "RQ2, which RQ1 replaced", None),
        (NOOR, SHOP, "RQ2 alone, which no longer stands", "RQ2 asks for nothing now"),
        (NOOR, SHOP, "RQ3, which is another customer's", "names no requirement or need"),
        (NADJA, SHOP, "RQ1", "only Noor Rahimi, who owns it, can"),
        (NADJA, {"id": "S03", "owner": "Nadja Berggren"}, "RQ1", "only Noor Rahimi"),
        (NADJA, {"id": "S03", "purpose": "Riders buy a bike."}, "N01", "only Noor Rahimi"),
        (NOOR, NEW, "", "what it is for and the unit it is counted in and its price"),
        (NOOR, WHOLE, "", "before this is on record: its price"),
        (NOOR, WHOLE | {"state": "building"}, "", None),
        (KEEPER, NEW, "", None),
    ],
)
def test_who_may_change_a_live_service_or_take_one_live(viewer, cells, why, refusal):
    sheet = Sheet("form", "services", tuple(cells), [(2, list(cells.values()))])
    told = refusals(load_sheets([sheet], Request(viewer, why, is_dry_run=True)))
    assert told == [] if refusal is None else refusal in "".join(told)


def test_a_service_goes_live_with_the_price_that_comes_with_it():
    price = {"service": "S99", "from": "2026-12-01", "unit_price": "12"}
    sheets = [
        Sheet("form", name, tuple(cells), [(2, list(cells.values()))])
        for name, cells in (("services", WHOLE), ("prices", price))
    ]
    pricing = replace(NOOR, abilities=NOOR.abilities | {Ability.KEEP_PRICES})
    assert refusals(load_sheets(sheets, Request(pricing, is_dry_run=True))) == []

"""The gate of an agreement as tables: who may and who may not, with the sentence that names who can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.acceptance import (
    LineOf,
    Proposed,
    period_after,
    status_when_accepted,
    why_not_accept,
    why_not_begin,
    why_not_end,
    why_not_propose,
)
from domestique.parties.mandates import Grant

TODAY = date(2026, 11, 21)
WEB_SHOP = LineOf("Web shop", "S03", "", Decimal(92), Decimal("99.9"))
MANDATE = Grant("Samira", Decimal(500_000), (), date(2026, 1, 1), date(2026, 12, 31))
DRAFT = Proposed(
    status="draft",
    customer="Retail",
    person="Samira",
    role="accepted",
    manager="Nadja",
    starts=date(2027, 1, 1),
    ends=date(2027, 12, 31),
    lines=(WEB_SHOP,),
    grants=(MANDATE,),
)
PROPOSED = replace(DRAFT, status="proposed")
ONLY_NADJA = "Only Nadja, customer manager of Retail, writes and proposes an agreement; you are %s."
ONLY_SAMIRA = "Only Samira, the customer for Retail, accepts its agreement; you are %s."


@pytest.mark.parametrize(
    ("person", "agreement", "refusal"),
    [
        ("Nadja", DRAFT, None),
        ("Samira", DRAFT, ONLY_NADJA % "Samira"),
        ("Oskar", DRAFT, ONLY_NADJA % "Oskar"),
        ("root", DRAFT, ONLY_NADJA % "root"),
        ("Nadja", replace(DRAFT, manager="Ebba"), "Only Ebba, customer manager of Retail"),
        ("Nadja", replace(DRAFT, manager=""), "not exactly one customer manager"),
        ("Nadja", PROPOSED, "The agreement with Retail is proposed"),
        ("Nadja", replace(DRAFT, lines=()), "has no lines"),
        ("Nadja", replace(DRAFT, ends=None), "has no first or no last day"),
        (
            "Nadja",
            replace(DRAFT, lines=(WEB_SHOP, replace(WEB_SHOP, service="Payroll", level=None))),
            "promises no level for Payroll;",
        ),
        (
            "Nadja",
            replace(DRAFT, lines=(replace(WEB_SHOP, units=None),)),
            "does not say what is delivered of Web shop;",
        ),
        (
            "Nadja",
            replace(DRAFT, lines=(replace(WEB_SHOP, units=None, content="All tills"),)),
            None,
        ),
    ],
)
def test_only_the_customer_manager_proposes_and_each_line_says_what_and_how_good(
    person, agreement, refusal
):
    refused = why_not_propose(agreement, person)
    assert (refused is None) if refusal is None else (refusal in str(refused))


@pytest.mark.parametrize(
    ("person", "agreement", "day", "refusal"),
    [
        ("Samira", PROPOSED, TODAY, None),
        ("Nadja", PROPOSED, TODAY, ONLY_SAMIRA % "Nadja"),
        ("Elif", PROPOSED, TODAY, ONLY_SAMIRA % "Elif"),
        ("Gunilla", PROPOSED, TODAY, ONLY_SAMIRA % "Gunilla"),
        ("root", PROPOSED, TODAY, ONLY_SAMIRA % "root"),
        ("Samira", DRAFT, TODAY, "is a draft; Nadja, customer manager, proposes it"),
        ("Samira", replace(PROPOSED, status="in force"), TODAY, "is in force, so it cannot be"),
        (
            "Samira",
            replace(PROPOSED, role="identified"),
            TODAY,
            "Samira has not accepted the customer role for Retail (it is identified)",
        ),
        ("", replace(PROPOSED, person=""), TODAY, "Nobody is named as the customer for Retail"),
        ("Samira", PROPOSED, date(2027, 1, 1), "no mandate for Retail that holds on 2027-01-01"),
        ("Samira", replace(PROPOSED, grants=()), date(2027, 1, 1), None),
        (
            "Samira",
            replace(PROPOSED, grants=(replace(MANDATE, services=("S05",)),)),
            TODAY,
            "The mandate of Samira for Retail is not about Web shop;",
        ),
        (
            "Elif",
            replace(
                PROPOSED, grants=(MANDATE, replace(MANDATE, person="Elif", delegated_by="Samira"))
            ),
            TODAY,
            ONLY_SAMIRA % "Elif",
        ),
        (
            "Samira",
            replace(PROPOSED, lines=(replace(WEB_SHOP, level=None),)),
            TODAY,
            "promises no level for Web shop;",
        ),
    ],
)
def test_only_the_accepted_customer_accepts_within_her_mandate(person, agreement, day, refusal):
    refused = why_not_accept(agreement, person, day)
    assert (refused is None) if refusal is None else (refusal in str(refused))


def test_accepted_is_in_force_from_its_first_day():
    assert status_when_accepted(date(2027, 1, 1), TODAY) == "accepted"
    assert status_when_accepted(TODAY, TODAY) == "in force"
    assert status_when_accepted(None, TODAY) == "in force"


def test_nothing_is_put_in_force_before_its_first_day():
    accepted = replace(DRAFT, status="accepted")
    assert str(why_not_begin(accepted, TODAY)) == "The agreement with Retail begins on 2027-01-01."
    assert why_not_begin(accepted, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("person", "works_with_customers", "may"),
    [("Samira", False, True), ("Nadja", True, True), ("Elif", False, False)],
)
def test_an_orderer_does_not_end_the_agreement(person, works_with_customers, may):
    refused = why_not_end(PROPOSED, person, works_with_customers=works_with_customers)
    assert (refused is None) is may
    assert may or "Only Samira" in str(refused)


@pytest.mark.parametrize(
    ("starts", "ends", "after"),
    [
        ("2026-01-01", "2026-12-31", ("2027-01-01", "2027-12-31")),
        ("2027-01-01", "2027-12-31", ("2028-01-01", "2028-12-31")),
        ("2025-07-01", "2026-06-30", ("2026-07-01", "2027-06-30")),
        ("2024-02-29", "2025-02-27", ("2025-02-28", "2026-02-27")),
        ("2026-01-01", "2026-01-31", ("2026-02-01", "2026-03-03")),
    ],
)
def test_the_next_agreement_follows_for_as_long(starts, ends, after):
    first, last = date.fromisoformat(starts), date.fromisoformat(ends)
    assert period_after(first, last, TODAY) == tuple(map(date.fromisoformat, after))


def test_an_agreement_without_days_is_followed_by_a_year_from_today():
    assert period_after(None, None, TODAY) == (TODAY, date(2027, 11, 20))


@pytest.mark.parametrize(
    ("content", "units", "says"),
    [
        ("", None, False),
        ("  ", None, False),
        ("two lines", None, True),
        ("", 3, True),
        ("", 0, True),
    ],
)
def test_a_line_says_what_is_delivered_in_words_or_units(content, units, says):
    assert LineOf("Web shop", content=content, units=units).says_what is says

"""The gate of the customer role as a table: who may and who may not, with the sentence that names who can."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.parties.gates import (
    RoleOf,
    why_not_accept_role,
    why_not_lend,
    why_not_step_down,
)
from domestique.parties.mandates import Grant

ONLY_BENGT = "Only Bengt Åhman can accept the customer role for Facilities; you are %s."


@pytest.mark.parametrize(
    ("person", "named", "status", "refusal"),
    [
        ("Bengt Åhman", "Bengt Åhman", "identified", None),
        ("Bengt Åhman", "Bengt Åhman", "suggested", None),
        ("Lars Wikander", "Bengt Åhman", "identified", ONLY_BENGT % "Lars Wikander"),
        ("Göran Ask", "Bengt Åhman", "identified", ONLY_BENGT % "Göran Ask"),
        ("Gunilla Stråhle", "Bengt Åhman", "suggested", ONLY_BENGT % "Gunilla Stråhle"),
        ("root", "Bengt Åhman", "identified", ONLY_BENGT % "root"),
        ("", "Bengt Åhman", "identified", ONLY_BENGT % ""),
        (
            "Bengt Åhman",
            "Bengt Åhman",
            "accepted",
            "Bengt Åhman has accepted the customer role for Facilities already.",
        ),
        (
            "Bengt Åhman",
            "Bengt Åhman",
            "stepped down",
            "Bengt Åhman has stepped down as the customer for Facilities; suggest somebody for the role first.",
        ),
        (
            "",
            "",
            "suggested",
            "Nobody is named as the customer for Facilities; name the person first, who can then accept.",
        ),
    ],
)
def test_only_the_person_herself_accepts_the_role(person, named, status, refusal):
    refused = why_not_accept_role(RoleOf("Facilities", named, status), person)
    assert (None if refused is None else str(refused)) == refusal


@pytest.mark.parametrize(
    ("person", "works_with_customers", "may"),
    [("Bengt", False, True), ("Lars", True, True), ("Göran", False, False)],
)
def test_the_holder_and_those_who_work_with_customers_end_a_role(person, works_with_customers, may):
    role = RoleOf("Facilities", "Bengt", "accepted")
    refused = why_not_step_down(role, person, works_with_customers=works_with_customers)
    assert (refused is None) is may
    assert may or "Only Bengt" in str(refused)


@pytest.mark.parametrize(
    ("person", "day", "refusal"),
    [
        ("Samira", date(2026, 11, 21), None),
        ("Nadja", date(2026, 11, 21), "Only Samira can lend out the mandate for Retail"),
        ("Samira", date(2027, 1, 1), "Samira has no mandate for Retail on 2027-01-01"),
    ],
)
def test_only_the_holder_lends_a_mandate_that_holds(person, day, refusal):
    grants = (Grant("Samira", None, (), date(2026, 1, 1), date(2026, 12, 31)),)
    refused = why_not_lend(RoleOf("Retail", "Samira", "accepted"), person, grants, day)
    assert (refused is None) if refusal is None else (refusal in str(refused))


def test_what_was_lent_is_not_lent_on():
    lent = Grant("Elif", None, (), None, None, "Samira")
    refused = why_not_lend(RoleOf("Retail", "Elif", "accepted"), "Elif", [lent], date(2026, 7, 1))
    assert "there is none to lend" in str(refused)

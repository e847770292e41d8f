"""What a mandate lets a person decide: its days, its services, its amount, and whose it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.parties.mandates import Grant, grant_on, lent_on, own_grants

DAY = date(2026, 7, 15)
OWN = Grant("Samira", Decimal(500), ("S03", "S05"), date(2026, 7, 1), date(2026, 7, 31))
LENT = replace(OWN, person="Elif", delegated_by="Samira")


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 6, 30), False),
        (date(2026, 7, 1), True),
        (date(2026, 7, 31), True),
        (date(2026, 8, 1), False),
    ],
)
def test_a_mandate_holds_from_its_first_day_to_its_last(day, holds):
    assert OWN.holds_on(day) is holds
    assert replace(OWN, starts=None, ends=None).holds_on(day)


@pytest.mark.parametrize(
    ("services", "outside"),
    [((), ()), (("S03",), ()), (("S03", "S09"), ("S09",)), (("S09", "S08"), ("S09", "S08"))],
)
def test_a_mandate_is_about_its_services_or_about_all(services, outside):
    assert OWN.outside(services) == outside
    assert OWN.covers(services) is (not outside)
    assert replace(OWN, services=()).covers(services)


@pytest.mark.parametrize(
    ("amount", "cost", "reaches"),
    [(500, 500, True), (500, 501, False), (500, None, True), (None, 501, True), (0, 0, True), (0, 1, False)],
)  # fmt: skip
def test_one_decision_may_cost_as_much_as_the_mandate_says(amount, cost, reaches):
    known = None if amount is None else Decimal(amount)
    assert replace(OWN, amount=known).reaches(cost if cost is None else Decimal(cost)) is reaches


def test_what_is_lent_is_not_ones_own_and_the_newest_comes_last():
    until_august = replace(OWN, ends=date(2026, 8, 31))
    for_good = replace(OWN, ends=None)
    assert own_grants([for_good, until_august, LENT, OWN], "Samira") == (
        OWN,
        until_august,
        for_good,
    )
    assert own_grants([LENT], "Elif") == ()


def test_the_largest_mandate_that_holds_counts():
    small, unknown = replace(OWN, amount=Decimal(9)), replace(OWN, amount=None)
    over = replace(OWN, amount=Decimal(900), ends=date(2026, 7, 14))
    assert grant_on([small, OWN, unknown, over], "Samira", DAY) == OWN
    assert grant_on([unknown], "Samira", DAY) == unknown
    assert grant_on([over, LENT], "Samira", DAY) is None


def test_lent_is_what_she_lent_and_holds_that_day():
    others = replace(LENT, delegated_by="Johan")
    over = replace(LENT, ends=date(2026, 7, 14))
    assert lent_on([OWN, LENT, others, over], "Samira", DAY) == (LENT,)

"""A loan of a mandate goes no further than what its lender holds; what people are entered with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.parties.mandates import Grant, beyond
from domestique.records.tables import table_named

OWN = Grant("Päivi", Decimal(100), ("S01", "S02"), date(2026, 1, 1), date(2026, 12, 31))


def lent(**values: object) -> Grant:
    told = {
        "person": "Antti", "amount": Decimal(50), "services": ("S01",), "starts": date(2026, 12, 1),
        "ends": date(2026, 12, 14), "delegated_by": "Päivi",
    }  # fmt: skip
    return Grant(**(told | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("loan", "exceeded"),
    [
        (lent(), ""),
        (lent(amount=Decimal(100), services=("S01", "S02"), starts=OWN.starts, ends=OWN.ends), ""),
        (lent(amount=Decimal(101)), "amount"),
        (lent(amount=None), "amount"),
        (lent(services=("S03",)), "services"),
        (lent(services=("S01", "S03")), "services"),
        (lent(services=()), "services"),
        (lent(starts=date(2025, 12, 31)), "starts"),
        (lent(starts=None), "starts"),
        (lent(ends=date(2027, 1, 1)), "ends"),
        (lent(ends=None), "ends"),
        (lent(delegated_by="Mira"), "delegated_by"),
    ],
)
def test_a_loan_is_within_the_mandate_it_is_lent_from(loan, exceeded):
    assert beyond(loan, [OWN]) == exceeded


def test_what_knows_no_bound_bounds_nothing():
    everything = Grant("Päivi")
    assert beyond(lent(amount=None, services=(), starts=None, ends=None), [everything]) == ""
    assert beyond(lent(services=("S09",)), [OWN, everything]) == ""


def test_who_is_entered_needs_a_name_and_an_outside_party_too():
    assert [one.name for one in table_named("people").columns if one.required] == ["name"]
    assert [one.name for one in table_named("suppliers").columns if one.required] == ["id", "name"]
    assert table_named("people").by_name["id"].may_be_name

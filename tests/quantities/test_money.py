"""Money in whole minor units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.quantities.money import from_minor, minor_digits, to_minor


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("123.45", "SEK", 12345), ("-0.01", "EUR", -1), ("500", "JPY", 500), ("1.234", "KWD", 1234)],
)
def test_amounts_become_minor_units_and_come_back(amount: str, currency: str, minor: int) -> None:
    assert to_minor(Decimal(amount), currency) == minor
    assert from_minor(minor, currency) == Decimal(amount)


def test_halves_of_a_minor_unit_go_to_the_even_one() -> None:
    assert to_minor(Decimal("0.125"), "SEK") == 12
    assert to_minor(Decimal("0.135"), "SEK") == 14


@given(st.integers(-(10**15), 10**15), st.sampled_from(["SEK", "ISK", "BHD"]))
@settings(max_examples=40)
def test_no_minor_unit_is_lost(minor: int, currency: str) -> None:
    amount = from_minor(minor, currency)
    assert to_minor(amount, currency) == minor
    assert amount.as_tuple().exponent == -minor_digits(currency)

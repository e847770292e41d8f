"""What a person types as a number, and what a file has, is read as one number or refused with each that it can mean."""

# ruff: noqa: E501 - each sentence stands whole on one line, beside what was typed

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domestique.quantities.errors import Refusal
from domestique.quantities.written_number import amount_of, as_files_have_it, number_of


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("900000", "900000"),
        ("120 000", "120000"),
        ("4\u00a0100\u202f000,50", "4100000.50"),
        ("4 100 000.50", "4100000.50"),
        ("1'250'000", "1250000"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1234,5", "1234.5"),
        ("0,5", "0.5"),
        (" 7 ", "7"),
        ("9999999999999.99", "9999999999999.99"),
    ],
)
def test_amount_that_can_mean_one_number_is_understood(typed, amount):
    assert amount_of(typed) == Decimal(amount)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1.234", "can mean two numbers; decimals are written with a point and thousands without a separator: 1.23 or 1234."),
        ("900.000", "can mean two numbers; decimals are written with a point and thousands without a separator: 900.00 or 900000."),
        ("900,000", "can mean two numbers; decimals are written with a point and thousands without a separator: 900.00 or 900000."),
        ("4 100 000,505", "has more than 2 decimals; round it to at most 2 decimals."),
        ("1234,505", "has more than 2 decimals; round it to at most 2 decimals."),
        ("1.234,505", "has more than 2 decimals; round it to at most 2 decimals."),
        ("0.123", "has more than 2 decimals; round it to at most 2 decimals."),
        ("10000000000000", "is too large; at most 15 digits are kept, 2 of them decimals, so 13 before the point."),
        ("-5", "is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."),
        ("12 34", "is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."),
        ("1e3", "is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."),
        ("NaN", "is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."),
        ("900 kr", "is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."),
    ],
)  # fmt: skip
def test_any_other_amount_is_refused_with_what_would_be_right(typed, reason):
    with pytest.raises(Refusal) as refusal:
        amount_of(typed)
    assert str(refusal.value) == f"“{typed}” {reason}"


def test_nothing_typed_is_no_amount():
    assert amount_of(" \u00a0 ") is None


def test_three_decimals_are_meant_where_they_are_kept():
    assert as_files_have_it("1.234", 6) == "1.234"
    with pytest.raises(Refusal, match="two numbers"):
        as_files_have_it("1,234", 6)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_amount_is_the_same_however_its_thousands_are_set_apart(amount):
    ways = {
        amount_of(f"{amount:,f}".replace(",", " ")),
        amount_of(f"{amount:,f}".replace(",", " ").replace(".", ",")),
        amount_of(f"{amount:f}"),
        amount_of(f"{amount:,f}"),
        number_of(f"{amount:f}"),
    }
    assert ways == {amount}

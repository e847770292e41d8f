"""Rounding: the table of measurement 3.2, and that parts always sum to the whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.quantities.rounding import (
    cut_downwards,
    round_half_even,
    round_parts,
)

WEIGHTS = st.lists(st.fractions(0, 10), min_size=1, max_size=8).filter(any)


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        (100_00, (1, 1, 1), [33_34, 33_33, 33_33]),
        (1_000_01, (50, 30, 20), [500_01, 300_00, 200_00]),
        (1, (1, 2), [0, 1]),
        (0, (1, 1), [0, 0]),
    ],
)
def test_remainder_goes_to_the_largest(
    whole: int, weights: tuple[int, ...], parts: list[int]
) -> None:
    scale = sum(weights)
    assert round_parts(whole, [whole * weight for weight in weights], scale) == parts
    assert round_parts(whole, [Fraction(whole * weight, scale) for weight in weights]) == parts


@given(st.integers(-(10**9), 10**9), WEIGHTS)
@settings(max_examples=60)
def test_parts_sum_to_the_whole_and_none_is_off_by_one(whole: int, weights: list[Fraction]) -> None:
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = round_parts(whole, exact)
    assert sum(parts) == whole
    assert all(abs(part - fair) < 1 for part, fair in zip(parts, exact, strict=True))


def test_parts_that_sum_to_a_whole_are_rounded_together() -> None:
    assert round_parts(2, [Fraction(1, 2), Fraction(1, 2), Fraction(1)]) == [1, 0, 1]


@pytest.mark.parametrize(
    ("value", "decimals", "cut"),
    [("99.4996", 1, "99.4"), ("99.5", 1, "99.5"), ("-0.01", 1, "-0.1"), ("98.93251", 4, "98.9325")],
)
def test_a_level_is_cut_downwards(value: str, decimals: int, cut: str) -> None:
    assert cut_downwards(Fraction(value), decimals) == Decimal(cut)


def test_halves_go_to_the_even_digit() -> None:
    assert round_half_even(Fraction("0.125"), 2) == Decimal("0.12")
    assert round_half_even(Fraction("0.135"), 2) == Decimal("0.14")

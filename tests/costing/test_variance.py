"""Volume, price and currency (measurement 3.4) sum to the difference, before and after rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.costing.bills.charge import Charge
from domestique.costing.variance import (
    Variance,
    round_variance,
    split_variance,
)


def test_published_vector_of_volume_and_price() -> None:
    planned = Charge(units=Decimal(400), price=Decimal(220))
    actual = Charge(units=Decimal(436), price=Decimal(231))

    parts = split_variance(planned, actual)
    assert (parts.volume, parts.price) == (7_920, 4_796)  # the joint 36 × 11 = 396 lies in price
    assert parts.total == 12_716


def test_published_vector_of_the_finnish_division() -> None:
    planned = Charge(Decimal(110), Decimal(20), Fraction("11.20"))
    actual = Charge(Decimal(118), Decimal(21), Fraction("11.45"))

    parts = split_variance(planned, actual)
    assert parts == Variance(Fraction(1_792), Fraction("1321.60"), Fraction("619.50"))
    assert parts.total == Fraction("3733.10")


def test_use_without_a_plan_is_all_volume() -> None:
    price = Decimal(7)

    parts = split_variance(Charge(Decimal(0), price), Charge(Decimal(3), price))
    assert parts == Variance(Fraction(21), Fraction(0), Fraction(0))


def test_largest_part_bears_what_rounding_leaves() -> None:
    parts = Variance(Fraction("1.004"), Fraction("3.004"), Fraction("0.004"))

    assert round_variance(parts, 401, 100) == Variance(100, 301, 0)


def test_part_of_nothing_stays_nothing() -> None:
    parts = Variance(Fraction(0), Fraction(0), Fraction("-0.016"))

    assert round_variance(parts, -1, 100) == Variance(0, 0, -1)


charges = st.builds(
    Charge,
    units=st.decimals(0, 1000, places=4),
    price=st.decimals(0, 50_000, places=6),
    rate=st.fractions(Fraction(1, 20), 20, max_denominator=100),
    parts=st.sampled_from([1, 12]),
)


@settings(max_examples=50, deadline=None)
@given(charges, charges)
def test_parts_sum_to_the_difference_exactly(planned: Charge, actual: Charge) -> None:
    parts = split_variance(planned, actual)
    assert parts.total == actual.amount - planned.amount

    total = round(actual.amount * 100) - round(planned.amount * 100)
    rounded = round_variance(parts, total, 100)
    assert rounded.total == total
    assert abs(rounded.currency - parts.currency * 100) <= Fraction(5, 2)

"""Unit cost, recovery and the price from two parts (measurement 3.3)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.costing.unit_cost import Recovery, plan_revenue, reckon_unit_cost


def test_unit_cost_is_full_cost_over_units() -> None:
    cost = reckon_unit_cost(100_000, Decimal(30))

    assert cost.per_unit == Fraction(10_000, 3)
    assert cost.idle == 0


def test_without_units_the_whole_cost_is_idle() -> None:
    cost = reckon_unit_cost(100_000, Decimal(0))

    assert cost.per_unit is None
    assert cost.idle == 100_000


def test_unknown_units_leave_unit_cost_and_idle_cost_unknown() -> None:
    cost = reckon_unit_cost(100_000, None)

    assert cost.per_unit is None
    assert cost.idle is None


def test_capacity_shows_idle_cost_instead_of_a_dearer_unit() -> None:
    cost = reckon_unit_cost(100_000, Decimal(80), capacity=Decimal(100))

    assert cost.per_unit == 1_000
    assert cost.idle == 20_000


def test_use_beyond_capacity_leaves_nothing_idle() -> None:
    assert reckon_unit_cost(100_000, Decimal(125), capacity=Decimal(100)).idle == 0


def test_what_is_not_brought_in_is_short() -> None:
    recovery = Recovery(Fraction(1_116_000), Fraction(1_179_000))

    assert recovery.full_cost - recovery.charged == 63_000
    assert not recovery.is_within_band


def test_recovery_of_nothing_is_not_known() -> None:
    assert Recovery(Fraction(5), Fraction(0)).rate is None
    assert not Recovery(Fraction(5), Fraction(0)).is_within_band


@pytest.mark.parametrize(
    ("charged", "inside"), [(969, False), (970, True), (1030, True), (1031, False)]
)
def test_band_is_from_97_to_103_percent(charged: int, *, inside: bool) -> None:
    assert Recovery(Fraction(charged), Fraction(1000)).is_within_band is inside


def test_plan_revenue_counts_services_with_price_and_units() -> None:
    prices = {"Mail": Decimal("73.9"), "Web": Decimal(10)}

    assert plan_revenue(prices, {"Mail": Decimal(100), "ERP": Decimal(1)}) == 7_390

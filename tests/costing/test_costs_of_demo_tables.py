"""The golden results of demo B7 for cost and bills, by the pure functions from its tables."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from given_costs import demo_basis, demo_network, demo_table

from domestique.costing.allocation import Allocation, allocate_cost
from domestique.costing.bills.bill import reckon_bill
from domestique.costing.method import Method
from domestique.costing.method_choice import compare_methods
from domestique.costing.unit_cost import Recovery, plan_revenue
from domestique.quantities.period import Month
from domestique.quantities.rounding import round_half_even

GOLDEN_ORDER = ["T10", "T09", "T03", "T01", "T05", "T07", "T02", "T06", "T08", "T04"]
LEDGER = {"hardware": 15_200_000_00, "labour": 25_330_000_00, "software": 28_360_000_00}


def step_down() -> Allocation:
    return allocate_cost(demo_network(), Method.STEP_DOWN, GOLDEN_ORDER)


def test_full_costs_sum_to_the_ledger_in_every_pool() -> None:
    allocation = allocate_cost(demo_network())

    sums = {pool: sum(cost.pools[pool] for cost in allocation.services.values()) for pool in LEDGER}
    assert allocation.totals == sums == LEDGER
    assert sum(cost.full_cost for cost in allocation.services.values()) == 68_890_000_00
    assert allocation.unallocated == ()


def test_full_cost_of_erp_and_workplace() -> None:
    services = allocate_cost(demo_network()).services

    assert services["S01"].direct == 6_400_000_00
    assert services["S01"].full_cost == 10_115_856_22
    assert services["S01"].pools == {
        "hardware": 1_454_722_07,
        "software": 5_197_336_86,
        "labour": 3_463_797_29,
    }
    assert services["S24"].full_cost == 8_325_259_99


def test_step_down_in_the_golden_order() -> None:
    services = step_down().services

    assert services["S01"].full_cost == 10_172_266_64
    assert services["S24"].full_cost == 8_306_612_72
    assert sum(cost.full_cost for cost in services.values()) == 68_890_000_00


def test_direct_method_leaves_the_hall_unallocated() -> None:
    allocation = allocate_cost(demo_network(), Method.DIRECT)

    assert [(left.service, left.amount) for left in allocation.unallocated] == [
        ("T10", 1_400_000_00)
    ]
    assert sum(cost.full_cost for cost in allocation.services.values()) == 67_490_000_00


def test_step_down_is_good_enough_for_the_demo() -> None:
    choice = compare_methods(step_down(), allocate_cost(demo_network()))

    percents = [
        (one.service, round_half_even((one.difference or Fraction(0)) * 100, 2))
        for one in choice.differences[:3]
    ]
    assert percents == [
        ("S03", Decimal("-1.46")),
        ("S20", Decimal("-1.42")),
        ("S13", Decimal("1.37")),
    ]
    assert not choice.matters_to


def test_plan_revenue_recovers_nearly_all() -> None:
    units: dict[str, Fraction] = {}
    for row in demo_table("planned_consumption"):
        units[row["service"]] = units.get(row["service"], Fraction(0)) + Fraction(row["units"])
    prices = {row["service"]: Decimal(row["unit_price"]) for row in demo_table("prices")}

    recovery = Recovery(plan_revenue(prices, units), Fraction(68_890_000))
    assert recovery.charged == Fraction("68882520.00")
    assert round_half_even((recovery.rate or Fraction(0)) * 100, 3) == Decimal("99.989")
    assert recovery.is_within_band


@pytest.mark.parametrize(
    ("customer", "planned", "actual", "percent"),
    [
        ("C01", 5_813, 5_886, "1.3"),
        ("C02", 8_562, 8_787, "2.6"),
        ("C03", 7_417, 7_433, "0.2"),
        ("C04", 10_032, 10_740, "7.1"),
        ("C05", 7_227, 7_154, "-1.0"),
        ("C06", 4_600, 4_598, "-0.0"),
        ("C07", 2_897, 2_888, "-0.3"),
        ("C08", 924, 924, "-0.0"),
        ("C09", 1_290, 1_290, "-0.0"),
        ("C10", 5_114, 6_015, "17.6"),
        ("C11", 2_150, 2_490, "15.8"),
        ("C12", 1_376, 1_336, "-2.9"),
    ],
)
def test_bill_january_to_october(customer: str, planned: int, actual: int, percent: str) -> None:
    bill = reckon_bill(demo_basis(customer), Month(2026, 1), Month(2026, 10))

    assert bill.actual is not None
    assert (round(bill.planned / 100_000), round(bill.actual / 100_000)) == (planned, actual)
    assert f"{(bill.actual - bill.planned) / bill.planned:.1%}" == f"{percent}%"
    assert bill.variance is not None
    assert bill.variance.volume == bill.actual - bill.planned
    assert bill.months_missing == ()


def test_plans_of_all_customers_sum_to_the_plan_revenue() -> None:
    bills = [
        reckon_bill(demo_basis(row["id"]), Month(2026, 1), Month(2026, 12))
        for row in demo_table("customers")
    ]

    assert sum(bill.planned + bill.open_plan for bill in bills) == 68_882_520_00


def test_finnish_customer_sees_the_currency_in_her_own_money() -> None:
    bill = reckon_bill(demo_basis("C03"), Month(2026, 1), Month(2026, 10), "EUR")

    assert bill.variance is not None
    assert (bill.planned, bill.actual) == (662_254_31, 649_144_74)
    assert (bill.variance.volume, bill.variance.currency) == (1_380_24, -14_489_81)
    assert bill.variance.total == 649_144_74 - 662_254_31

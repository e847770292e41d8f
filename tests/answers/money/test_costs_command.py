"""``domestique costs`` on the demo organisation: every krona that goes in comes out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

GOLDEN_ORDER = "T10,T09,T03,T01,T05,T07,T02,T06,T08,T04"
POOLS = {
    "hardware": Decimal(15_200_000),
    "software": Decimal(28_360_000),
    "labour": Decimal(25_330_000),
}


def costs_by_service(*options: str):
    found = answer("costs", "--year", "2026", *options)
    return found, {cost["service"]: cost for cost in found["services"]}


def test_reciprocal_full_cost_of_the_erp():
    found, costs = costs_by_service()
    assert (found["method"], found["currency"], found["total"]) == (
        "reciprocal",
        "SEK",
        "68890000.00",
    )
    assert costs["S01"]["full_cost"] == "10115856.22"
    assert costs["S01"]["direct"] == "6400000.00"
    assert costs["S01"]["pools"] == {
        "hardware": "1454722.07",
        "labour": "3463797.29",
        "software": "5197336.86",
    }
    assert costs["S24"]["full_cost"] == "8325259.99"


def test_step_down_in_the_order_given():
    found, costs = costs_by_service("--method", "step-down", "--order", GOLDEN_ORDER)
    assert found["order"] == GOLDEN_ORDER.split(",")
    assert costs["S01"]["full_cost"] == "10172266.64"
    assert costs["S24"]["full_cost"] == "8306612.72"


def test_direct_leaves_the_hall_unallocated_by_name():
    found, _ = costs_by_service("--method", "direct")
    (left,) = found["unallocated"]
    assert (left["service"], left["amount"]) == ("T10", "1400000.00")
    assert "serves only other supporting services" in left["reason"]


@pytest.mark.parametrize("method", ["reciprocal", "step-down", "direct"])
def test_services_and_unallocated_sum_to_the_ledger_per_pool(method):
    found, costs = costs_by_service("--method", method)
    everything = [*costs.values(), *found["unallocated"]]
    assert len(costs) == 30
    for pool, total in POOLS.items():
        assert sum(Decimal(cost["pools"][pool]) for cost in everything) == total


def test_unit_cost_is_full_cost_over_planned_units():
    _, costs = costs_by_service()
    assert costs["S01"]["units"] == "384"
    assert costs["S01"]["unit_cost"] == "26343.3756"


def test_people_are_told_whether_the_method_matters():
    shown = ask("costs", "--year", "2026", "--method", "step-down", "--order", GOLDEN_ORDER).stdout
    assert "is good enough here" in " ".join(shown.split())


def test_an_order_that_misses_a_service_is_refused():
    result = ask("costs", "--year", "2026", "--method", "step-down", "--order", "T10,T09")
    assert result.exit_code == 1
    assert "leaves out T01" in result.stderr


def test_a_method_that_is_none_is_bad_usage():
    assert ask("costs", "--year", "2026", "--method", "guess").exit_code == 2

"""What happens at the edges: shares that do not sum to one, self-use, circles, wrong input."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from given_costs import given_network

from domestique.costing.allocation import Allocation, allocate_cost
from domestique.costing.errors import (
    AllocationShareNegative,
    AllocationSharesExceedOne,
    ClosedCostCircle,
    CostNamesUnknownService,
    CustomerFacingServicePassesOn,
    ServiceIsBothKinds,
)
from domestique.costing.method import Method
from domestique.costing.network import CostNetwork, CostShare, DirectCost


def unallocated(allocation: Allocation) -> dict[str, tuple[int, str]]:
    return {left.service: (left.amount, str(left.reason)) for left in allocation.unallocated}


def test_direct_cost_of_a_customer_facing_service_stays_there() -> None:
    allocation = allocate_cost(given_network({"Web": 500, "Net": 100}, {"Net": {"ERP": 100}}))

    assert allocation.services["Web"].full_cost == 500
    assert allocation.services["ERP"].full_cost == 100
    assert allocation.services["ERP"].direct == 0


def test_odd_minor_unit_goes_to_the_largest_remainder() -> None:
    third = Fraction(100, 3)
    allocation = allocate_cost(
        given_network({"Net": 10000}, {"Net": {"A": third, "B": third, "C": third}})
    )

    assert [allocation.services[name].full_cost for name in "ABC"] == [3334, 3333, 3333]


@pytest.mark.parametrize("method", list(Method))
def test_remainder_of_the_shares_stays_unallocated_by_name(method: Method) -> None:
    allocation = allocate_cost(given_network({"Net": 1000}, {"Net": {"ERP": 60}}), method)

    assert allocation.services["ERP"].full_cost == 600
    assert unallocated(allocation) == {
        "Net": (400, "The cost shares of Net sum to 60 %; the rest is passed to nobody.")
    }


def test_supporting_service_without_shares_keeps_its_cost() -> None:
    allocation = allocate_cost(given_network({"Net": 1000, "ERP": 5}, {}, used="Net"))

    assert unallocated(allocation) == {
        "Net": (1000, "Net has no cost shares, so nobody receives its cost.")
    }


def test_direct_method_leaves_what_serves_only_supporting_services() -> None:
    network = given_network({"Hall": 900, "Net": 100}, {"Hall": {"Net": 100}, "Net": {"ERP": 100}})

    allocation = allocate_cost(network, Method.DIRECT)
    assert allocation.services["ERP"].full_cost == 100
    assert unallocated(allocation)["Hall"] == (
        900,
        "Hall serves only other supporting services, and the direct method passes no cost to them.",
    )


def test_step_down_leaves_what_has_no_receiver_left() -> None:
    network = given_network({"Hall": 900, "Net": 100}, {"Hall": {"Net": 100}, "Net": {"ERP": 100}})

    allocation = allocate_cost(network, Method.STEP_DOWN, ["Net", "Hall"])
    assert unallocated(allocation)["Hall"] == (
        900,
        "Every receiver of Hall has had its turn before it in the step-down order.",
    )


def test_direct_method_enlarges_what_is_left_in_proportion() -> None:
    shares = {"Net": {"DB": 50, "ERP": 30, "Web": 10}, "DB": {"ERP": 100}}

    allocation = allocate_cost(given_network({"Net": 1000}, shares), Method.DIRECT)
    assert allocation.services["ERP"].full_cost == 600
    assert allocation.services["Web"].full_cost == 200
    assert unallocated(allocation)["Net"][0] == 200


def test_self_use_is_removed_and_noted() -> None:
    allocation = allocate_cost(
        given_network({"Net": 1000}, {"Net": {"Net": 20, "ERP": 60, "Web": 20}})
    )

    assert allocation.services["ERP"].full_cost == 750
    assert allocation.services["Web"].full_cost == 250
    assert [str(note) for note in allocation.notes] == [
        "Net uses 20 % of itself; that was removed and its other shares enlarged in proportion."
    ]


def test_service_that_only_uses_itself_keeps_its_cost() -> None:
    allocation = allocate_cost(given_network({"Net": 1000, "ERP": 1}, {"Net": {"Net": 100}}))

    assert unallocated(allocation) == {"Net": (1000, "Net passes its whole cost to itself.")}


def test_supporting_services_in_a_loop_are_solved() -> None:
    network = given_network(
        {"A": 1000}, {"A": {"B": 50, "ERP": 50}, "B": {"A": 50, "ERP": 25, "Web": 25}}
    )

    allocation = allocate_cost(network)
    assert allocation.services["ERP"].full_cost == 833
    assert allocation.services["Web"].full_cost == 167


def test_credit_flows_like_a_cost() -> None:
    allocation = allocate_cost(given_network({"Net": -1000}, {"Net": {"ERP": 75, "Web": 25}}))

    assert allocation.services["ERP"].full_cost == -750


def test_nothing_to_allocate_gives_nothing() -> None:
    allocation = allocate_cost(given_network({}, {"Net": {"ERP": 100}}))

    assert allocation.total == allocation.services["ERP"].full_cost == 0


def test_closed_circle_is_refused_by_name() -> None:
    network = given_network(
        {"A": 1000},
        {"A": {"B": 90, "ERP": 10}, "B": {"C": 100}, "C": {"D": 100}, "D": {"C": 100}},
    )

    with pytest.raises(ClosedCostCircle, match="among themselves: C, D;"):
        allocate_cost(network)


def test_circle_that_leaks_a_remainder_is_not_closed() -> None:
    network = given_network({"A": 1000, "ERP": 0}, {"A": {"B": 100}, "B": {"A": 50}})

    assert unallocated(allocate_cost(network))["B"][0] == 1000


def test_shares_over_one_hundred_percent_are_refused_with_their_sum() -> None:
    network = given_network({}, {"Net": {"ERP": Decimal("60.5"), "Web": 40}})

    with pytest.raises(
        AllocationSharesExceedOne, match=r"Net sum to 100\.5 %; they may sum to 100"
    ):
        allocate_cost(network)


def test_thirds_may_be_mixed_with_decimals() -> None:
    third = Fraction(100, 3)
    shares = {"Net": {"A": third, "B": third, "C": Decimal("33.3"), "D": Fraction(1, 30)}}

    allocation = allocate_cost(given_network({"Net": 3000}, shares))
    assert allocation.services["C"].full_cost == 999
    assert not allocation.unallocated


def test_negative_share_is_refused() -> None:
    with pytest.raises(AllocationShareNegative, match="from Net to ERP is negative"):
        allocate_cost(given_network({}, {"Net": {"ERP": -1}}))


def make_network(giver: str, receiver: str, cost_on: str) -> CostNetwork:
    return CostNetwork(
        customer_facing=frozenset({"ERP", "Web"}),
        supporting=frozenset({"Net"}),
        costs=[DirectCost(cost_on, "labour", 1)],
        shares=[CostShare(giver, receiver, 10)],
    )


def test_customer_facing_service_cannot_pass_on() -> None:
    with pytest.raises(CustomerFacingServicePassesOn, match="ERP is customer-facing"):
        allocate_cost(make_network("ERP", "Web", "Net"))


@pytest.mark.parametrize(
    "ends", [("Nat", "Web", "Net"), ("Net", "Nat", "Net"), ("Net", "Web", "Nat")]
)
def test_unknown_service_is_refused_by_name(ends: tuple[str, str, str]) -> None:
    with pytest.raises(CostNamesUnknownService, match="Cost is placed on Nat"):
        allocate_cost(make_network(*ends))


def test_service_of_both_kinds_is_refused() -> None:
    both = frozenset({"Net"})

    with pytest.raises(ServiceIsBothKinds, match="Net is given both"):
        allocate_cost(CostNetwork(both, both, [], []))

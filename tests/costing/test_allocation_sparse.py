"""Large networks are solved in double precision, and round as the exact solution does."""

from __future__ import annotations

import random
import subprocess
import sys
from decimal import Decimal

import pytest
from given_costs import given_network

from domestique.costing.allocation import allocate_cost
from domestique.costing.equations.exact import solve_exactly
from domestique.costing.equations.solution import Solution
from domestique.costing.equations.sparse import solve_sparsely
from domestique.costing.errors import AllocationDoesNotSettle
from domestique.costing.network import (
    CostNetwork,
    CostShare,
    DirectCost,
    check_network,
    keep_shares,
)


def draw_network(supporting: int, customer_facing: int, seed: int) -> CostNetwork:
    """Draw a network in which each supporting service passes 99.9 % on, much of it in loops."""
    chance = random.Random(seed)
    givers = [f"T{number}" for number in range(supporting)]
    others = [f"S{number}" for number in range(customer_facing)]
    shares = []
    for giver in givers:
        receivers = chance.sample([name for name in givers + others if name != giver], 4)
        percents = zip(receivers, ("49.9", "25", "12.5", "12.5"), strict=True)
        shares += [CostShare(giver, name, Decimal(percent)) for name, percent in percents]
    costs = [
        DirectCost(name, pool, chance.randrange(10**10))
        for name in givers + others
        for pool in ("hardware", "labour")
    ]
    return CostNetwork(frozenset(others), frozenset(givers), costs, shares)


def solve_both(network: CostNetwork) -> tuple[Solution, Solution]:
    flows = keep_shares(
        network, check_network(network), lambda share: share.giver != share.receiver
    )
    pools = sorted({cost.pool for cost in network.costs})
    direct: dict[str, list[int]] = {}
    for cost in network.costs:
        row = direct.setdefault(cost.service, [0] * len(pools))
        row[pools.index(cost.pool)] += cost.amount
    return solve_exactly(flows, direct, len(pools)), solve_sparsely(flows, direct, len(pools))


@pytest.mark.parametrize("seed", range(3))
def test_both_ways_give_the_same_rounded_cost(seed: int) -> None:
    exact, sparse = solve_both(draw_network(30, 40, seed))

    assert {name: tuple(row) for name, row in sparse.borne.items()} == {
        name: tuple(row) for name, row in exact.borne.items()
    }
    assert list(sparse.stayed.values()) == list(exact.stayed.values())


def test_equal_receivers_share_the_odd_unit_alike_in_both_ways() -> None:
    names = [f"S{number}" for number in range(8)]
    shares = {giver: dict.fromkeys(names, Decimal("12.5")) for giver in ("A", "B", "C")}

    exact, sparse = solve_both(given_network({"A": 1001, "B": 77, "C": 12345}, shares))
    assert [row[0] for row in sparse.borne.values()] == [row[0] for row in exact.borne.values()]


def test_circle_that_hardly_leaks_is_refined_to_the_exact_cost() -> None:
    network = given_network(
        {"A": 123456, "B": 98765},
        {"A": {"B": Decimal("99.999"), "ERP": Decimal("0.001")}, "B": {"A": 99, "Web": 1}},
    )

    exact, sparse = solve_both(network)
    assert sparse.borne == {name: list(row) for name, row in exact.borne.items()}


def test_circle_that_leaks_less_than_double_precision_holds_is_refused() -> None:
    whole = Decimal("99.99999999999999999999")
    network = given_network({"A": 10**9}, {"A": {"B": whole, "ERP": 100 - whole}, "B": {"A": 100}})

    with pytest.raises(AllocationDoesNotSettle, match="pass a larger share on"):
        solve_both(network)


def test_long_chain_reaches_its_end() -> None:
    length = 400
    chain = {f"T{number}": {f"T{number + 1}": 100} for number in range(length)}
    shares = {**chain, f"T{length}": {"ERP": 75, "Web": 25}}

    allocation = allocate_cost(given_network({"T0": 1000}, shares))
    assert allocation.services["ERP"].full_cost == 750
    assert allocation.contributions("Web")[0].passed_on == 1000


def test_large_network_adds_up_to_the_ledger() -> None:
    network = draw_network(900, 300, seed=9)

    allocation = allocate_cost(network)
    borne = sum(cost.full_cost for cost in allocation.services.values())
    assert borne + sum(left.amount for left in allocation.unallocated) == allocation.total
    service = allocation.services["S7"]
    passed = sum(one.amount for one in allocation.contributions("S7"))
    assert service.direct + passed == service.full_cost


def test_small_networks_need_no_arrays() -> None:
    program = "import sys, domestique.costing.allocation; print('numpy' in sys.modules)"

    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"

"""Cost in is cost out, in every pool, by every method, for any network whose circles leak."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.costing.allocation import Allocation, allocate_cost
from domestique.costing.method import Method
from domestique.costing.network import CostNetwork, CostShare, DirectCost

POOLS = ("hardware", "labour", "software")


@st.composite
def networks(draw: st.DrawFn) -> CostNetwork:
    """Draw a network with loops, self-use, missing shares and credits, where every giver leaks."""
    supporting = [f"T{number}" for number in range(draw(st.integers(1, 6)))]
    customer_facing = [f"S{number}" for number in range(draw(st.integers(1, 5)))]
    shares = []
    for giver in supporting:
        anyone = st.sampled_from(supporting + customer_facing)
        receivers = draw(st.lists(anyone, unique=True, max_size=5))
        left = draw(st.integers(60, 99))
        for receiver in receivers:
            percent = draw(st.integers(0, left))
            left -= percent
            shares.append(CostShare(giver, receiver, percent))
        shares.append(CostShare(giver, customer_facing[0], draw(st.integers(0, left))))
    services = st.sampled_from(supporting + customer_facing)
    cost = st.builds(DirectCost, services, st.sampled_from(POOLS), st.integers(-9999, 999_999))
    costs = draw(st.lists(cost, max_size=20))
    return CostNetwork(frozenset(customer_facing), frozenset(supporting), costs, shares)


@pytest.mark.parametrize("method", list(Method))
@settings(max_examples=40, deadline=None)
@given(network=networks())
def test_cost_in_is_cost_out_in_every_pool(method: Method, network: CostNetwork) -> None:
    allocation = allocate_cost(network, method)

    for pool in {cost.pool for cost in network.costs}:
        ledger = sum(cost.amount for cost in network.costs if cost.pool == pool)
        borne = sum(cost.pools[pool] for cost in allocation.services.values())
        assert borne + sum(left.pools[pool] for left in allocation.unallocated) == ledger


@pytest.mark.parametrize("method", list(Method))
@settings(max_examples=30, deadline=None)
@given(network=networks())
def test_direct_cost_and_contributions_are_the_full_cost(
    method: Method, network: CostNetwork
) -> None:
    allocation = allocate_cost(network, method)

    for name, cost in allocation.services.items():
        given_on = allocation.contributions(name)
        for pool, amount in cost.pools.items():
            assert cost.direct_by_pool[pool] + sum(one.pools[pool] for one in given_on) == amount


@settings(max_examples=30, deadline=None)
@given(network=networks(), seed=st.integers(0, 99))
def test_order_of_the_rows_does_not_matter(network: CostNetwork, seed: int) -> None:
    chance = random.Random(seed)
    shuffled = CostNetwork(
        network.customer_facing,
        network.supporting,
        chance.sample(network.costs, len(network.costs)),
        chance.sample(network.shares, len(network.shares)),
    )

    assert allocate_cost(shuffled).services == allocate_cost(network).services


def pour(network: CostNetwork, pool: str) -> dict[str, float]:
    """Allocate by hand: every supporting service empties its bucket again and again."""
    buckets = dict.fromkeys((*network.customer_facing, *network.supporting), 0.0)
    for cost in network.costs:
        buckets[cost.service] += cost.amount if cost.pool == pool else 0
    for _ in range(3000):
        for giver in network.supporting:
            amount, buckets[giver] = buckets[giver], 0.0
            own = [share for share in network.shares if share.giver == giver]
            for share in own:
                buckets[share.receiver] += amount * float(share.percent) / 100
            stays = amount * (1 - sum(float(share.percent) for share in own) / 100)
            buckets["stays"] = buckets.get("stays", 0.0) + stays
    return buckets


@settings(max_examples=4, deadline=None)
@given(network=networks())
def test_reciprocal_cost_is_what_pouring_by_hand_gives(network: CostNetwork) -> None:
    allocation: Allocation = allocate_cost(network)

    for pool in allocation.totals:
        buckets = pour(network, pool)
        for name, cost in allocation.services.items():
            assert abs(cost.pools[pool] - buckets[name]) < 1.001

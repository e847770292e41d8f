"""Allocate cost: what each customer-facing service costs in full, by one of three methods.

Source: measurement 3.1 and 3.2. Each pool is allocated on its own, so pools stay visible all the
way. What a method cannot pass on stays as *unallocated* of a supporting service, by name and with
the reason. Customer-facing services and the unallocated sum to the ledger to the minor unit, pool
by pool; ``pool_rounding`` says who bears the odd minor unit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.equations.exact import solve_exactly
from domestique.costing.equations.solution import Solution, Vector
from domestique.costing.equations.step_down import check_order, choose_order
from domestique.costing.method import Method, counting_shares
from domestique.costing.network import (
    CostNetwork,
    CostShare,
    Flows,
    check_network,
    keep_shares,
    refuse_closed_circles,
    sum_by_giver,
)
from domestique.quantities.rounding import round_parts, write_brief
from domestique.quantities.sentence import Sentence, say

EXACT_LIMIT = 64


@dataclass(frozen=True, slots=True)
class ServiceCost:
    """What a customer-facing service costs, per pool, in minor units; ``direct`` is placed on the service itself."""

    service: str
    direct: int
    direct_by_pool: Mapping[str, int]
    pools: Mapping[str, int]

    @property
    def full_cost(self) -> int:
        """The direct cost and all that supporting services pass on to it."""
        return sum(self.pools.values())


@dataclass(frozen=True, slots=True)
class UnallocatedCost:
    """Cost that stays with a supporting service because nobody receives it, and why."""

    service: str
    pools: Mapping[str, int]
    reason: Sentence

    @property
    def amount(self) -> int:
        """All pools together, in minor units."""
        return sum(self.pools.values())


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one supporting service passes on to one customer-facing service.

    ``part`` (0 to 1) of ``passed_on``, which is all that the giver passes on in this method; per
    pool in minor units.
    """

    giver: str
    part: Fraction
    passed_on: int
    pools: Mapping[str, int]
    row: str = ""

    @property
    def amount(self) -> int:
        """All pools together, in minor units."""
        return sum(self.pools.values())


@dataclass(frozen=True, slots=True)
class Allocation:
    """The cost of every customer-facing service by one method, and what stayed unallocated."""

    method: Method
    order: tuple[str, ...]
    totals: Mapping[str, int]
    services: Mapping[str, ServiceCost]
    unallocated: tuple[UnallocatedCost, ...]
    notes: tuple[Sentence, ...]
    network: CostNetwork
    flows: Flows
    solution: Solution

    @property
    def total(self) -> int:
        """The ledger: all cost of all pools, in minor units."""
        return sum(self.totals.values())

    def contributions(self, service: str) -> tuple[Contribution, ...]:
        """Return what supporting services pass on to a service.

        Its direct cost and these sum to its full cost, pool by pool.
        """
        cost = self.services[service]
        shares = sorted(
            (share for share in self.flows.kept if share.receiver == service),
            key=lambda share: share.giver,
        )
        exact = [
            [amount * self.flows.part(share) for amount in self.solution.passed_on[share.giver]]
            for share in shares
        ]
        columns = [
            round_parts(cost.pools[pool] - cost.direct_by_pool[pool], [row[i] for row in exact])
            for i, pool in enumerate(self.totals)
        ]
        return tuple(
            self._contribution(share, [column[i] for column in columns])
            for i, share in enumerate(shares)
        )

    def _contribution(self, share: CostShare, amounts: Vector) -> Contribution:
        return Contribution(
            giver=share.giver,
            part=self.flows.part(share),
            passed_on=round(sum(self.solution.passed_on[share.giver], Fraction(0))),
            pools=dict(zip(self.totals, amounts, strict=True)),
            row=share.row,
        )


def allocate_cost(
    network: CostNetwork, method: Method = Method.RECIPROCAL, order: Sequence[str] = ()
) -> Allocation:
    """Allocate the cost of supporting services to the customer-facing ones.

    ``order`` is the order of the step-down; without one it is ``choose_order``'s. The other methods
    do not look at it. Raises the refusals of ``network``, ``step_down`` and ``sparse_solving``.
    """
    sums = check_network(network)
    turns: tuple[str, ...] = ()
    if method is Method.STEP_DOWN:
        turns = tuple(order) or choose_order(network)
        check_order(network, turns)
    flows = keep_shares(network, sums, counting_shares(network, method, turns))
    if method is Method.RECIPROCAL:
        refuse_closed_circles(flows)
    pools = tuple(sorted({cost.pool for cost in network.costs}))
    direct = _direct_vectors(network, pools)
    solution = _solve(flows, direct, len(pools))
    return Allocation(
        method=method,
        order=turns,
        totals={pool: sum(row[i] for row in direct.values()) for i, pool in enumerate(pools)},
        services=_service_costs(solution, direct, pools),
        unallocated=_unallocated(solution, flows, pools, sums, method),
        notes=_note_self_use(network),
        network=network,
        flows=flows,
        solution=solution,
    )


def _solve(flows: Flows, direct: Mapping[str, Vector], pools: int) -> Solution:
    """Solve ``x = d + Sᵀ·x``: exactly, in whole numbers, or to far below one minor unit where services are many.

    One equation serves all three methods, for a method only decides which shares are in S.
    """
    if len(flows.supporting) <= EXACT_LIMIT:
        return solve_exactly(flows, direct, pools)
    from domestique.costing.equations.sparse import solve_sparsely

    return solve_sparsely(flows, direct, pools)


def _direct_vectors(network: CostNetwork, pools: Sequence[str]) -> dict[str, list[int]]:
    place = {pool: index for index, pool in enumerate(pools)}
    vectors: dict[str, list[int]] = {}
    for cost in network.costs:
        vectors.setdefault(cost.service, [0] * len(pools))[place[cost.pool]] += cost.amount
    return vectors


def _service_costs(
    solution: Solution, direct: Mapping[str, Vector], pools: Sequence[str]
) -> dict[str, ServiceCost]:
    nothing = (0,) * len(pools)
    return {
        name: ServiceCost(
            service=name,
            direct=sum(direct.get(name, nothing)),
            direct_by_pool=dict(zip(pools, direct.get(name, nothing), strict=True)),
            pools=dict(zip(pools, amounts, strict=True)),
        )
        for name, amounts in solution.borne.items()
    }


def _unallocated(
    solution: Solution,
    flows: Flows,
    pools: Sequence[str],
    sums: Mapping[str, Fraction],
    method: Method,
) -> tuple[UnallocatedCost, ...]:
    return tuple(
        UnallocatedCost(
            service=name,
            pools=dict(zip(pools, amounts, strict=True)),
            reason=_reason(name, method, sums.get(name, Fraction(0)), flows.whole[name]),
        )
        for name, amounts in solution.stayed.items()
        if any(amounts)
    )


def _reason(service: str, method: Method, percent: Fraction, whole: Fraction) -> Sentence:
    if not percent:
        return say("%(service)s has no cost shares, so nobody receives its cost.", service=service)
    if whole:
        return say(
            "The cost shares of %(service)s sum to %(percent)s %%; the rest is passed to nobody.",
            service=service,
            percent=write_brief(percent, 4),
        )
    if method is Method.DIRECT:
        return say(
            "%(service)s serves only other supporting services, and the direct method passes no "
            "cost to them.",
            service=service,
        )
    if method is Method.STEP_DOWN:
        return say(
            "Every receiver of %(service)s has had its turn before it in the step-down order.",
            service=service,
        )
    return say("%(service)s passes its whole cost to itself.", service=service)


def _note_self_use(network: CostNetwork) -> tuple[Sentence, ...]:
    used = sum_by_giver([share for share in network.shares if share.giver == share.receiver])
    return tuple(
        say(
            "%(service)s uses %(percent)s %% of itself; that was removed and its other shares "
            "enlarged in proportion.",
            service=service,
            percent=write_brief(percent, 4),
        )
        for service, percent in sorted(used.items())
        if percent
    )

"""What one service costs: in full, per unit, by pool, and who it passes its cost on to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money.costs import CostAnswer, pool_amounts, unit_cost_figure
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.queries import CostsOfYear
from domestique.portfolio.models import Service
from domestique.quantities.figure import Figure
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CostOfService:
    """The cost of one service in a year.

    A customer-facing one has a full cost and pools of it; a supporting one has its direct cost by
    pool and its receivers, with the percent each carries. ``refusal`` says why the year could not be reckoned.
    """

    full_cost: Figure | None = None
    unit_cost: Figure | None = None
    pools: tuple[tuple[str, Decimal], ...] = ()
    receivers: tuple[tuple[str, str, Fraction], ...] = ()
    refusal: Sentence | None = None


def cost_of_service(
    answer: CostAnswer, service: Service, price: Decimal | None, names: Mapping[str, str]
) -> CostOfService:
    """Return what a service costs, as far as it is known."""
    costs = answer.costs
    if costs is None:
        return CostOfService(refusal=answer.refusal)
    if service.id not in costs.allocation.services:
        return CostOfService(
            pools=pool_amounts(_direct_pools(costs, service.id), costs.currency),
            receivers=_receivers(costs, service.id, names),
        )
    year, currency = str(costs.year), costs.currency
    return CostOfService(
        full_cost=explain_full_cost(
            costs.allocation, service.id, period=year, currency=currency, names=names
        ),
        unit_cost=unit_cost_figure(costs, service.id, price, service.unit),
        pools=pool_amounts(costs.allocation.services[service.id].pools, currency)
        if service.id in costs.known
        else (),
    )


def _direct_pools(costs: CostsOfYear, service_id: str) -> Mapping[str, int]:
    pools: Counter[str] = Counter()
    for cost in costs.allocation.network.costs:
        if cost.service == service_id:
            pools[cost.pool] += cost.amount
    return pools


def _receivers(
    costs: CostsOfYear, service_id: str, names: Mapping[str, str]
) -> tuple[tuple[str, str, Fraction], ...]:
    shares = [one for one in costs.allocation.network.shares if one.giver == service_id]
    largest = sorted(shares, key=lambda share: (-share.percent, share.receiver))
    return tuple(
        (share.receiver, names.get(share.receiver, share.receiver), Fraction(share.percent))
        for share in largest
    )

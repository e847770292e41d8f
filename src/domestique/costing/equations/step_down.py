"""The order of the step-down: each supporting service passes its cost on once, never back.

Source: measurement 3.2. The order changes the answer, so it is either given or follows one rule.
"""

from collections.abc import Sequence
from fractions import Fraction

from domestique.costing import errors
from domestique.costing.network import CostNetwork, sum_by_giver


def choose_order(network: CostNetwork) -> tuple[str, ...]:
    """Order supporting services by the part they pass to other supporting services.

    Largest part first, then by id. Self-use is left out of both the part and the whole.
    """
    own = sum_by_giver([share for share in network.shares if share.giver == share.receiver])
    inside = sum_by_giver(
        [
            share
            for share in network.shares
            if share.receiver in network.supporting and share.receiver != share.giver
        ]
    )

    def part(service: str) -> Fraction:
        """Return which part of what it gives to others goes to supporting services."""
        if not inside.get(service):
            return Fraction(0)
        return inside[service] / (100 - own.get(service, Fraction(0)))

    return tuple(sorted(network.supporting, key=lambda service: (-part(service), service)))


def check_order(network: CostNetwork, order: Sequence[str]) -> None:
    """Refuse a step-down order that does not name every supporting service exactly once."""
    seen: set[str] = set()
    for service in order:
        if service not in network.supporting:
            raise errors.StepDownOrderNamesUnknown(service=service)
        if service in seen:
            raise errors.StepDownOrderRepeats(service=service)
        seen.add(service)
    if missed := sorted(network.supporting - seen):
        raise errors.StepDownOrderMisses(services=missed)

"""The three methods of allocation, and which shares count in each of them.

Source: measurement 3.2. *Direct* counts only what goes to customer-facing services. *Step-down*
counts what goes to them and to supporting services whose turn comes later. *Reciprocal* counts
every share but self-use.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from domestique.costing.network import CostNetwork, CostShare
from domestique.quantities.sentence import Sentence, say


class Method(StrEnum):
    """How the cost of supporting services reaches the customer-facing ones."""

    DIRECT = "direct"
    STEP_DOWN = "step-down"
    RECIPROCAL = "reciprocal"


METHOD_NAMES: dict[Method, Sentence] = {
    Method.DIRECT: say("direct method"),
    Method.STEP_DOWN: say("step-down method"),
    Method.RECIPROCAL: say("reciprocal method"),
}


def counting_shares(
    network: CostNetwork, method: Method, order: Sequence[str]
) -> Callable[[CostShare], bool]:
    """Return the question "does this share count?" for a method; ``order`` is the step-down's."""
    if method is Method.DIRECT:
        return lambda share: share.receiver in network.customer_facing
    if method is Method.RECIPROCAL:
        return lambda share: share.receiver != share.giver
    turn = {service: place for place, service in enumerate(order)}
    last = len(turn)
    return lambda share: turn.get(share.receiver, last) > turn[share.giver]

"""The cost network: services, what they cost directly, and the shares of cost between them.

Source: measurement 3.1. Shares are given in percent of the giver's cost. A method of allocation
differs from another only in which shares it lets count; ``keep_shares`` removes the others and
enlarges the rest in proportion.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import MAX_PREC, Context, Decimal, localcontext
from fractions import Fraction
from operator import attrgetter
from typing import Any

from domestique.costing import errors
from domestique.quantities.graph import strong_groups
from domestique.quantities.rounding import write_brief

WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class DirectCost:
    """Cost placed on a service: pool (hardware, software, labour ...), amount in minor units.

    ``row`` is the id of the row in ``costs`` it came from.
    """

    service: str
    pool: str
    amount: int
    row: str = ""


@dataclass(frozen=True, slots=True)
class CostShare:
    """What a supporting service passes to a receiver, in percent of its own full cost.

    ``row`` is the id of the row in ``cost_shares`` it came from.
    """

    giver: str
    receiver: str
    percent: Decimal | Fraction | int
    row: str = ""


@dataclass(frozen=True, slots=True)
class CostNetwork:
    """Everything an allocation is reckoned from, in one period and one currency."""

    customer_facing: frozenset[str]
    supporting: frozenset[str]
    costs: Sequence[DirectCost]
    shares: Sequence[CostShare]


@dataclass(frozen=True, slots=True)
class Flows:
    """The shares that count, and for each giver what counts as its whole.

    ``whole`` is 100 % less the shares removed; ``stays`` is the part (0 to 1) of a giver's cost
    that nobody receives, only for givers where there is such a part. Services are sorted by id.
    """

    supporting: tuple[str, ...]
    customer_facing: tuple[str, ...]
    kept: Sequence[CostShare]
    whole: Mapping[str, Fraction]
    stays: Mapping[str, Fraction]

    def part(self, share: CostShare) -> Fraction:
        """Return a share as a part (0 to 1) of what its giver passes on."""
        return Fraction(share.percent) / self.whole[share.giver]


def check_network(network: CostNetwork) -> dict[str, Fraction]:
    """Refuse a network that cannot be allocated; return each giver's sum of shares in percent."""
    for service in sorted(network.customer_facing & network.supporting):
        raise errors.ServiceIsBothKinds(service=service)
    known = network.customer_facing | network.supporting
    for cost in network.costs:
        if cost.service not in known:
            raise errors.CostNamesUnknownService(service=cost.service)
    if not (
        network.supporting.issuperset(map(attrgetter("giver"), network.shares))
        and known.issuperset(map(attrgetter("receiver"), network.shares))
        and min(map(attrgetter("percent"), network.shares), default=0) >= 0
    ):
        _refuse_first(network)
    sums = sum_by_giver(network.shares)
    for giver in sorted(giver for giver, percent in sums.items() if percent > WHOLE):
        percent = write_brief(sums[giver], 4)
        raise errors.AllocationSharesExceedOne(service=giver, percent=percent)
    return sums


def _refuse_first(network: CostNetwork) -> None:
    known = network.customer_facing | network.supporting
    for share in network.shares:
        for service in (share.giver, share.receiver):
            if service not in known:
                raise errors.CostNamesUnknownService(service=service)
        if share.giver not in network.supporting:
            raise errors.CustomerFacingServicePassesOn(giver=share.giver, receiver=share.receiver)
        if share.percent < 0:
            raise errors.AllocationShareNegative(giver=share.giver, receiver=share.receiver)


def sum_by_giver(shares: Collection[CostShare]) -> dict[str, Fraction]:
    """Add up the shares of each giver in percent, exactly."""
    # Decimals added at unlimited precision are exact, and thirty times faster than fractions.
    with localcontext(Context(prec=MAX_PREC)):
        try:
            return _add_up((share.giver, share.percent) for share in shares)
        except TypeError:  # decimals and fractions do not add up with each other
            return _add_up((share.giver, Fraction(share.percent)) for share in shares)


def _add_up(percents: Iterable[tuple[str, Any]]) -> dict[str, Fraction]:
    sums: dict[str, Any] = defaultdict(int)
    for giver, percent in percents:
        sums[giver] += percent
    return {giver: Fraction(total) for giver, total in sums.items()}


def keep_shares(
    network: CostNetwork, sums: Mapping[str, Fraction], counts: Callable[[CostShare], bool]
) -> Flows:
    """Let only some shares count; those of the same giver that are left grow in proportion.

    What a giver did not share out at all stays with it and grows likewise. ``sums`` comes from
    ``check_network``.
    """
    kept: list[CostShare] = []
    removed: list[CostShare] = []
    for share in network.shares:
        if share.percent:
            (kept if counts(share) else removed).append(share)
    whole = dict.fromkeys(network.supporting, WHOLE)
    for giver, percent in sum_by_giver(removed).items():
        whole[giver] -= percent
    stays = {
        giver: (WHOLE - sums.get(giver, Fraction(0))) / whole[giver]
        if whole[giver]
        else Fraction(1)
        for giver in network.supporting
        if not whole[giver] or sums.get(giver) != WHOLE
    }
    return Flows(
        supporting=tuple(sorted(network.supporting)),
        customer_facing=tuple(sorted(network.customer_facing)),
        kept=kept,
        whole=whole,
        stays=stays,
    )


def refuse_closed_circles(flows: Flows) -> None:
    """Refuse flows where some cost can neither reach a customer-facing service nor stay."""
    trapped = _find_trapped(flows)
    if trapped:
        raise errors.ClosedCostCircle(services=_name_circle(flows, trapped))


def _find_trapped(flows: Flows) -> set[str]:
    """Walk against the flow from every giver that leaks; whoever is not met is trapped."""
    supporting = set(flows.supporting)
    reached = set(flows.stays)
    reached.update([share.giver for share in flows.kept if share.receiver not in supporting])
    feeders: dict[str, list[str]] = defaultdict(list)
    for share in flows.kept:
        if share.giver not in reached:
            feeders[share.receiver].append(share.giver)
    frontier = list(reached)
    while frontier:
        for giver in feeders.pop(frontier.pop(), ()):
            if giver not in reached:
                reached.add(giver)
                frontier.append(giver)
    return supporting - reached


def _name_circle(flows: Flows, trapped: set[str]) -> list[str]:
    """Return one set of trapped services that passes nothing on outside itself."""
    names = sorted(trapped)
    place = {name: index for index, name in enumerate(names)}
    edges = [(place[s.giver], place[s.receiver]) for s in flows.kept if s.giver in trapped]
    circles = strong_groups(len(names), edges)
    home = {node: number for number, circle in enumerate(circles) for node in circle}
    open_circles = {home[giver] for giver, receiver in edges if home[giver] != home[receiver]}
    closed = [circle for number, circle in enumerate(circles) if number not in open_circles]
    return min([names[node] for node in circle] for circle in closed)

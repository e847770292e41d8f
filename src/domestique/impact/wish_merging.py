"""Merging what several customers wish into one ranking, and how much the weights matter.

Source: measurement 4.2. Borda points: with n services wished by anyone, the first place of a
ranking gives n - 1 points, the next n - 2; services a ranking leaves out share what is left of its
points equally, so that every ranking gives out the same number of points times its weight.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from domestique.impact.errors import ServiceWishedTwice, WeightBelowZero


@dataclass(frozen=True, slots=True)
class Wish:
    """One customer's ranking, most urgent first, and how heavily it counts."""

    by: str
    ranking: tuple[str, ...]
    weight: Fraction | int = 1


@dataclass(frozen=True, slots=True)
class TieBreak:
    """What decides between equal points: the lower impact level, then the dearer delay."""

    impact_level: int
    cost_of_delay: int = 0


@dataclass(frozen=True, slots=True)
class Wished:
    """A service's place in the merged ranking (1 is first) and its points."""

    service: str
    rank: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class RankByWeighting:
    """The rank of one service under each weighting; robust when it is the same under all."""

    service: str
    ranks: Mapping[str, int]

    @property
    def is_robust(self) -> bool:
        """Whether the choice of weights makes no difference to this service."""
        return len(set(self.ranks.values())) <= 1


def merge_wishes(
    wishes: Sequence[Wish], tie_breaks: Mapping[str, TieBreak] | None = None
) -> tuple[Wished, ...]:
    """Merge rankings by weighted Borda points; what is still equal stands in the order of ids.

    Services without a tie-break stand after those with one. Refuses a service ranked twice by one
    customer, and weights below zero.
    """
    services = sorted({service for wish in wishes for service in wish.ranking})
    points = dict.fromkeys(services, Fraction(0))
    for wish in wishes:
        for service, given in _points_of(wish, services).items():
            points[service] += given
    breaks = tie_breaks or {}
    in_order = sorted(services, key=lambda service: (-points[service], *_tie_key(service, breaks)))
    return tuple(
        Wished(service, rank, points[service]) for rank, service in enumerate(in_order, start=1)
    )


def compare_weightings(
    wishes: Sequence[Wish],
    weightings: Mapping[str, Mapping[str, Fraction | int]],
    tie_breaks: Mapping[str, TieBreak] | None = None,
) -> tuple[RankByWeighting, ...]:
    """Show how the merged order changes with the weights, in the order of the first weighting.

    ``weightings`` gives for each named weighting (equal, money, impact level) the weight of each
    customer; a customer that is missing there counts nothing.
    """
    ranks: dict[str, dict[str, int]] = {}
    for name, weights in weightings.items():
        weighted = [Wish(wish.by, wish.ranking, weights.get(wish.by, 0)) for wish in wishes]
        for wished in merge_wishes(weighted, tie_breaks):
            ranks.setdefault(wished.service, {})[name] = wished.rank
    return tuple(RankByWeighting(service, by_name) for service, by_name in ranks.items())


def _points_of(wish: Wish, services: Sequence[str]) -> dict[str, Fraction]:
    if wish.weight < 0:
        raise WeightBelowZero(by=wish.by, weight=wish.weight)
    highest = len(services) - 1
    points: dict[str, Fraction] = {}
    for place, service in enumerate(wish.ranking):
        if service in points:
            raise ServiceWishedTwice(by=wish.by, service=service)
        points[service] = (highest - place) * Fraction(wish.weight)
    left_out = [service for service in services if service not in points]
    shared = Fraction(len(left_out) - 1, 2) * Fraction(wish.weight)
    return points | dict.fromkeys(left_out, shared)


def _tie_key(service: str, breaks: Mapping[str, TieBreak]) -> tuple[bool, int, int, str]:
    known = breaks.get(service)
    if known is None:
        return (True, 0, 0, service)
    return (False, known.impact_level, -known.cost_of_delay, service)

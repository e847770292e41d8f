"""How much the choice of method matters, service by service, and whether the simpler one will do.

Source: measurement 3.2 (requirement S5-14): a small organisation should not carry the reciprocal
method for nothing, nor be misled where a simple one is wrong.
"""

from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.allocation import Allocation
from domestique.costing.method import METHOD_NAMES
from domestique.quantities.rounding import write_brief
from domestique.quantities.sentence import Sentence, say, say_counted

LIMIT = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class MethodDifference:
    """A service's full cost by two methods, in minor units.

    ``difference`` is relative to the reciprocal cost (0.01 is one per cent more), and not known
    where that cost is zero.
    """

    service: str
    full_cost: int
    reciprocal: int

    @property
    def difference(self) -> Fraction | None:
        """How much more the service costs by the simpler method."""
        if not self.reciprocal:
            return None
        return Fraction(self.full_cost - self.reciprocal, abs(self.reciprocal))


@dataclass(frozen=True, slots=True)
class MethodChoice:
    """All services, those it matters most to first, and one sentence about the choice."""

    differences: tuple[MethodDifference, ...]
    matters_to: tuple[str, ...]
    sentence: Sentence


def compare_methods(
    simpler: Allocation, reciprocal: Allocation, limit: Fraction = LIMIT
) -> MethodChoice:
    """Compare a simpler method with the reciprocal one on the same cost network."""
    differences = sorted(
        (
            MethodDifference(name, simpler.services[name].full_cost, cost.full_cost)
            for name, cost in reciprocal.services.items()
        ),
        key=lambda one: (-_size(one), one.service),
    )
    matters_to = tuple(one.service for one in differences if is_more_than(limit, one))
    return MethodChoice(
        differences=tuple(differences),
        matters_to=matters_to,
        sentence=_say_choice(simpler, matters_to, limit),
    )


def is_more_than(limit: Fraction, one: MethodDifference) -> bool:
    """Whether a difference passes the limit; where it is not known, any does."""
    if one.difference is None:
        return one.full_cost != 0
    return abs(one.difference) > limit


def _size(one: MethodDifference) -> Fraction:
    return Fraction(one.full_cost != 0) if one.difference is None else abs(one.difference)


def _say_choice(simpler: Allocation, matters_to: tuple[str, ...], limit: Fraction) -> Sentence:
    method = METHOD_NAMES[simpler.method]
    percent = write_brief(limit * 100, 2)
    if not matters_to:
        return say(
            "The %(method)s is good enough here: no service differs by more than %(limit)s %% from "
            "the reciprocal method.",
            method=method,
            limit=percent,
        )
    return say_counted(
        "The choice of method matters: by the %(method)s one service differs by more than "
        "%(limit)s %% from the reciprocal method: %(services)s.",
        "The choice of method matters: by the %(method)s %(count)s services differ by more than "
        "%(limit)s %% from the reciprocal method: %(services)s.",
        len(matters_to),
        method=method,
        limit=percent,
        services=", ".join(matters_to),
    )

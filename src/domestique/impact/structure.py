"""The service structure: which service needs which, hard or soft, walked in both directions.

*Hard*: cannot run without it. *Soft*: runs degraded without it (measurement 4.3). Services are
numbered in the order of their ids, so that a lower number is always the earlier id and no answer
depends on the order of the rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from domestique.impact.errors import ServiceNotInStructure

Neighbours: TypeAlias = list[list[int]]


class ServiceNeed(NamedTuple):
    """One row of ``dependencies``: ``service`` needs ``needs``, hard or soft.

    A named tuple, for there are tens of thousands; rows of a query become needs by ``Need._make``.
    """

    service: str
    needs: str
    is_hard: bool


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """Numbered services and, for each number, those beneath (needs) and above (dependants)."""

    ids: tuple[str, ...]
    numbers: Mapping[str, int]
    hard_needs: Neighbours
    soft_needs: Neighbours
    hard_dependants: Neighbours
    soft_dependants: Neighbours

    def number_of(self, service: str) -> int:
        """Return the number of a service; refuse a stranger as ``ServiceNotInStructure``."""
        try:
            return self.numbers[service]
        except KeyError:
            raise ServiceNotInStructure(service=service) from None


def build_structure(services: Iterable[str], needs: Iterable[ServiceNeed]) -> Structure:
    """Build the structure of these services and needs.

    A need of or by a service that is not among them is refused as ``ServiceNotInStructure``.
    Cycles are allowed here: soft ones are fine, hard ones matter only when they must be restored.
    """
    ids = tuple(sorted(set(services)))
    hard_needs, soft_needs, hard_dependants, soft_dependants = (_no_neighbours(ids) for _ in "1234")
    numbers = {service: number for number, service in enumerate(ids)}
    try:
        for service, needed, is_hard in needs:
            above, beneath = numbers[service], numbers[needed]
            (hard_needs if is_hard else soft_needs)[above].append(beneath)
            (hard_dependants if is_hard else soft_dependants)[beneath].append(above)
    except KeyError as unknown:
        raise ServiceNotInStructure(service=unknown.args[0]) from None
    return Structure(ids, numbers, hard_needs, soft_needs, hard_dependants, soft_dependants)


def _no_neighbours(ids: tuple[str, ...]) -> Neighbours:
    return [[] for _ in ids]

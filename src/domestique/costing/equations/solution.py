"""The solution of an allocation: what each supporting service passes on, and where all cost ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from domestique.costing.network import Flows

Vector: TypeAlias = Sequence[int]


@dataclass(frozen=True, slots=True)
class Solution:
    """What each supporting service passes on, and where all cost ends; per pool in minor units.

    ``passed_on`` counts a krona each time it passes (the double flow), so it is never published as
    a cost. ``borne`` (customer-facing) and ``stayed`` (supporting) together sum to the ledger.
    """

    passed_on: Mapping[str, Sequence[Fraction]]
    borne: Mapping[str, Vector]
    stayed: Mapping[str, Vector]


def sum_pools(direct: Mapping[str, Vector], pools: int) -> list[int]:
    """Return the ledger's total of each pool."""
    return [sum(vector[pool] for vector in direct.values()) for pool in range(pools)]


def arrange(
    flows: Flows, passed_on: Mapping[str, Sequence[Fraction]], rows: Sequence[Vector]
) -> Solution:
    """Put rounded rows in their places: customer-facing services, then those where cost stays."""
    split = len(flows.customer_facing)
    staying = [name for name in flows.supporting if name in flows.stays]
    return Solution(
        passed_on=passed_on,
        borne=dict(zip(flows.customer_facing, rows[:split], strict=True)),
        stayed=dict(zip(staying, rows[split:], strict=True)),
    )

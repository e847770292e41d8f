"""Solve who bears what: ``x = d + Sᵀ·x`` for the supporting services, then what reaches the others.

Source: measurement 3.2. One equation serves all three methods, for a method only decides which
shares are in S. Up to ``EXACT_LIMIT`` supporting services it is solved exactly, in whole numbers;
above that in ``sparse_solving``, to far below one minor unit. Both are rounded by
``pool_rounding``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

from domestique.costing.pool_rounding import round_table

if TYPE_CHECKING:
    from domestique.costing.network import Flows

EXACT_LIMIT = 64

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


def solve_flows(flows: Flows, direct: Mapping[str, Vector], pools: int) -> Solution:
    """Solve the flows for so many pools: exactly, or sparsely where services are many."""
    if len(flows.supporting) <= EXACT_LIMIT:
        return solve_exactly(flows, direct, pools)
    from domestique.costing.sparse_solving import solve_sparsely

    return solve_sparsely(flows, direct, pools)


def solve_exactly(flows: Flows, direct: Mapping[str, Vector], pools: int) -> Solution:
    """Solve the flows in whole numbers and fractions, without any error."""
    nothing = (0,) * pools
    passed_on = _passed_on(flows, direct, nothing)
    borne = {
        name: [Fraction(amount) for amount in direct.get(name, nothing)]
        for name in flows.customer_facing
    }
    for share in flows.kept:
        if share.receiver in borne:
            part = flows.part(share)
            for pool, amount in enumerate(passed_on[share.giver]):
                borne[share.receiver][pool] += amount * part
    stayed = {
        name: [amount * flows.stays[name] for amount in passed_on[name]]
        for name in flows.supporting
        if name in flows.stays
    }
    ends = [*borne.values(), *stayed.values()]
    scale = lcm(*(amount.denominator for end in ends for amount in end))
    scaled = [_scale(end, scale) for end in ends]
    return arrange(flows, passed_on, round_table(scaled, scale, sum_pools(direct, pools)))


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


def _passed_on(
    flows: Flows, direct: Mapping[str, Vector], nothing: Vector
) -> dict[str, list[Fraction]]:
    place = {name: index for index, name in enumerate(flows.supporting)}
    size = len(place)
    rows = [
        [*[Fraction(int(row == column)) for column in range(size)], *map(Fraction, amounts)]
        for row, amounts in enumerate(direct.get(name, nothing) for name in flows.supporting)
    ]
    for share in flows.kept:
        if share.receiver in place:
            rows[place[share.receiver]][place[share.giver]] -= flows.part(share)
    solved = eliminate([_scale(row, lcm(*(value.denominator for value in row))) for row in rows])
    return dict(zip(flows.supporting, solved, strict=True))


def _scale(values: Sequence[Fraction], factor: int) -> list[int]:
    """Multiply fractions by a common multiple of their denominators."""
    return [value.numerator * (factor // value.denominator) for value in values]


def eliminate(rows: list[list[int]]) -> list[list[Fraction]]:
    """Solve linear equations in whole numbers (Bareiss): a row is coefficients, then right sides.

    Every division is exact, so that numbers stay as small as they can. No row is exchanged: for
    shares that leak somewhere all leading minors are positive.
    """
    previous = 1
    for step, pivot_row in enumerate(rows):
        pivot = pivot_row[step]
        for index, row in enumerate(rows):
            if index != step:
                factor = row[step]
                rows[index] = [
                    (pivot * value - factor * other) // previous
                    for value, other in zip(row, pivot_row, strict=True)
                ]
        previous = pivot
    return [[Fraction(value, previous) for value in row[len(rows) :]] for row in rows]

"""Solve who bears what exactly, in whole numbers and fractions, without any error."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from domestique.costing.equations.solution import Solution, Vector, arrange, sum_pools
from domestique.costing.network import Flows
from domestique.costing.pool_rounding import round_table


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

"""Round a table of cost, services by pools, so that it still adds up in both directions.

Rule, stated once. Who bears the odd minor unit:

1. each service's full cost is rounded by largest remainder over all services;
2. within a service, its pools by largest remainder to that full cost;
3. where a pool then misses its ledger, a minor unit is moved inside a service, from a pool rounded
   up to one rounded down, where that displaces least;
4. what cannot be moved inside a service is corrected pool by pool, by largest remainder.

No amount is ever a whole minor unit away from its exact value, and a whole amount stays as it is.

======= ======== ====== ==== ========= ==================== =======
exact   hardware labour sum  full cost by step 2            rounded
======= ======== ====== ==== ========= ==================== =======
ERP     10.5     20.4   30.9 31        11 + 20, then moved  10 + 21
Web     7.7      5.4    13.1 13        8 + 5                8 + 5
Print   0.8      0.2    1.0  1         1 + 0                1 + 0
ledger  19       26     45   45        20, 25               19, 26
======= ======== ====== ==== ========= ==================== =======
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domestique.quantities.rounding import round_parts


@dataclass(frozen=True, slots=True)
class PoolTable:
    """Exact amounts (``scale`` of them make one minor unit), rounded ones, each pool's surplus."""

    exact: Sequence[Sequence[int]]
    scale: int
    rounded: list[list[int]]
    surplus: list[int]

    def is_up(self, row: int, pool: int) -> bool:
        """Whether an amount was rounded upwards."""
        return self.rounded[row][pool] * self.scale > self.exact[row][pool]

    def is_down(self, row: int, pool: int) -> bool:
        """Whether an amount was rounded downwards."""
        return self.rounded[row][pool] * self.scale < self.exact[row][pool]

    def add(self, row: int, pool: int, units: int) -> None:
        """Change a rounded amount by one minor unit, up or down."""
        self.rounded[row][pool] += units
        self.surplus[pool] += units


def round_table(
    exact: Sequence[Sequence[int]], scale: int, totals: Sequence[int]
) -> list[list[int]]:
    """Round rows of amounts so that every column sums to its total, and rows round as sums do.

    ``scale`` of the exact amounts make one minor unit; ``totals`` are minor units, one a column.
    """
    sums = round_parts(sum(totals), [sum(row) for row in exact], scale)
    rounded = [round_parts(whole, row, scale) for whole, row in zip(sums, exact, strict=True)]
    surplus = [sum(row[pool] for row in rounded) - total for pool, total in enumerate(totals)]
    table = PoolTable(exact, scale, rounded, surplus)
    _move_inside_rows(table)
    _correct_columns(table)
    return table.rounded


def _move_inside_rows(table: PoolTable) -> None:
    moved: set[int] = set()
    for _, row, giver, taker in sorted(_moves(table)):
        if row not in moved and table.surplus[giver] > 0 > table.surplus[taker]:
            table.add(row, giver, -1)
            table.add(row, taker, 1)
            moved.add(row)


def _moves(table: PoolTable) -> Iterator[tuple[int, int, int, int]]:
    givers = [pool for pool, units in enumerate(table.surplus) if units > 0]
    takers = [pool for pool, units in enumerate(table.surplus) if units < 0]
    for row, amounts in enumerate(table.exact):
        for giver in givers:
            if table.is_up(row, giver):
                for taker in takers:
                    if table.is_down(row, taker):
                        lost = amounts[giver] % table.scale - amounts[taker] % table.scale
                        yield lost, row, giver, taker


def _correct_columns(table: PoolTable) -> None:
    for pool, units in enumerate(table.surplus):
        is_over = units > 0
        was_rounded = table.is_up if is_over else table.is_down
        rows = [row for row in range(len(table.exact)) if units and was_rounded(row, pool)]
        parts = {row: (table.exact[row][pool] % table.scale, -row) for row in rows}
        for row in sorted(rows, key=parts.__getitem__, reverse=not is_over)[: abs(units)]:
            table.add(row, pool, -1 if is_over else 1)

"""Ledger to pools to services, drawn: bands whose heights are amounts, so that the picture adds up."""

from dataclasses import dataclass
from decimal import Decimal

from domestique.answers.money.money import MoneyPage

HEIGHT, GAP, MOST = 420, 5, 9
LEFT, RIGHT, BAR = 150, 620, 14
SHADES = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A bar at one side: its words and its amount."""

    name: str
    amount: Decimal
    x: int
    y: int
    height: int
    shade: int

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.y + self.height // 2 + 4


@dataclass(frozen=True, slots=True)
class Band:
    """A band from a pool to a service: an outline, and the pool's shade."""

    path: str
    shade: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole picture; ``rest`` is how many services share the last bar."""

    height: int
    pools: tuple[Block, ...]
    services: tuple[Block, ...]
    bands: tuple[Band, ...]
    rest: int


def draw_flow(page: MoneyPage) -> Flow | None:
    """Draw how the ledger's pools become the full cost of services; nothing without a ledger."""
    known = [row for row in page.rows if row.full_cost.value is not None]
    if page.ledger is None or not known or min(amount for _, amount in page.pools) < 0:
        return None
    targets = [(row.name, dict(row.pools)) for row in known[:MOST]]
    rest = known[MOST:]
    if rest:
        sums = {
            pool: sum((dict(row.pools)[pool] for row in rest), Decimal(0)) for pool, _ in page.pools
        }
        targets.append(("", sums))
    total = sum((amount for _, amount in page.pools), Decimal(0))
    scale = (HEIGHT - GAP * len(targets)) / float(total or 1)
    pools = _stack([(name, amount) for name, amount in page.pools], LEFT - BAR, scale, shaded=True)
    services = _stack(
        [(name, sum(parts.values(), Decimal(0))) for name, parts in targets], RIGHT, scale
    )
    return Flow(
        HEIGHT + 10, pools, services, tuple(_bands(pools, services, targets, scale)), len(rest)
    )


def _stack(
    amounts: list[tuple[str, Decimal]], x: int, scale: float, *, shaded: bool = False
) -> tuple[Block, ...]:
    y, blocks = 4.0, []
    for number, (name, amount) in enumerate(amounts):
        height = float(amount) * scale
        shade = min(number + 1, SHADES) if shaded else 0
        blocks.append(Block(name, amount, x, round(y), max(1, round(height)), shade))
        y += height + GAP
    return tuple(blocks)


def _bands(
    pools: tuple[Block, ...],
    services: tuple[Block, ...],
    targets: list[tuple[str, dict[str, Decimal]]],
    scale: float,
) -> list[Band]:
    bands = []
    left = {pool.name: float(pool.y) for pool in pools}
    for block, (_, parts) in zip(services, targets, strict=True):
        right = float(block.y)
        for pool in pools:
            thick = float(parts.get(pool.name, Decimal(0))) * scale
            if thick > 0.05:
                bands.append(Band(_outline(left[pool.name], right, thick), pool.shade))
            left[pool.name] += thick
            right += thick
    return bands


def _outline(left: float, right: float, thick: float) -> str:
    middle = (LEFT + RIGHT) // 2
    return (
        f"M{LEFT} {left:.1f}C{middle} {left:.1f} {middle} {right:.1f} {RIGHT} {right:.1f}"
        f"V{right + thick:.1f}C{middle} {right + thick:.1f} {middle} {left + thick:.1f} {LEFT} {left + thick:.1f}Z"
    )

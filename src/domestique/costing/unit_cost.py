"""What one unit costs, what price covers it, and how much of the cost the prices recover.

Source: measurement 3.3. Money in minor units where it is an ``int``; unit costs and prices are
exact fractions of minor units.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# Over- or under-recovery inside this band is carried to next year's price without further ado.
BAND = (Fraction(97, 100), Fraction(103, 100))


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Full cost over units; ``None`` where there are no units or nobody knows them.

    ``idle`` is the cost of capacity that nobody uses, ``None`` where the units are not known.
    """

    full_cost: int
    per_unit: Fraction | None
    idle: Fraction | None


def reckon_unit_cost(
    full_cost: int, units: Decimal | None, capacity: Decimal | None = None
) -> UnitCost:
    """Divide a full cost by its units, or by the practical capacity where that is known.

    By capacity the unused part shows as idle cost instead of raising the cost of those who stay.
    Without units the whole cost is idle.
    """
    if units is None:
        return UnitCost(full_cost, None, None)
    if not units:
        return UnitCost(full_cost, None, Fraction(full_cost))
    per_unit = full_cost / Fraction(units if capacity is None else max(capacity, units))
    return UnitCost(full_cost, per_unit, full_cost - per_unit * Fraction(units))


def plan_revenue(
    prices: Mapping[str, Decimal | Fraction], units: Mapping[str, Decimal | Fraction]
) -> Fraction:
    """Return the sum of price times units over the services that have both, in the prices' unit."""
    return sum(
        (
            Fraction(price) * Fraction(units[name])
            for name, price in prices.items()
            if name in units
        ),
        Fraction(0),
    )


@dataclass(frozen=True, slots=True)
class Recovery:
    """What prices bring in against what it costs, both in the same unit of money."""

    charged: Fraction
    full_cost: Fraction

    @property
    def rate(self) -> Fraction | None:
        """The part of the cost that is recovered; not known when nothing costs anything."""
        return self.charged / self.full_cost if self.full_cost else None

    @property
    def is_within_band(self) -> bool:
        """Whether the rate lies from 97 % to 103 %."""
        return self.rate is not None and BAND[0] <= self.rate <= BAND[1]

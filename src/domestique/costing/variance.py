"""Why a charge moved: volume, price and currency, which sum to the whole difference exactly.

Source: measurement 3.4. With units Q, price P and exchange rate F, planned (p) and actual (a):
volume ``(Qa - Qp)·Pp·Fp``, price ``(Pa - Pp)·Qa·Fp``, currency ``Pa·Qa·(Fa - Fp)``. What two of
them cause together is counted with the later one. Positive means: costs more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Charge:
    """Units times price times exchange rate; the rate turns the price into the bill's currency.

    ``amount`` is the charge in the bill's currency, multiplied once.
    """

    units: Fraction
    price: Fraction
    rate: Fraction = Fraction(1)
    amount: Fraction = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Multiply; most rates are one."""
        at_home = self.units * self.price
        object.__setattr__(self, "amount", at_home if self.rate == 1 else at_home * self.rate)


@dataclass(frozen=True, slots=True)
class VarianceParts:
    """The exact parts of a difference, in the bill's currency."""

    volume: Fraction
    price: Fraction
    currency: Fraction

    @property
    def total(self) -> Fraction:
        """Actual less planned."""
        return self.volume + self.price + self.currency


@dataclass(frozen=True, slots=True)
class Variance:
    """The parts of a difference in minor units; they sum to it exactly."""

    volume: int
    price: int
    currency: int

    @property
    def total(self) -> int:
        """Actual less planned."""
        return self.volume + self.price + self.currency


def split_variances(pairs: Sequence[tuple[Charge, Charge]], moved: Fraction) -> VarianceParts:
    """Split the whole difference ``moved`` of many charges, planned and actual; where only units moved, all is volume."""
    if all(plan.price == use.price and plan.rate == use.rate for plan, use in pairs):
        return VarianceParts(moved, NOTHING, NOTHING)
    return sum_parts(split_variance(plan, use) for plan, use in pairs)


def split_variance(planned: Charge, actual: Charge) -> VarianceParts:
    """Split the difference between two charges into volume, price and currency."""
    return VarianceParts(
        volume=(actual.units - planned.units) * planned.price * planned.rate,
        price=(actual.price - planned.price) * actual.units * planned.rate,
        currency=actual.price * actual.units * (actual.rate - planned.rate),
    )


def sum_parts(parts: Iterable[VarianceParts]) -> VarianceParts:
    """Add differences up, part by part."""
    listed = list(parts)
    return VarianceParts(
        volume=sum((one.volume for one in listed if one.volume), NOTHING),
        price=sum((one.price for one in listed if one.price), NOTHING),
        currency=sum((one.currency for one in listed if one.currency), NOTHING),
    )


def round_variance(parts: VarianceParts, total: int, minor_per_unit: int) -> Variance:
    """Round the parts to minor units so that they sum to a total that was rounded already.

    Each part is rounded by itself, halves to even; the largest bears what is then missing, so that
    a part of nothing stays nothing.
    """
    exact = [part * minor_per_unit for part in (parts.volume, parts.price, parts.currency)]
    rounded = [round(part) for part in exact]
    largest = max(range(3), key=lambda i: (abs(exact[i]), -i))
    rounded[largest] += total - sum(rounded)
    return Variance(*rounded)


def sum_variances(variances: Iterable[Variance]) -> Variance:
    """Add rounded differences up, part by part."""
    listed = list(variances)
    return Variance(
        volume=sum(one.volume for one in listed),
        price=sum(one.price for one in listed),
        currency=sum(one.currency for one in listed),
    )

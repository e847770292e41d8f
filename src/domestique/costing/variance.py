"""Why a charge moved: volume, price and currency, which sum to the whole difference exactly.

Source: measurement 3.4. With units Q, price P and exchange rate F, planned (p) and actual (a):
volume ``(Qa - Qp)·Pp·Fp``, price ``(Pa - Pp)·Qa·Fp``, currency ``Pa·Qa·(Fa - Fp)``. What two of
them cause together is counted with the later one. Positive means: costs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.bills.charge import Charge

NOTHING = Fraction(0)


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


def split_variances(pairs: Sequence[tuple[Charge, Charge]], total: int, minor: int) -> Variance:
    """Split a difference of many charges, planned and actual, that was rounded to ``total`` already.

    Where only units moved, all is volume.
    """
    if all(plan.price == use.price and plan.rate == use.rate for plan, use in pairs):
        return Variance(total, 0, 0)
    return round_variance(sum_parts(split_variance(plan, use) for plan, use in pairs), total, minor)


def split_variance(planned: Charge, actual: Charge) -> VarianceParts:
    """Split the difference between two charges into volume, price and currency."""
    before, after = Fraction(planned.price), Fraction(actual.price)
    return VarianceParts(
        volume=(actual.quantity - planned.quantity) * before * planned.rate,
        price=(after - before) * actual.quantity * planned.rate,
        currency=after * actual.quantity * (actual.rate - planned.rate),
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

"""Why a charge moved: volume, price and currency, which sum to the whole difference exactly.

Source: measurement 3.4. With units Q, price P and exchange rate F, planned (p) and actual (a):
volume ``(Qa - Qp)·Pp·Fp``, price ``(Pa - Pp)·Qa·Fp``, currency ``Pa·Qa·(Fa - Fp)``. What two of
them cause together is counted with the later one. Positive means: costs more.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from domestique.costing.bills.charge import Charge

Amount = TypeVar("Amount", int, Fraction)


class Variance(NamedTuple, Generic[Amount]):
    """The parts of a difference: exact in the bill's currency, or in minor units; they sum to it exactly."""

    volume: Amount
    price: Amount
    currency: Amount

    @property
    def total(self) -> Amount:
        """Actual less planned."""
        return self.volume + self.price + self.currency


def split_variances(
    pairs: Sequence[tuple[Charge, Charge]], total: int, minor: int
) -> Variance[int]:
    """Split a difference of many charges, planned and actual, that was rounded to ``total`` already.

    Where only units moved, all is volume.
    """
    if all(plan.price == use.price and plan.rate == use.rate for plan, use in pairs):
        return Variance(total, 0, 0)
    parts = sum_variances(split_variance(plan, use) for plan, use in pairs)
    return round_variance(parts, total, minor)


def split_variance(planned: Charge, actual: Charge) -> Variance[Fraction]:
    """Split the difference between two charges into volume, price and currency."""
    before, after = Fraction(planned.price), Fraction(actual.price)
    return Variance(
        volume=(actual.quantity - planned.quantity) * before * planned.rate,
        price=(after - before) * actual.quantity * planned.rate,
        currency=after * actual.quantity * (actual.rate - planned.rate),
    )


def round_variance(parts: Variance[Fraction], total: int, minor_per_unit: int) -> Variance[int]:
    """Round the parts to minor units so that they sum to a total that was rounded already.

    Each part is rounded by itself, halves to even; the largest bears what is then missing, so that
    a part of nothing stays nothing.
    """
    exact = [part * minor_per_unit for part in parts]
    rounded = [round(part) for part in exact]
    largest = max(range(3), key=lambda i: (abs(exact[i]), -i))
    rounded[largest] += total - sum(rounded)
    return Variance(*rounded)


def sum_variances(variances: Iterable[Variance[Amount]]) -> Variance[Amount]:
    """Add differences up, part by part."""
    # Most parts are nothing, and fractions are slow to add.
    return Variance(*(sum(filter(None, parts)) for parts in zip(*variances, strict=True)))

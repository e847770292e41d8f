"""Numbers inside sentences: as short as they can be without saying anything else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from domestique.quantities.rounding import round_half_even


def write_brief(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Round to so many decimals and drop the zeros at the end: 35 rather than 35.00 or 3.5E+1."""
    rounded = round_half_even(Fraction(value), decimals)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()

"""Rounding, stated once: who bears the remainder, and in which direction a level is cut.

Shares of money are rounded by largest remainder so that the parts always sum to the whole
(measurement 3.2). A level is cut downwards, for 99.4996 is not 99.5 (measurement 2.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def share_by_largest_remainder(whole: int, weights: Sequence[Fraction]) -> list[int]:
    """Share a whole number of minor units by weights; the parts sum to the whole exactly.

    Each part is cut downwards; what is left goes one unit each to the largest remainders, the earlier part
    first when remainders are equal. A negative whole is shared as its positive mirror image. All weights zero: ``ValueError``.
    """
    if whole < 0:
        return [-part for part in share_by_largest_remainder(-whole, weights)]
    total = sum(weights, Fraction(0))
    if total <= 0 or any(weight < 0 for weight in weights):
        message = "weights must be zero or more, and one of them more than zero"
        raise ValueError(message)
    return round_to_whole(whole, [whole * weight / total for weight in weights])


def round_to_whole(whole: int, parts: Sequence[Fraction]) -> list[int]:
    """Round parts that sum to a whole number of minor units so that the rounded parts do so too."""
    floors = [part.numerator // part.denominator for part in parts]
    left = whole - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i], i))
    for i in by_remainder[:left]:
        floors[i] += 1
    return floors


def cut_downwards(value: Fraction, decimals: int) -> Decimal:
    """Cut a value to so many decimals, towards minus infinity, so that a level is never flattered."""
    scaled = value * 10**decimals
    return Decimal(scaled.numerator // scaled.denominator).scaleb(-decimals)


def round_quotient(numerator: int, denominator: int) -> int:
    """Round a quotient, its denominator above zero, to a whole number; halves go to the even one."""
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2))


def round_half_even(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Round a value to so many decimals for showing; halves go to the even digit.

    In whole numbers all the way: a page says thousands of amounts, and fractions are slow.
    """
    numerator, denominator = value.as_integer_ratio()
    return Decimal(round_quotient(numerator * 10**decimals, denominator)).scaleb(-decimals)

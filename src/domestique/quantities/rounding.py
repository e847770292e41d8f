"""Rounding, stated once: who bears the remainder, and in which direction a level is cut.

Parts of money are rounded by largest remainder so that they always sum to the whole
(measurement 3.2). A level is cut downwards, for 99.4996 is not 99.5 (measurement 2.4).
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def round_parts(whole: int, parts: Sequence[int] | Sequence[Fraction], scale: int = 1) -> list[int]:
    """Round parts, ``scale`` of which make one minor unit, so that they sum to a whole number of them.

    By largest remainder: each is cut downwards; what is left goes one unit each to the largest
    remainders, the earlier part first when remainders are equal.
    """
    floors = [part // scale for part in parts]
    if left := whole - sum(floors):
        for i in sorted(range(len(parts)), key=lambda i: (-(parts[i] % scale), i))[:left]:
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


def write_brief(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Round to so many decimals and drop the zeros at the end: 35 rather than 35.00 or 3.5E+1."""
    rounded = round_half_even(value, decimals)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()

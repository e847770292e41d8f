"""Expected availability of things that stand on each other, for planning only (measurement 2.2).

What was really delivered is never a product but measured. Availabilities are shares from 0 to 1.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import prod


def in_series(availabilities: Iterable[Fraction]) -> Fraction:
    """Return the expected availability when every part is needed."""
    return prod(availabilities, start=Fraction(1))


def in_parallel(availabilities: Iterable[Fraction]) -> Fraction:
    """Return the expected availability when one of the parts is enough; with no parts it is 0."""
    return 1 - prod((1 - part for part in availabilities), start=Fraction(1))

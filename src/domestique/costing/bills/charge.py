"""A charge: units times price times exchange rate, exact, and how charges are added up.

In decimals and whole numbers all the way: fractions are ten times slower, and a page adds up the
charges of every customer. A sum is rounded once, halves to even.
"""

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import NamedTuple

from domestique.costing.bills.currency import SAME
from domestique.quantities.money import minor_digits
from domestique.quantities.rounding import round_quotient

# Wide enough for sums of products of two amounts of fifteen digits each.
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


class Charge(NamedTuple):
    """Units times price times exchange rate; the rate turns the price into the currency to show.

    ``parts`` is how many such units make one that the price is for: twelve where a yearly price is
    charged by the month.
    """

    units: Decimal
    price: Decimal
    rate: Fraction = SAME
    parts: int = 1

    @property
    def quantity(self) -> Fraction:
        """How many times the price is charged."""
        return Fraction(self.units) / self.parts

    @property
    def amount(self) -> Fraction:
        """The charge in the currency to show."""
        return Fraction(*self.as_integer_ratio())

    def as_integer_ratio(self) -> tuple[int, int]:
        """Return the charge as two whole numbers, the first over the second."""
        above, below = EXACT.multiply(self.units, self.price).as_integer_ratio()
        if self.rate is SAME:
            return above, below * self.parts
        return above * self.rate.numerator, below * self.rate.denominator * self.parts


def against_list(pairs: Iterable[tuple[Charge, Charge | None]], currency: str) -> int:
    """Return what was charged less what the price list would have, where it has a price, in minor units."""
    both = [(charge, listed) for charge, listed in pairs if listed is not None]
    if all(charge.price == listed.price for charge, listed in both):
        return 0
    charged = sum_in_minor((charge for charge, _ in both), currency)
    return charged - sum_in_minor((listed for _, listed in both), currency)


def sum_in_minor(charges: Iterable[Charge], currency: str) -> int:
    """Add charges up exactly, then round the sum to minor units of the currency they are in."""
    above, below = 0, 1
    for charge in charges:
        up, down = charge.as_integer_ratio()
        if down == below:
            above += up
        else:
            above, below = above * down + up * below, below * down
    return round_quotient(above * 10 ** minor_digits(currency), below)

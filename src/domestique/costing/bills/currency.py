"""Exchange rates: what a foreign unit of money was planned to cost in a year, and what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.errors import ExchangeRateMissing

SAME = Fraction(1)


@dataclass(frozen=True, slots=True)
class YearRate:
    """What one unit of a currency costs in the organisation's, as planned and in fact.

    Until the actual rate is known the plan rate stands in for it.
    """

    currency: str
    year: int
    plan: Decimal
    actual: Decimal | None = None


class Rates:
    """The organisation's exchange rates; its own currency needs none."""

    def __init__(self, home: str, rates: Iterable[YearRate]) -> None:
        """Take the organisation's currency and the rates of all years."""
        self.home = home
        self._rates = {(rate.currency, rate.year): rate for rate in rates}

    def planned(self, source: str, target: str, year: int) -> Fraction:
        """Return what turns an amount of one currency into another at plan rates."""
        if (source or self.home) == target:
            return SAME
        return Fraction(self._find(source, year).plan) / Fraction(self._find(target, year).plan)

    def actual(self, source: str, target: str, year: int) -> Fraction:
        """Return what turns an amount of one currency into another at actual rates."""
        if (source or self.home) == target:
            return SAME
        return self._current(source, year) / self._current(target, year)

    def plan_stands_in(self, currency: str, year: int) -> bool:
        """Whether there is a plan rate that must stand in for the actual one."""
        rate = self._rates.get((currency, year))
        return rate is not None and rate.actual is None

    def _current(self, currency: str, year: int) -> Fraction:
        rate = self._find(currency, year)
        return Fraction(rate.plan if rate.actual is None else rate.actual)

    def _find(self, currency: str, year: int) -> YearRate:
        if currency in {"", self.home}:
            return YearRate(self.home, year, Decimal(1), Decimal(1))
        if (currency, year) not in self._rates:
            raise ExchangeRateMissing(currency=currency, year=str(year))
        return self._rates[currency, year]

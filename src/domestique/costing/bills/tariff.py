"""What turns units into money: the price list, whether units are held or consumed, and exchange rates.

Source: demo B9. A month's planned charge is a twelfth of the year's units times price, for both
kinds of unit. The actual charge of a *stock* unit (users, workplaces) is the month's units times a
twelfth of the yearly price; of a *flow* unit (orders, payslips) it is units times price.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from domestique.costing.bills.charge import EXACT, Charge
from domestique.costing.bills.currency import Rates
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.portfolio.choices import UnitKind

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices, in the organisation's currency, and what makes charges in ``currency`` of them.

    A service that ``unit_kinds`` does not name is held. Raises ``ExchangeRateMissing``.
    """

    prices: PriceList
    unit_kinds: Mapping[str, str]
    rates: Rates
    currency: str

    def plan(self, year: int, units: Decimal, price: UnitPrice, months: int) -> Charge:
        """Return what a year's planned units cost in so many of its months at one price."""
        rate = self.rates.planned(self.rates.home, self.currency, year)
        return Charge(EXACT.multiply(units, months), price.amount, rate, MONTHS_IN_YEAR)

    def use(self, service: str, year: int, units: Decimal, price: UnitPrice) -> Charge:
        """Return what units used at one price cost, in a month or added up over months of a year."""
        parts = 1 if self.unit_kinds.get(service) == UnitKind.FLOW else MONTHS_IN_YEAR
        rate = self.rates.actual(self.rates.home, self.currency, year)
        return Charge(units, price.amount, rate, parts)

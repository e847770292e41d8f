"""What a customer is charged for a service in a month, as planned and as used, still exact.

Source: demo B9. A month's planned charge is a twelfth of the year's units times price, for both
kinds of unit. The actual charge of a *stock* unit (users, workplaces) is the month's units times a
twelfth of the yearly price; of a *flow* unit (orders, payslips) it is units times price.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from domestique.costing.bills.currency import Rates, YearRate
from domestique.costing.bills.price_list import UnitPrice, by_service, price_in_month, price_of_plan
from domestique.costing.variance import Charge
from domestique.quantities.sentence import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from domestique.quantities.period import Month

MONTHS_IN_YEAR = 12


class UnitKind(StrEnum):
    """Whether a unit is held (priced by the year) or consumed (priced each)."""

    STOCK = "stock"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class PlannedUnits:
    """The units of a service a customer planned for a year; ``row`` in ``planned_consumption``."""

    service: str
    year: int
    units: Decimal
    row: str = ""


@dataclass(frozen=True, slots=True)
class ActualUnits:
    """The units of a service a customer used in a month; ``row`` in ``actual_consumption``."""

    service: str
    month: Month
    units: Decimal
    row: str = ""


@dataclass(frozen=True, slots=True)
class BillBasis:
    """All that one customer's bill is reckoned from.

    ``currency`` is the organisation's; ``unit_kinds`` names every service planned or used.
    """

    customer: str
    currency: str
    unit_kinds: Mapping[str, UnitKind]
    prices: Sequence[UnitPrice]
    planned: Sequence[PlannedUnits]
    actual: Sequence[ActualUnits]
    rates: Sequence[YearRate] = ()


@dataclass(frozen=True, slots=True)
class MonthCharge:
    """A service's charge in a month; ``actual`` is ``None`` where it is not known."""

    month: Month
    planned: Charge
    actual: Charge | None
    planned_row: str = ""
    actual_row: str = ""
    price_rows: tuple[str, ...] = ()


class ChargeBook:
    """A bill's basis, looked up by service and month, in the currency to show."""

    def __init__(self, basis: BillBasis, currency: str) -> None:
        """Sort the basis; ``currency`` is the bill's."""
        self.currency = currency
        self.unit_kinds = basis.unit_kinds
        self.prices = by_service(basis.prices)
        self.planned = {(plan.service, plan.year): plan for plan in basis.planned}
        self.actual = {(used.service, used.month): used for used in basis.actual}
        self.rates = Rates(basis.currency, basis.rates)
        self._charges: dict[tuple[str, Month], MonthCharge] = {}
        self._prices: dict[tuple[str, Month], UnitPrice | None] = {}
        self.services = sorted({service for service, _ in (*self.planned, *self.actual)})

    def is_expected(self, service: str, month: Month) -> bool:
        """Whether the service has a place on the bill of the month."""
        plan = self.planned.get((service, month.year))
        return (plan is not None and plan.units != 0) or (service, month) in self.actual

    def _price(self, service: str, month: Month) -> UnitPrice | None:
        key = (service, month)
        if key not in self._prices:
            self._prices[key] = price_in_month(self.prices.get(service, []), month)
        return self._prices[key]

    def charges(self, service: str, months: Sequence[Month]) -> Iterator[MonthCharge]:
        """Yield the charge of every month in which the service has a place and a price."""
        prices = self.prices.get(service, [])
        openings = {year: price_of_plan(prices, year) for year in {month.year for month in months}}
        plans = {
            year: self._plan(service, year, price) for year, price in openings.items() if price
        }
        for month in months:
            opening = openings[month.year]
            if opening is not None and self.is_expected(service, month):
                key = (service, month)
                if key not in self._charges:
                    current = self._price(service, month)
                    charge = self._charge(service, month, plans[month.year], (opening, current))
                    self._charges[key] = charge
                yield self._charges[key]

    def _plan(self, service: str, year: int, opening: UnitPrice) -> Charge:
        """Return the planned charge of a month, which is the same all through a year."""
        plan = self.planned.get((service, year))
        return Charge(
            units=_part(plan.units, MONTHS_IN_YEAR) if plan else Fraction(0),
            price=Fraction(opening.amount),
            rate=self.rates.planned(opening.currency, self.currency, year),
        )

    def _charge(
        self,
        service: str,
        month: Month,
        planned: Charge,
        prices: tuple[UnitPrice, UnitPrice | None],
    ) -> MonthCharge:
        """Return the charge of a month; ``prices`` are the one its year opened with and its own."""
        plan = self.planned.get((service, month.year))
        used = self.actual.get((service, month))
        current = prices[1]
        rows = dict.fromkeys(price.row for price in prices if price and price.row)
        return MonthCharge(
            month=month,
            planned=planned,
            actual=self._use(used, current) if used and current else None,
            planned_row=plan.row if plan else "",
            actual_row=used.row if used else "",
            price_rows=tuple(rows),
        )

    def _use(self, used: ActualUnits, price: UnitPrice) -> Charge:
        is_stock = self.unit_kinds[used.service] is UnitKind.STOCK
        return Charge(
            units=_part(used.units, MONTHS_IN_YEAR if is_stock else 1),
            price=Fraction(price.amount),
            rate=self.rates.actual(price.currency, self.currency, used.month.year),
        )

    def note_prices(self, service: str, months: Sequence[Month]) -> Iterator[Sentence]:
        """Say in which months a service is used or planned but has no price."""
        unpriced = [
            str(month)
            for month in months
            if self.is_expected(service, month) and self._price(service, month) is None
        ]
        if unpriced:
            yield say(
                "%(service)s has no price in %(months)s, so its charge there is not known.",
                service=service,
                months=", ".join(unpriced),
            )

    def note_rates(self, months: Sequence[Month]) -> Iterator[Sentence]:
        """Say for which years the plan rate stands in for an actual rate."""
        currencies = {price.currency for prices in self.prices.values() for price in prices}
        for year in sorted({month.year for month in months}):
            for currency in sorted({*currencies, self.currency}):
                if self.rates.plan_stands_in(currency, year):
                    yield say(
                        "The actual rate of %(currency)s in %(year)s is not known; the plan rate "
                        "stands in for it.",
                        currency=currency,
                        year=str(year),
                    )


def _part(units: Decimal, parts: int) -> Fraction:
    numerator, denominator = units.as_integer_ratio()
    return Fraction(numerator, denominator * parts)

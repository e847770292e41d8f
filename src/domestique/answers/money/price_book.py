"""Prices and used units of the closed months, read already added up: what charges are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from django.db.models import Count, Sum

from domestique.consumption.queries import actual_visible_to
from domestique.costing.bills.bill import Bill, reckon_bill
from domestique.costing.bills.month_charge import (
    MONTHS_IN_YEAR,
    ActualUnits,
    BillBasis,
    PlannedUnits,
)
from domestique.costing.bills.month_charge import UnitKind as Kind
from domestique.costing.bills.price_list import UnitPrice, by_service, price_in_month, price_of_plan
from domestique.costing.queries import prices_visible_to, rates_visible_to
from domestique.portfolio.models import UnitKind
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.money import minor_digits
from domestique.quantities.period import Month, months_from_to
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch

# Wide enough for any product of two amounts; a twelfth of one cannot be mistaken for a half.
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Use:
    """What one customer used of one service: in how many months, and how much in all."""

    customer: str
    service: str
    months: int
    units: Decimal


@dataclass(frozen=True, slots=True)
class PriceBook:
    """Prices, and which units are held, over a stretch of months."""

    currency: str
    period: str
    stretch: Stretch | None
    prices: Mapping[str, list[UnitPrice]]
    stock: set[str]

    def amounts(self, use: Use, plan: Mapping[str, Decimal]) -> tuple[int, int] | None:
        """Return what was planned and charged for one use, in minor units.

        ``None`` where no one price holds all through.
        """
        price = self.steady_price(use.service)
        if price is None:
            return None
        held = MONTHS_IN_YEAR if use.service in self.stock else 1
        units = plan.get(use.service, Decimal(0)) * use.months
        planned = _rounded(units, price, (MONTHS_IN_YEAR, self._minor))
        return planned, _rounded(use.units, price, (held, self._minor))

    def months_expected(self, plan: Mapping[str, Decimal]) -> int:
        """Return how many months of services with a price a plan leads one to expect."""
        months = self.stretch.months if self.stretch else MONTHS_IN_YEAR
        return months * sum(service in self.prices for service in plan)

    def year_plan(self, plan: Mapping[str, Decimal], year: int) -> int | None:
        """Return what a year's plan costs in minor units; ``None`` when nothing in it has a price."""
        amounts = [
            _rounded(units, opening.amount, (1, self._minor))
            for service, units in plan.items()
            if (opening := price_of_plan(self.prices.get(service, ()), year)) is not None
        ]
        return sum(amounts) if amounts else None

    @property
    def _minor(self) -> int:
        return int(10 ** minor_digits(self.currency))

    def steady_price(self, service: str) -> Decimal | None:
        """Return the price that holds in every month and in the plan, ``None`` if there is no such one."""
        prices = self.prices.get(service, ())
        if self.stretch is None or not prices:
            return None
        opening = price_of_plan(prices, self.stretch.year)
        if len(prices) == 1 and opening is not None and _covers(opening, self.stretch):
            return opening.amount
        found = {
            price.amount if price else None
            for price in (
                opening,
                *(price_in_month(prices, month) for month in _months(self.stretch)),
            )
        }
        return found.pop() if len(found) == 1 else None


def _covers(price: UnitPrice, stretch: Stretch) -> bool:
    return price.starts <= stretch.first.first_day and (
        price.ends is None or price.ends >= stretch.last.first_day
    )


def _months(stretch: Stretch) -> Iterable[Month]:
    return months_from_to(stretch.first, stretch.last)


def _rounded(units: Decimal, price: Decimal, scale: tuple[int, int]) -> int:
    """Return units times price in minor units, halves to even; ``scale`` divides and then multiplies."""
    divisor, minor = scale
    amount = EXACT.divide(EXACT.multiply(units, EXACT.multiply(price, minor)), divisor)
    return int(EXACT.to_integral_value(amount))


def open_book(viewer: Viewer, stretch: Stretch | None, year: int, currency: str) -> PriceBook:
    """Read the price list, and which services are held rather than used up."""
    prices = by_service(prices_visible_to(viewer))
    stock = set(
        services_visible_to(viewer).filter(unit_kind=UnitKind.STOCK).values_list("id", flat=True)
    )
    return PriceBook(currency, str(stretch) if stretch else str(year), stretch, prices, stock)


def uses_of(viewer: Viewer, stretch: Stretch | None) -> list[Use]:
    """Return what everybody used in the months, added up, in one query."""
    if stretch is None:
        return []
    rows = actual_visible_to(viewer, str(stretch.first), str(stretch.last)).order_by()
    sums = rows.values_list("customer_id", "service_id").annotate(Count("id"), Sum("units"))
    return [Use(*row) for row in sums]


def odd_bills(
    viewer: Viewer, book: PriceBook, planned: Mapping[str, Mapping[str, Decimal]]
) -> dict[str, Bill]:
    """Let the bill reckon the services whose price changes within the months."""
    odd = {service for service in book.prices if book.steady_price(service) is None}
    if book.stretch is None or not odd:
        return {}
    stretch = book.stretch
    prices = [price for service in sorted(odd) for price in book.prices[service]]
    kinds = {service: Kind.STOCK if service in book.stock else Kind.FLOW for service in odd}
    rates = rates_visible_to(viewer)
    bills = {}
    for customer, used in _used_by_month(viewer, stretch, sorted(odd)).items():
        units = planned.get(customer, {})
        plan = [PlannedUnits(one, stretch.year, units[one]) for one in units.keys() & odd]
        basis = BillBasis(customer, book.currency, kinds, prices, plan, used, rates)
        bills[customer] = reckon_bill(basis, stretch.first, stretch.last)
    return bills


def _used_by_month(
    viewer: Viewer, stretch: Stretch, services: list[str]
) -> dict[str, list[ActualUnits]]:
    used: dict[str, list[ActualUnits]] = defaultdict(list)
    rows = actual_visible_to(viewer, str(stretch.first), str(stretch.last))
    rows = rows.filter(service_id__in=services)
    for row in rows.values_list("customer_id", "service_id", "month", "units"):
        customer, service, month, units = row
        used[customer].append(ActualUnits(service, Month.parse(month), units))
    return used

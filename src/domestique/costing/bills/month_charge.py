"""What a customer is charged for a service in a month, as planned and as used, still exact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from domestique.costing.bills.charge import Charge
from domestique.costing.bills.currency import Rates, YearRate
from domestique.costing.bills.customer_prices import (
    Agreed,
    CustomerPrices,
    MonthPrices,
)
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.bills.tariff import Tariff
from domestique.portfolio.choices import UnitKind
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say


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

    ``currency`` is the organisation's; ``unit_kinds`` names every service planned or used. ``agreed`` are her lines of
    agreements by service, the newest last.
    """

    customer: str
    currency: str
    unit_kinds: Mapping[str, UnitKind]
    prices: PriceList
    planned: Sequence[PlannedUnits]
    actual: Sequence[ActualUnits]
    rates: Sequence[YearRate] = ()
    agreed: Agreed = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MonthCharge:
    """A service's charge in a month; ``actual`` is ``None`` where it is not known.

    ``by_list`` is what the list would charge for the same use; ``charged`` and ``listed`` are the two prices, which
    differ where another was agreed with the customer.
    """

    month: Month
    planned: Charge
    actual: Charge | None
    planned_row: str = ""
    actual_row: str = ""
    prices: tuple[UnitPrice, ...] = ()
    charged: UnitPrice | None = None
    listed: UnitPrice | None = None
    by_list: Charge | None = None
    is_beside_list: bool = False


class ChargeBook:
    """A bill's basis, looked up by service and month, in the currency to show."""

    def __init__(self, basis: BillBasis, currency: str) -> None:
        """Sort the basis; ``currency`` is the bill's."""
        self.currency = currency
        self.prices = CustomerPrices(basis.prices, basis.agreed)
        self.planned = {(plan.service, plan.year): plan for plan in basis.planned}
        self.actual = {(used.service, used.month): used for used in basis.actual}
        self.rates = Rates(basis.currency, basis.rates)
        self.tariff = Tariff(basis.prices, basis.unit_kinds, self.rates, currency)
        self._charges: dict[tuple[str, Month], MonthCharge] = {}
        self.services = sorted({service for service, _ in (*self.planned, *self.actual)})

    def is_expected(self, service: str, month: Month) -> bool:
        """Whether the service has a place on the bill of the month."""
        plan = self.planned.get((service, month.year))
        return (plan is not None and plan.units != 0) or (service, month) in self.actual

    def charges(self, service: str, months: Sequence[Month]) -> Iterator[MonthCharge]:
        """Yield the charge of every month in which the service has a place and a price."""
        for month in months:
            if not self.is_expected(service, month):
                continue
            key = (service, month)
            if key not in self._charges:
                prices = self.prices.in_month(service, month)
                if prices.planned is None:
                    continue
                self._charges[key] = self._charge(service, month, prices, prices.planned)
            yield self._charges[key]

    def _charge(
        self, service: str, month: Month, prices: MonthPrices, planned: UnitPrice
    ) -> MonthCharge:
        plan = self.planned.get((service, month.year))
        used = self.actual.get((service, month))
        charged, listed = prices.charged, prices.listed
        return MonthCharge(
            month=month,
            planned=self.tariff.plan(month.year, plan.units if plan else Decimal(0), planned, 1),
            actual=self.tariff.use(service, month.year, used.units, charged)
            if used and charged
            else None,
            planned_row=plan.row if plan else "",
            actual_row=used.row if used else "",
            prices=tuple(dict.fromkeys(price for price in (planned, charged) if price)),
            charged=charged,
            listed=listed,
            by_list=self.tariff.use(service, month.year, used.units, listed)
            if used and listed
            else None,
            is_beside_list=prices.is_beside_list,
        )

    def note_prices(self, service: str, months: Sequence[Month]) -> Iterator[Sentence]:
        """Say in which months a service is used or planned but has no price."""
        unpriced = [
            str(month)
            for month in months
            if self.is_expected(service, month)
            and self.prices.in_month(service, month).charged is None
        ]
        if unpriced:
            yield say(
                "%(service)s has no price in %(months)s, so its charge there is not known.",
                service=service,
                months=", ".join(unpriced),
            )

    def note_rates(self, months: Sequence[Month]) -> Iterator[Sentence]:
        """Say for which years the plan rate stands in for an actual rate."""
        for year in sorted({month.year for month in months}):
            if self.rates.plan_stands_in(self.currency, year):
                yield say(
                    "The actual rate of %(currency)s in %(year)s is not known; the plan rate "
                    "stands in for it.",
                    currency=self.currency,
                    year=str(year),
                )

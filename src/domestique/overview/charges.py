"""What every customer is charged over the closed months of a year, planned and actual, all at once.

The same sums as the bills (``costing.bill``), but read already added up, so that two hundred
customers are ready in one moment: a price that holds all through the months is multiplied with the
sum of the units. Services whose price changes in between are reckoned by the bill itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from django.db.models import Count, Sum

from domestique.consumption.queries import actual_visible_to
from domestique.costing.bill import reckon_bill
from domestique.costing.month_charge import MONTHS_IN_YEAR, ActualUnits, BillBasis, PlannedUnits
from domestique.costing.month_charge import UnitKind as Kind
from domestique.costing.price_list import UnitPrice, by_service, price_in_month, price_of_plan
from domestique.costing.queries import prices_visible_to, rates_visible_to
from domestique.overview.months import Stretch
from domestique.parties.viewer import Viewer
from domestique.portfolio.models import UnitKind
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.figure import Figure, Grade, Line, grade_of_completeness
from domestique.quantities.money import from_minor, minor_digits
from domestique.quantities.period import Month, months_from_to
from domestique.quantities.sentence import say

# Wide enough for any product of two amounts; a twelfth of one cannot be mistaken for a half.
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Charge:
    """One customer's charge in minor units: of the closed months, and the plan of the whole year.

    ``actual`` is ``None`` when no use with a price is known, ``year_plan`` when nothing planned has one.
    ``expected`` and ``known`` count months of services.
    ``is_all_volume`` tells that no price changed, so that a difference is due to units alone.
    """

    currency: str
    period: str
    planned: int = 0
    actual: int | None = None
    year_plan: int | None = None
    known: int = 0
    expected: int = 0
    is_all_volume: bool = True

    @property
    def change(self) -> Fraction | None:
        """How much more was charged than planned, as a share of the plan; ``None`` if that is not known."""
        if self.actual is None or not self.planned:
            return None
        return Fraction(self.actual - self.planned, self.planned)

    @property
    def is_as_planned(self) -> bool:
        """Whether the change is too small to be worth a word: less than a twentieth of a per cent."""
        return self.change is not None and abs(self.change) < Fraction(5, 10_000)

    @property
    def planned_amount(self) -> Decimal:
        """The planned charge of the closed months."""
        return from_minor(self.planned, self.currency)

    @property
    def figure(self) -> Figure:
        """The actual charge with its reckoning."""
        completeness = Fraction(self.known, self.expected) if self.expected else Fraction(0)
        return Figure(
            value=None if self.actual is None else from_minor(self.actual, self.currency),
            unit=self.currency,
            period=self.period,
            observations=self.known,
            completeness=completeness,
            grade=Grade.lowest([Grade.MEASURED, grade_of_completeness(completeness)]),
            formula=say(
                "Units used times the price of one, a twelfth of the yearly price for units held; added up over services."
            ),
            lines=self._lines(),
        )

    def _lines(self) -> tuple[Line, ...]:
        amounts = [
            (say("Planned charge of the same months"), self.planned if self.known else None),
            (
                say("Charged more or less than planned"),
                None if self.actual is None else self.actual - self.planned,
            ),
            (say("Planned charge of the whole year"), self.year_plan),
        ]
        return tuple(
            Line(
                what,
                None if amount is None else from_minor(amount, self.currency),
                self.currency,
            )
            for what, amount in amounts
        )

    @property
    def used_percent(self) -> int:
        """How much of the year's plan is charged, in whole percent of it, at most 100, for drawing."""
        return min(100, _percent(self.actual, self.year_plan))

    @property
    def planned_percent(self) -> int:
        """How much of the year's plan was planned to be charged by now, for drawing."""
        return min(100, _percent(self.planned, self.year_plan))

    @property
    def tone(self) -> str:
        """How the charge is coloured: ``over`` when it is more than two per cent beyond the plan."""
        return "over" if self.change is not None and self.change > Fraction(2, 100) else ""


def _percent(part: int | None, whole: int | None) -> int:
    return part * 100 // whole if part and whole else 0


@dataclass(frozen=True, slots=True)
class _Use:
    """What one customer used of one service: in how many months, and how much in all."""

    customer: str
    service: str
    months: int
    units: Decimal


def charges_of_customers(
    viewer: Viewer,
    stretch: Stretch | None,
    planned: Mapping[str, Mapping[str, Decimal]],
    *,
    year: int,
    currency: str,
) -> dict[str, Charge]:
    """Return the charge of every customer in a fixed number of queries; ``planned`` is the year's units."""
    prices = by_service(prices_visible_to(viewer))
    stock = set(
        services_visible_to(viewer).filter(unit_kind=UnitKind.STOCK).values_list("id", flat=True)
    )
    book = _Book(currency, str(stretch) if stretch else str(year), stretch, prices, stock)
    uses: dict[str, list[_Use]] = defaultdict(list)
    if stretch is not None:
        rows = actual_visible_to(viewer, str(stretch.first), str(stretch.last)).order_by()
        sums = rows.values_list("customer_id", "service_id").annotate(Count("id"), Sum("units"))
        for row in sums:
            uses[row[0]].append(_Use(*row))
    odd = _odd_charges(viewer, book, planned)
    return {
        customer: book.charge(planned.get(customer, {}), uses[customer], year, odd.get(customer))
        for customer in {*planned, *uses}
    }


@dataclass(frozen=True, slots=True)
class _Book:
    """Prices, and which units are held, over a stretch of months."""

    currency: str
    period: str
    stretch: Stretch | None
    prices: Mapping[str, list[UnitPrice]]
    stock: set[str]

    def charge(
        self, plan: Mapping[str, Decimal], uses: Iterable[_Use], year: int, odd: Charge | None
    ) -> Charge:
        """Add one customer's services up."""
        minor = 10 ** minor_digits(self.currency)
        planned, actual, known = (odd.planned, odd.actual, odd.known) if odd else (0, None, 0)
        for use in uses:
            price = self.steady_price(use.service)
            if price is None:
                continue
            held = MONTHS_IN_YEAR if use.service in self.stock else 1
            units = plan.get(use.service, Decimal(0))
            planned += _rounded(units * use.months, price, (MONTHS_IN_YEAR, minor))
            actual = (actual or 0) + _rounded(use.units, price, (held, minor))
            known += use.months
        return Charge(
            self.currency,
            self.period,
            planned,
            actual,
            self._year_plan(plan, year, minor),
            known,
            self._expected(plan, known),
            is_all_volume=odd is None,
        )

    def _expected(self, plan: Mapping[str, Decimal], known: int) -> int:
        months = self.stretch.months if self.stretch else MONTHS_IN_YEAR
        return max(known, months * sum(service in self.prices for service in plan))

    def _year_plan(self, plan: Mapping[str, Decimal], year: int, minor: int) -> int | None:
        amounts = [
            _rounded(units, opening.amount, (1, minor))
            for service, units in plan.items()
            if (opening := price_of_plan(self.prices.get(service, ()), year)) is not None
        ]
        return sum(amounts) if amounts else None

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


def _odd_charges(
    viewer: Viewer, book: _Book, planned: Mapping[str, Mapping[str, Decimal]]
) -> dict[str, Charge]:
    """Let the bill reckon the services whose price changes within the months."""
    odd = {service for service in book.prices if book.steady_price(service) is None}
    if book.stretch is None or not odd:
        return {}
    stretch = book.stretch
    prices = [price for service in sorted(odd) for price in book.prices[service]]
    kinds = {service: Kind.STOCK if service in book.stock else Kind.FLOW for service in odd}
    rates = rates_visible_to(viewer)
    charges = {}
    for customer, used in _used_by_month(viewer, stretch, sorted(odd)).items():
        units = planned.get(customer, {})
        plan = [PlannedUnits(one, stretch.year, units[one]) for one in units.keys() & odd]
        basis = BillBasis(customer, book.currency, kinds, prices, plan, used, rates)
        bill = reckon_bill(basis, stretch.first, stretch.last)
        known = sum(len(line.months) - len(line.months_missing) for line in bill.lines)
        charges[customer] = Charge(
            book.currency, book.period, bill.planned, bill.actual, known=known
        )
    return charges


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

"""What every customer is charged over the closed months of a year, planned and actual, all at once.

The same sums as the bills (``costing.bill``), but read already added up, so that two hundred
customers are ready in one moment: a price that holds all through the months is multiplied with the
sum of the units. Services whose price changes in between are reckoned by the bill itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money.price_book import PriceBook, Use, odd_bills, open_book, uses_of
from domestique.costing.bills.bill import Bill
from domestique.quantities.figure import Figure, Grade, Line, grade_of_completeness
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch


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
class PairCharge:
    """What one customer is charged for one service in the closed months, in minor units, and what was planned."""

    planned: int
    actual: int | None


def charges_of_customers(
    viewer: Viewer,
    stretch: Stretch | None,
    planned: Mapping[str, Mapping[str, Decimal]],
    *,
    year: int,
    currency: str,
) -> dict[str, Charge]:
    """Return the charge of every customer in a fixed number of queries; ``planned`` is the year's units."""
    book = open_book(viewer, stretch, year, currency)
    uses: dict[str, list[Use]] = defaultdict(list)
    for use in uses_of(viewer, stretch):
        uses[use.customer].append(use)
    odd = {
        customer: _charge_of(book, bill)
        for customer, bill in odd_bills(viewer, book, planned).items()
    }
    return {
        customer: _charge(
            book, (planned.get(customer, {}), year), uses[customer], odd.get(customer)
        )
        for customer in {*planned, *uses}
    }


def charges_of_pairs(
    viewer: Viewer,
    stretch: Stretch | None,
    planned: Mapping[str, Mapping[str, Decimal]],
    *,
    year: int,
    currency: str,
) -> dict[tuple[str, str], PairCharge]:
    """Return the charge of every (customer, service) used; they sum to the charges of the customers."""
    book = open_book(viewer, stretch, year, currency)
    found = {}
    for use in uses_of(viewer, stretch):
        amounts = book.amounts(use, planned.get(use.customer, {}))
        if amounts is not None:
            found[use.customer, use.service] = PairCharge(*amounts)
    for customer, bill in odd_bills(viewer, book, planned).items():
        for line in bill.lines:
            found[customer, line.service] = PairCharge(line.planned, line.actual)
    return found


def _charge(
    book: PriceBook,
    plan: tuple[Mapping[str, Decimal], int],
    uses: Iterable[Use],
    odd: Charge | None,
) -> Charge:
    """Add one customer's services up; ``plan`` are her units of a year, and the year."""
    planned, actual, known = (odd.planned, odd.actual, odd.known) if odd else (0, None, 0)
    for use in uses:
        amounts = book.amounts(use, plan[0])
        if amounts is not None:
            planned += amounts[0]
            actual = (actual or 0) + amounts[1]
            known += use.months
    return Charge(
        book.currency,
        book.period,
        planned,
        actual,
        book.year_plan(*plan),
        known,
        max(known, book.months_expected(plan[0])),
        is_all_volume=odd is None,
    )


def _charge_of(book: PriceBook, bill: Bill) -> Charge:
    known = sum(len(line.months) - len(line.months_missing) for line in bill.lines)
    return Charge(book.currency, book.period, bill.planned, bill.actual, known=known)

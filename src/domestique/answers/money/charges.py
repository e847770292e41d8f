"""What every customer is charged over the closed months of a year, planned and actual, all at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.bills.bill_figure import against_list_line
from domestique.costing.bills.charges import ServiceCharge
from domestique.costing.charge_queries import charges_visible_to, tariff_at_home
from domestique.quantities.figure import Figure, Grade, Line, grade_of_completeness
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch


@dataclass(frozen=True, slots=True)
class YearCharge:
    """One customer's charge in minor units: of the closed months, and the plan of the whole year.

    ``actual`` is ``None`` when no use with a price is known, ``year_plan`` when nothing planned has one.
    ``expected`` and ``known`` count months of services.
    ``is_all_volume`` tells that no price changed, so that a difference is due to units alone; ``against_list`` is what
    prices agreed with her change.
    """

    currency: str
    period: str
    planned: int = 0
    actual: int | None = None
    year_plan: int | None = None
    known: int = 0
    expected: int = 0
    is_all_volume: bool = True
    against_list: int = 0

    @property
    def change(self) -> Fraction | None:
        """How much more was charged than planned, as a share of the plan; ``None`` if not known or all unplanned."""
        if self.actual is None or self.is_unplanned:
            return None
        if not self.planned:
            return Fraction(0)
        return Fraction(self.actual - self.planned, abs(self.planned))

    @property
    def is_unplanned(self) -> bool:
        """Whether something is charged and nothing of it was planned: it moved from nothing, and has no share."""
        return bool(self.actual) and not self.planned

    @property
    def is_as_planned(self) -> bool:
        """Whether the change is too small to be worth a word: less than a twentieth of a per cent."""
        return self.change is not None and abs(self.change) < Fraction(5, 10_000)

    @property
    def planned_amount(self) -> Decimal:
        """The planned charge of the closed months."""
        return from_minor(self.planned, self.currency)

    def _amount(self, minor: int | None) -> Decimal | None:
        return None if minor is None else from_minor(minor, self.currency)

    @property
    def figure(self) -> Figure:
        """The actual charge with its reckoning."""
        completeness = Fraction(self.known, self.expected) if self.expected else Fraction(0)
        return Figure(
            value=self._amount(self.actual),
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
        more = None if self.actual is None else self.actual - self.planned
        amounts = (
            (say("Planned charge of the same months"), self.planned if self.known else None),
            (say("Charged more or less than planned"), more),
            (say("Planned charge of the whole year"), self.year_plan),
        )
        lines = [Line(what, self._amount(amount), self.currency) for what, amount in amounts]
        return (*lines, *against_list_line(self.against_list, self.currency))

    @property
    def used_share(self) -> Fraction | None:
        """How much of the year's plan is charged, as a share to a thousandth; more than one when it is overrun."""
        if self.actual is None or not self.year_plan:
            return None
        return Fraction(round(Fraction(self.actual * 1000, self.year_plan)), 1000)

    @property
    def used_percent(self) -> int:
        """How much of the year's plan is charged, in whole percent of it, from 0 to 100, for drawing."""
        return max(0, min(100, _percent(self.actual, self.year_plan)))

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


def charges_of_customers(
    viewer: Viewer,
    stretch: Stretch | None,
    planned: Mapping[str, Mapping[str, Decimal]],
    *,
    year: int,
    currency: str,
) -> dict[str, YearCharge]:
    """Return the charge of every customer in a fixed number of queries; ``planned`` is the year's units."""
    tariff = tariff_at_home(viewer, currency)
    first, last = (stretch.first, stretch.last) if stretch else (Month(year, 1), Month(year, 12))
    lines: dict[str, list[ServiceCharge]] = {customer: [] for customer in planned}
    for (customer, _), line in charges_visible_to(viewer, tariff, first, last, planned).items():
        lines.setdefault(customer, []).extend([line] if line else [])
    return {
        customer: YearCharge(
            currency,
            str(stretch) if stretch else str(year),
            planned=sum(line.planned for line in own),
            actual=_sum_known(line.actual for line in own),
            year_plan=_sum_known(line.year_plan for line in own),
            known=sum(line.known for line in own),
            expected=sum(line.expected for line in own),
            is_all_volume=all(line.is_all_volume for line in own),
            against_list=sum(line.against_list for line in own),
        )
        for customer, own in lines.items()
    }


def _sum_known(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def charges_of_pairs(
    viewer: Viewer,
    stretch: Stretch,
    planned: Mapping[str, Mapping[str, Decimal]],
    currency: str,
) -> dict[tuple[str, str], ServiceCharge]:
    """Return the charge of every (customer, service) with known use; they sum to the charges of the customers."""
    tariff = tariff_at_home(viewer, currency)
    charges = charges_visible_to(viewer, tariff, stretch.first, stretch.last, planned)
    return {pair: charge for pair, charge in charges.items() if charge and charge.known}

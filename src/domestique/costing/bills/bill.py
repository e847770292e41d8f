"""A customer's bill: what was planned, what was used, what it costs, and why that differs.

Source: measurement 3.4 and demo B9; ``tariff`` has the charge of a month. Pages that show what all
customers are charged (``charges``) add up by the same rule, without the months.

Which months are compared. A month nobody has closed is not known, so neither its plan nor its use
is in the sums; it is listed as missing, with its plan beside (``open_plan``). The same holds for
one service without a row in a month where the customer has others: not known, never silently
nothing. Use without a plan counts against a plan of nothing, all volume.

Which currency. A bill is in the organisation's currency unless another is asked for. Prices in the
organisation's currency have no currency variance there: the Finnish division's bill in SEK differs
by volume alone. Her budget is in EUR, so the same bill asked for in EUR turns the plan by the plan
rate and the use by the actual rate, and shows what the exchange rate did to her.

Amounts are exact until the line; a line is rounded to minor units, and all sums are sums of lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.bills.charge import against_list, sum_in_minor
from domestique.costing.bills.month_charge import BillBasis, ChargeBook, MonthCharge
from domestique.costing.variance import Variance, split_variances, sum_variances
from domestique.portfolio.choices import UnitKind
from domestique.quantities.money import minor_digits
from domestique.quantities.period import Month, months_from_to
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class BillLine:
    """A service on the bill, in minor units.

    ``planned`` is the plan of the known months only, ``open_plan`` that of the others; ``actual``
    and ``variance`` are ``None`` where no month is known. ``against_list`` is what agreed prices
    change: the charge less what the list would charge, in the months it has a price for.
    """

    service: str
    unit_kind: UnitKind
    months: tuple[MonthCharge, ...]
    planned: int
    open_plan: int
    actual: int | None
    variance: Variance[int] | None
    against_list: int

    @property
    def beside_list(self) -> MonthCharge | None:
        """The newest month in which a price agreed with the customer differs from the list."""
        return next((charge for charge in reversed(self.months) if charge.is_beside_list), None)

    @property
    def months_missing(self) -> tuple[Month, ...]:
        """The months whose use is not known."""
        return tuple(charge.month for charge in self.months if charge.actual is None)


@dataclass(frozen=True, slots=True)
class Bill:
    """A customer's bill over some months, in minor units of one currency; sums are sums of lines.

    ``months_missing`` are the months in which nothing at all of this customer is closed.
    """

    customer: str
    currency: str
    first: Month
    last: Month
    lines: tuple[BillLine, ...]
    months_missing: tuple[Month, ...]
    notes: tuple[Sentence, ...]

    @property
    def planned(self) -> int:
        """The planned charge of what is known."""
        return sum(line.planned for line in self.lines)

    @property
    def open_plan(self) -> int:
        """The planned charge of what is not known yet."""
        return sum(line.open_plan for line in self.lines)

    @property
    def actual(self) -> int | None:
        """The actual charge; not known while no line is."""
        known = [line.actual for line in self.lines if line.actual is not None]
        return sum(known) if known else None

    @property
    def variance(self) -> Variance[int] | None:
        """Actual less planned, split; not known while no line is."""
        known = [line.variance for line in self.lines if line.variance is not None]
        return sum_variances(known) if known else None

    @property
    def against_list(self) -> int:
        """The charge less what the price list would charge."""
        return sum(line.against_list for line in self.lines)

    @property
    def completeness(self) -> Fraction:
        """Known service-months over those expected."""
        expected = sum(len(line.months) for line in self.lines)
        missing = sum(len(line.months_missing) for line in self.lines)
        return Fraction(expected - missing, expected) if expected else Fraction(0)


def reckon_bill(basis: BillBasis, first: Month, last: Month, currency: str = "") -> Bill:
    """Reckon a customer's bill from month to month, both included.

    ``currency`` is the one to show, the organisation's if empty. Raises ``ExchangeRateMissing``.
    """
    return reckon_bills(basis, [(first, last)], currency)[0]


def reckon_bills(
    basis: BillBasis, spans: Sequence[tuple[Month, Month]], currency: str = ""
) -> list[Bill]:
    """Reckon several bills of one customer, each month's charges once for all of them."""
    book = ChargeBook(basis, currency or basis.currency)
    return [_bill(basis, book, first, last) for first, last in spans]


def _bill(basis: BillBasis, book: ChargeBook, first: Month, last: Month) -> Bill:
    months = tuple(months_from_to(first, last))
    lines = []
    notes = list(book.note_rates(months))
    for service in book.services:
        charges = tuple(book.charges(service, months))
        notes += book.note_prices(service, months)
        if charges:
            lines.append(_line(service, basis.unit_kinds[service], charges, book.currency))
    closed = {used.month for used in basis.actual}
    return Bill(
        customer=basis.customer,
        currency=book.currency,
        first=first,
        last=last,
        lines=tuple(lines),
        months_missing=tuple(month for month in months if month not in closed),
        notes=tuple(notes),
    )


def _line(
    service: str, kind: UnitKind, charges: tuple[MonthCharge, ...], currency: str
) -> BillLine:
    known = [(charge.planned, charge.actual) for charge in charges if charge.actual is not None]
    planned = sum_in_minor((plan for plan, _ in known), currency)
    actual = sum_in_minor((use for _, use in known), currency)
    minor = 10 ** minor_digits(currency)
    return BillLine(
        service=service,
        unit_kind=kind,
        months=charges,
        planned=planned,
        open_plan=sum_in_minor((one.planned for one in charges if one.actual is None), currency),
        actual=actual if known else None,
        variance=split_variances(known, actual - planned, minor) if known else None,
        against_list=against_list(
            [(one.actual, one.by_list) for one in charges if one.actual is not None], currency
        ),
    )

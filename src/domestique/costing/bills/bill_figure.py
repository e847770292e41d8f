"""Explain a bill: a line month by month down to the rows, and the whole bill line by line."""

from collections.abc import Mapping
from fractions import Fraction

from domestique.costing.bills.bill import Bill, BillLine
from domestique.costing.bills.month_charge import MonthCharge
from domestique.costing.cost_figure import NO_NAMES
from domestique.costing.variance import Variance
from domestique.portfolio.choices import UnitKind
from domestique.quantities.figure import Figure, Line, Source, grade_of_completeness
from domestique.quantities.money import from_minor, minor_digits
from domestique.quantities.period import Month
from domestique.quantities.rounding import round_half_even, write_brief
from domestique.quantities.sentence import Sentence, say

FORMULA = say(
    "Actual less planned charge is volume (units × planned price), price (change × actual units) "
    "and currency (change of rate)."
)
# By kind of unit, and whether the price changes currency.
MONTH_TEXTS = {
    (UnitKind.STOCK, False): "%(month)s: %(units)s × %(price)s / 12, planned %(planned)s",
    (UnitKind.FLOW, False): "%(month)s: %(units)s × %(price)s, planned %(planned)s",
    (
        UnitKind.STOCK,
        True,
    ): "%(month)s: %(units)s × %(price)s / 12 × rate %(rate)s, planned %(planned)s",
    (UnitKind.FLOW, True): "%(month)s: %(units)s × %(price)s × rate %(rate)s, planned %(planned)s",
}


def explain_line(bill: Bill, line: BillLine) -> Figure:
    """Return the actual charge of a service: each month's, then plan and variance."""
    known = len(line.months) - len(line.months_missing)
    completeness = Fraction(known, len(line.months))
    months = tuple(_month_line(charge, line.unit_kind, bill.currency) for charge in line.months)
    return Figure(
        value=None if line.actual is None else from_minor(line.actual, bill.currency),
        unit=bill.currency,
        period=write_period(bill.first, bill.last),
        observations=known,
        completeness=completeness,
        grade=grade_of_completeness(completeness),
        formula=FORMULA,
        lines=(
            *months,
            *_difference_lines(line.planned, line.variance, bill.currency),
            *_beside_list(line, bill.currency),
        ),
    )


def explain_bill(bill: Bill, names: Mapping[str, str] = NO_NAMES) -> Figure:
    """Return the actual charge of a bill: each service's, then plan and variance."""
    lines = tuple(
        Line(
            what=say("%(service)s", service=names.get(line.service, line.service)),
            amount=None if line.actual is None else from_minor(line.actual, bill.currency),
            unit=bill.currency,
        )
        for line in bill.lines
    )
    return Figure(
        value=None if bill.actual is None else from_minor(bill.actual, bill.currency),
        unit=bill.currency,
        period=write_period(bill.first, bill.last),
        observations=sum(len(line.months) - len(line.months_missing) for line in bill.lines),
        completeness=bill.completeness,
        grade=grade_of_completeness(bill.completeness),
        formula=FORMULA,
        lines=(
            *lines,
            *_difference_lines(bill.planned, bill.variance, bill.currency),
            *against_list_line(bill.against_list, bill.currency),
        ),
    )


def agreed_instead(line: BillLine) -> Sentence | None:
    """Say which price was agreed with the customer, in the newest month where it differs from the list."""
    month = line.beside_list
    if month is None or month.charged is None:
        return None
    agreed = write_brief(month.charged.amount, 6)
    if month.listed is None:
        return say("Agreed price %(agreed)s; the price list has none.", agreed=agreed)
    listed = write_brief(month.listed.amount, 6)
    return say(
        "Agreed price %(agreed)s instead of %(listed)s on the list.", agreed=agreed, listed=listed
    )


def against_list_line(minor: int, currency: str) -> tuple[Line, ...]:
    """Return the line of a reckoning that tells what agreed prices change; none where they change nothing."""
    what = say("Prices agreed with the customer, against the price list")
    return (Line(what, from_minor(minor, currency), currency),) if minor else ()


def _beside_list(line: BillLine, currency: str) -> tuple[Line, ...]:
    told = agreed_instead(line)
    return (Line(told, from_minor(line.against_list, currency), currency),) if told else ()


def write_period(first: Month, last: Month) -> str:
    """Write months as a figure's period: ``2026-10``, ``2026``, or ``2026-01 – 2026-10``."""
    if first == last:
        return str(first)
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{first} – {last}"


def _month_line(charge: MonthCharge, kind: UnitKind, currency: str) -> Line:
    digits = minor_digits(currency)
    planned = round_half_even(charge.planned.amount, digits)
    if charge.actual is None:
        what = say(
            "%(month)s: not known, planned %(planned)s", month=str(charge.month), planned=planned
        )
        return Line(what, None, currency, _sources(charge))
    amount = round_half_even(charge.actual.amount, digits)
    what = say(
        MONTH_TEXTS[kind, charge.actual.rate != 1],
        month=str(charge.month),
        units=write_brief(charge.actual.units, 4),
        price=write_brief(charge.actual.price, 4),
        rate=write_brief(charge.actual.rate, 6),
        planned=planned,
    )
    return Line(what, amount, currency, _sources(charge))


def _sources(charge: MonthCharge) -> tuple[Source, ...]:
    rows = [
        ("actual_consumption", charge.actual_row),
        ("planned_consumption", charge.planned_row),
        *((price.table, price.row) for price in charge.prices),
    ]
    return tuple(Source(table, row) for table, row in rows if row)


def _difference_lines(
    planned: int, variance: Variance[int] | None, currency: str
) -> tuple[Line, ...]:
    if variance is None:
        return ()
    amounts = [
        (say("Planned charge of the known months"), planned),
        (say("Volume: more or fewer units"), variance.volume),
        (say("Price: a dearer or cheaper unit"), variance.price),
        (say("Currency: a changed exchange rate"), variance.currency),
    ]
    return tuple(Line(what, from_minor(amount, currency), currency) for what, amount in amounts)

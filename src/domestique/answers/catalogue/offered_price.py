"""What one unit of a service costs its customer, what that means a month, and from which row it comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.bills.tariff import MONTHS_IN_YEAR
from domestique.costing.queries import prices_visible_to
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.money import minor_digits
from domestique.quantities.period import Month
from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Tag:
    """A price as a customer reads it: the figure, per what, what it means a month where it is held, and the amount alone."""

    figure: Figure
    per: Sentence
    month: Figure | None
    amount: Decimal

    @property
    def explained(self) -> Figure:
        """The figure whose reckoning tells both: a month of it names the yearly price it is a twelfth of."""
        return self.month or self.figure


def prices_in(viewer: Viewer, ids: Iterable[str], month: Month) -> dict[str, UnitPrice]:
    """Return the price of each of these services in a month, by the rule of the bills, in one query."""
    prices = PriceList(prices_visible_to(viewer, ids))
    return {id_: price for id_ in ids if (price := prices.in_month(id_, month))}


def listed(price: UnitPrice, home: str, *, unit: str, is_held: bool) -> Tag:
    """Make the tag of a price in the price list; ``home`` is the organisation's currency."""
    line = Line(
        say("Price list from %(day)s", day=price.starts),
        price.amount,
        home,
        (Source("prices", price.row),),
    )
    until = price.ends.isoformat() if price.ends else "…"
    return _tag(line, f"{price.starts} – {until}", unit, is_held=is_held)


def agreed(amount: Decimal, home: str, row: str, *, unit: str, is_held: bool) -> Tag:
    """Make the tag of a price in a customer's agreement; ``row`` is the line's key."""
    line = Line(say("Agreed with you"), amount, home, (Source("agreement_lines", row),))
    return _tag(line, row.split(maxsplit=1)[0], unit, is_held=is_held)


def _tag(line: Line, period: str, unit: str, *, is_held: bool) -> Tag:
    amount = Decimal(str(line.amount))
    month = a_month(amount, line.unit)
    return Tag(
        _figure(amount, period, say("The price of one, as it stands there."), line),
        _per(unit, is_held=is_held),
        _figure(month, period, say("A twelfth of the yearly price."), line) if is_held else None,
        amount,
    )


def _per(unit: str, *, is_held: bool) -> Sentence:
    if not unit:
        return say("a year for each") if is_held else say("for each")
    return say("per %(unit)s and year", unit=unit) if is_held else say("per %(unit)s", unit=unit)


def a_month(yearly: Decimal, currency: str) -> Decimal:
    """Return a twelfth of a yearly amount, to the currency's minor unit."""
    return round_half_even(Fraction(yearly) / MONTHS_IN_YEAR, minor_digits(currency))


def _figure(value: Decimal, period: str, formula: Sentence, line: Line) -> Figure:
    return Figure(
        value=value,
        unit=line.unit,
        period=period,
        observations=1,
        completeness=Fraction(1),
        grade=Grade.MEASURED,
        formula=formula,
        lines=(line,),
    )

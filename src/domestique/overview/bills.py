"""A customer's bill: what was charged, why that moved, every line down to its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.bill import Bill
from domestique.costing.bill_figure import explain_bill, explain_line
from domestique.costing.queries import bill_of
from domestique.overview.customers import why_moved
from domestique.overview.months import Stretch, closed_stretch
from domestique.overview.year_end import YearEnd, whole_year, year_end_of
from domestique.parties.queries import (
    customer_visible_to,
    organisation_of,
)
from domestique.parties.viewer import Viewer
from domestique.portfolio.queries import service_names
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, Value, say


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of a bill."""

    service: str
    name: str
    planned: Decimal
    charge: Figure
    change: Decimal | None
    volume: Decimal | None
    price: Decimal | None
    currency: Decimal | None


@dataclass(frozen=True, slots=True)
class BillPage:
    """A customer's bill: the answer, why it moved, every line down to its rows."""

    id: str
    name: str
    bill: Bill | None
    stretch: Stretch | None
    currency: str
    headline: Sentence
    planned: Decimal | None
    charge: Figure | None
    change: Fraction | None
    year_end: YearEnd | None
    why: tuple[tuple[Sentence, Decimal], ...]
    rows: tuple[BillRow, ...]

    @property
    def forecast(self) -> Figure | None:
        """The expected charge of the year, with its reckoning."""
        return self.year_end.figure if self.year_end else None

    @property
    def has_dearer(self) -> bool:
        """Whether the price of anything changed."""
        return any(row.price for row in self.rows)

    @property
    def has_rate(self) -> bool:
        """Whether an exchange rate moved anything."""
        return any(row.currency for row in self.rows)


def bill_page(
    viewer: Viewer, customer_id: str, year: int | None = None, currency: str = ""
) -> BillPage | None:
    """Return a customer's bill over the closed months of a year; ``None`` if there is no such customer."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    name = customer.name
    stretch = closed_stretch(viewer, year)
    shown = currency or organisation_of(viewer).currency
    bill = bill_of(viewer, customer_id, stretch.first, stretch.last, currency) if stretch else None
    if bill is None or stretch is None or not bill.lines:
        headline = say("We do not know what %(customer)s is charged.", customer=name)
        return BillPage(
            customer_id, name, None, stretch, shown, headline, None, None, None, None, (), ()
        )
    names = service_names(viewer)
    whole = whole_year(viewer, customer_id, stretch.year, currency)
    change = (
        Fraction(bill.actual - bill.planned, bill.planned)
        if bill.actual is not None and bill.planned
        else None
    )
    return BillPage(
        id=customer_id,
        name=name,
        bill=bill,
        stretch=stretch,
        currency=bill.currency,
        headline=_bill_headline(name, bill, change),
        planned=from_minor(bill.planned, bill.currency),
        charge=explain_bill(bill, names),
        change=change,
        year_end=year_end_of(whole),
        why=why_moved(bill),
        rows=_bill_rows(bill, names),
    )


def _bill_rows(bill: Bill, names: Mapping[str, str]) -> tuple[BillRow, ...]:
    def money(amount: int | None) -> Decimal | None:
        return None if amount is None else from_minor(amount, bill.currency)

    rows = [
        BillRow(
            service=line.service,
            name=names.get(line.service, line.service),
            planned=from_minor(line.planned, bill.currency),
            charge=explain_line(bill, line),
            change=money(line.variance.total if line.variance else None),
            volume=money(line.variance.volume if line.variance else None),
            price=money(line.variance.price if line.variance else None),
            currency=money(line.variance.currency if line.variance else None),
        )
        for line in bill.lines
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.change or Decimal(0)), row.service)))


def _bill_headline(name: str, bill: Bill, change: Fraction | None) -> Sentence:
    if change is None or bill.actual is None:
        return say("We do not know how the charge of %(customer)s moved.", customer=name)
    values: dict[str, Value] = {
        "customer": name,
        "amount": round(from_minor(bill.actual, bill.currency) / 1_000_000, 1),
        "currency": bill.currency,
        "percent": round(Decimal(str(float(abs(change) * 100))), 1),
    }
    if abs(change) < Fraction(5, 10_000):
        return say("%(customer)s is charged %(amount)s million %(currency)s, as planned.", **values)
    if change > 0:
        return say(
            "%(customer)s is charged %(amount)s million %(currency)s, %(percent)s %% more than planned.",
            **values,
        )
    return say(
        "%(customer)s is charged %(amount)s million %(currency)s, %(percent)s %% less than planned.",
        **values,
    )

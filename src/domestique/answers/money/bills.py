"""A customer's bill: what was charged, why that moved, every line down to its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money.year_end import YearEnd, year_end_of
from domestique.costing.bills.bill import Bill, BillLine, reckon_bills
from domestique.costing.bills.bill_figure import agreed_instead, explain_bill, explain_line
from domestique.costing.queries import bill_bases
from domestique.parties.queries import customer_visible_to, organisation_of
from domestique.portfolio.queries import service_names
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, Value, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch, closed_stretch
from domestique.vocabulary.speech import short_money


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of a bill."""

    service: str
    name: str
    planned: Decimal
    actual: Decimal | None
    change: Decimal | None
    volume: Decimal | None
    price: Decimal | None
    currency: Decimal | None
    bill: Bill = field(repr=False)
    line: BillLine = field(repr=False)

    @property
    def agreed(self) -> Sentence | None:
        """The price agreed with the customer, where it differs from the list."""
        return agreed_instead(self.line)

    @property
    def charge(self) -> Figure:
        """The charge with its reckoning, month by month; reckoned only for the rows that are shown."""
        return explain_line(self.bill, self.line)


@dataclass(frozen=True, slots=True)
class BillPage:
    """A customer's bill: the answer, why it moved, every line down to its rows."""

    id: str
    name: str
    bill: Bill | None
    stretch: Stretch | None
    currency: str
    headline: Sentence
    planned: Decimal | None = None
    charge: Figure | None = None
    change: Fraction | None = None
    year_end: YearEnd | None = None
    why: tuple[tuple[Sentence, Decimal], ...] = ()
    rows: tuple[BillRow, ...] = ()

    @property
    def forecast(self) -> Figure | None:
        """The expected charge of the year, with its reckoning."""
        return self.year_end.figure if self.year_end else None

    @property
    def against_list(self) -> Decimal:
        """What prices agreed with the customer change, against the price list."""
        return from_minor(self.bill.against_list if self.bill else 0, self.currency)

    @property
    def has_dearer(self) -> bool:
        """Whether the price of anything changed."""
        return any(row.price for row in self.rows)

    @property
    def has_rate(self) -> bool:
        """Whether an exchange rate moved anything."""
        return any(row.currency for row in self.rows)


@while_unchanged
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
    bills = _bills(viewer, customer_id, stretch, currency) if stretch else None
    if bills is None or stretch is None or not bills[0].lines:
        headline = say("We do not know what %(customer)s is charged.", customer=name)
        return BillPage(customer_id, name, None, stretch, shown, headline)
    names, (bill, whole) = service_names(viewer), bills
    change = None
    if bill.actual is not None and (bill.planned or not bill.actual):
        change = Fraction(bill.actual - bill.planned, abs(bill.planned) or 1)
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


def _bills(viewer: Viewer, customer_id: str, stretch: Stretch, currency: str) -> tuple[Bill, Bill]:
    """Return the bill of the closed months and that of their whole year, read once for both."""
    year = Month(stretch.year, 1), Month(stretch.year, 12)
    basis = bill_bases(viewer, *year, [customer_id])[customer_id]
    bill, whole = reckon_bills(basis, [(stretch.first, stretch.last), year], currency)
    return bill, whole


def why_moved(bill: Bill | None) -> tuple[tuple[Sentence, Decimal], ...]:
    """Return the parts of a bill's difference that are not nothing, in words a customer uses."""
    if bill is None or bill.variance is None:
        return ()
    parts = (
        (say("You used more or less"), bill.variance.volume),
        (say("It got dearer or cheaper"), bill.variance.price),
        (say("The exchange rate moved"), bill.variance.currency),
    )
    return tuple((text, from_minor(amount, bill.currency)) for text, amount in parts if amount)


def _bill_rows(bill: Bill, names: Mapping[str, str]) -> tuple[BillRow, ...]:
    def money(amount: int | None) -> Decimal | None:
        return None if amount is None else from_minor(amount, bill.currency)

    rows = [
        BillRow(
            service=line.service,
            name=names.get(line.service, line.service),
            planned=from_minor(line.planned, bill.currency),
            actual=money(line.actual),
            change=money(getattr(line.variance, "total", None)),
            volume=money(getattr(line.variance, "volume", None)),
            price=money(getattr(line.variance, "price", None)),
            currency=money(getattr(line.variance, "currency", None)),
            bill=bill,
            line=line,
        )
        for line in bill.lines
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.change or Decimal(0)), row.service)))


def _bill_headline(name: str, bill: Bill, change: Fraction | None) -> Sentence:
    if bill.actual is None:
        return say("We do not know how the charge of %(customer)s moved.", customer=name)
    values: dict[str, Value] = {
        "customer": name,
        "amount": short_money(from_minor(bill.actual, bill.currency), bill.currency),
    }
    if change is None:
        text = "%(customer)s is charged %(amount)s, and nothing of it was planned."
        return say(text, **values)
    values["percent"] = round(Decimal(str(float(abs(change) * 100))), 1)
    text = "%(customer)s is charged %(amount)s, %(percent)s %% more than planned."
    if abs(change) < Fraction(5, 10_000):
        text = "%(customer)s is charged %(amount)s, as planned."
    elif change < 0:
        text = "%(customer)s is charged %(amount)s, %(percent)s %% less than planned."
    return say(text, **values)

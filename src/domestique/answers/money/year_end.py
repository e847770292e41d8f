"""Where a customer's charge of the year is heading: low, as planned, high. An estimate, and shown as one."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.bills.bill import Bill
from domestique.costing.bills.forecast import explain_forecast, forecast_year
from domestique.costing.queries import bill_of
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The expected charge of a year with its range, and the plan of the whole year to hold it against.

    ``change`` is how much more is expected than was planned for the year, as a share of the plan.
    """

    year: int
    figure: Figure
    low: Decimal
    as_planned: Decimal
    high: Decimal
    year_plan: Decimal
    change: Fraction | None

    @property
    def places(self) -> dict[str, int]:
        """Where each amount stands between the least and the most of them, in percent of the way, for drawing."""
        amounts = {
            "low": self.low,
            "high": self.high,
            "plan": self.year_plan,
            "expected": Decimal(round(Fraction(self.figure.value or 0))),
        }
        least, most = min(amounts.values()), max(amounts.values())
        whole = most - least or Decimal(1)
        return {name: int((amount - least) * 96 / whole) + 2 for name, amount in amounts.items()}


def whole_year(viewer: Viewer, customer_id: str, year: int, currency: str = "") -> Bill | None:
    """Return the bill a forecast is made from: January to December, as far as it is known."""
    return bill_of(viewer, customer_id, Month(year, 1), Month(year, 12), currency)


def year_end_of(bill: Bill | None) -> YearEnd | None:
    """Forecast from the bill of a whole year; ``None`` while there is no month to judge by."""
    forecast = None if bill is None else forecast_year(bill)
    if bill is None or forecast is None or forecast.low is None or forecast.high is None:
        return None
    low, planned, high, year_plan = (
        from_minor(amount, bill.currency)
        for amount in (forecast.low, forecast.plan, forecast.high, bill.planned + bill.open_plan)
    )
    figure = explain_forecast(bill, forecast)
    more = None if figure.value is None else Fraction(figure.value) - Fraction(year_plan)
    change = more / abs(Fraction(year_plan)) if more is not None and year_plan else None
    return YearEnd(bill.first.year, figure, low, planned, high, year_plan, change)

"""Where a year's charge is heading: what is known, and what is left of the plan.

Source: measurement 3.4. ``expected`` carries the run rate on: what is left of the plan, times
actual over planned so far. ``plan`` takes the rest as planned; ``low`` and ``high`` take it as the
month furthest below and above its plan went, or as planned where every month lay on one side. It is
an estimate and graded as one (C).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.bills.bill import Bill
from domestique.costing.bills.bill_figure import write_period
from domestique.costing.wording import write_brief
from domestique.quantities.figure import Figure, Grade, Line
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import say


@dataclass(frozen=True, slots=True)
class Forecast:
    """A year's charge in minor units; ``expected`` and the range need a month to compare."""

    actual_to_date: int
    planned_rest: int
    run_rate: Fraction | None
    expected: int | None
    low: int | None
    plan: int
    high: int | None


def forecast_year(bill: Bill) -> Forecast:
    """Forecast from a bill over a whole year, January to December, with some months known."""
    actual = bill.actual or 0
    rest = bill.open_plan
    run_rate = Fraction(actual, bill.planned) if bill.actual is not None and bill.planned else None
    factors = [*_month_factors(bill), Fraction(1)]

    def carry_on(factor: Fraction) -> int | None:
        """Return the charge of the year if the rest is ``factor`` times its plan; ``None`` while no month is known."""
        return None if run_rate is None else actual + round(rest * factor)

    return Forecast(
        actual_to_date=actual,
        planned_rest=rest,
        run_rate=run_rate,
        expected=carry_on(run_rate or Fraction(0)),
        low=carry_on(min(factors)),
        plan=actual + rest,
        high=carry_on(max(factors)),
    )


def _month_factors(bill: Bill) -> Iterator[Fraction]:
    """Yield actual over planned for each month in which something is known and was planned."""
    planned: dict[str, Fraction] = {}
    actual: dict[str, Fraction] = {}
    for charge in (charge for line in bill.lines for charge in line.months):
        if charge.actual is not None:
            month = str(charge.month)
            planned[month] = planned.get(month, Fraction(0)) + charge.planned.amount
            actual[month] = actual.get(month, Fraction(0)) + charge.actual.amount
    return (actual[month] / amount for month, amount in planned.items() if amount)


def explain_forecast(bill: Bill, forecast: Forecast | None = None) -> Figure:
    """Return the expected charge of the year as a figure, with its range; ``forecast`` if it is there already."""
    forecast = forecast or forecast_year(bill)
    amounts = [
        (say("Actual to date"), forecast.actual_to_date),
        (say("Plan of the months not known yet"), forecast.planned_rest),
        (say("If the rest goes as the lowest month"), forecast.low),
        (say("If the rest goes as planned"), forecast.plan),
        (say("If the rest goes as the highest month"), forecast.high),
    ]
    return Figure(
        value=None if forecast.expected is None else from_minor(forecast.expected, bill.currency),
        unit=bill.currency,
        period=write_period(bill.first, bill.last),
        observations=sum(len(line.months) - len(line.months_missing) for line in bill.lines),
        completeness=bill.completeness,
        grade=Grade.ESTIMATED,
        formula=say(
            "Actual to date and the rest of the plan times a run rate of %(rate)s.",
            rate=None if forecast.run_rate is None else write_brief(forecast.run_rate, 4),
        ),
        lines=tuple(
            Line(what, None if amount is None else from_minor(amount, bill.currency), bill.currency)
            for what, amount in amounts
        ),
    )

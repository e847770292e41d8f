"""Where a year's charge is heading: what is known, and what is left of the plan.

Source: measurement 3.4. ``expected`` carries the run rate on: what is left of the plan, times
actual over planned in those service-months that have both; use nobody planned is in what was
charged, and says nothing about the pace of what was planned. ``plan`` takes the rest as planned;
``low`` and ``high`` take it as the month furthest below and above its plan went, or as planned
where every month lay on one side. So ``low <= expected <= high``. It is an estimate and graded as
one (C).
"""

from dataclasses import dataclass
from fractions import Fraction

from domestique.costing.bills.bill import Bill
from domestique.costing.bills.bill_figure import write_period
from domestique.quantities.figure import Figure, Grade, Line
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.rounding import write_brief
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
    months = _planned_and_used(bill)
    planned = sum(plan for plan, _ in months)
    run_rate = sum(use for _, use in months) / planned if planned else None
    factors = [use / plan for plan, use in months if plan] + [Fraction(1)]
    # A plan of credits turns the range round, so its ends are the least and the most, not the first and the last.
    rests = [] if run_rate is None else [round(rest * factor) for factor in (run_rate, *factors)]
    return Forecast(
        actual_to_date=actual,
        planned_rest=rest,
        run_rate=run_rate,
        expected=actual + rests[0] if rests else None,
        low=actual + min(rests) if rests else None,
        plan=actual + rest,
        high=actual + max(rests) if rests else None,
    )


def _planned_and_used(bill: Bill) -> list[tuple[Fraction, Fraction]]:
    """Return each month's plan and use, of the services that have both in it."""
    months: dict[Month, tuple[Fraction, Fraction]] = {}
    for charge in (charge for line in bill.lines for charge in line.months):
        if charge.actual is not None and charge.planned.amount:
            plan, use = months.get(charge.month, (Fraction(0), Fraction(0)))
            months[charge.month] = plan + charge.planned.amount, use + charge.actual.amount
    return list(months.values())


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

"""Where a year's charge is heading: run rate, range, and that it is an estimate."""

from __future__ import annotations

from fractions import Fraction

from given_costs import given_year
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domestique.costing.bills.bill import Bill, reckon_bill
from domestique.costing.bills.forecast import Forecast, explain_forecast, forecast_year
from domestique.quantities.figure import Grade
from domestique.quantities.period import Month


def year(planned: str, actual: dict[int, str]) -> Bill:
    return reckon_bill(given_year(planned, actual), Month(2026, 1), Month(2026, 12))


def test_rest_of_the_plan_goes_on_at_the_run_rate() -> None:
    forecast = forecast_year(year("10", {1: "12", 2: "10", 3: "9", 4: "11"}))

    assert forecast == Forecast(
        actual_to_date=4200_00,
        planned_rest=8000_00,
        run_rate=Fraction(42, 40),
        expected=12600_00,
        low=11400_00,  # the rest as March: nine tenths
        plan=12200_00,
        high=13800_00,  # the rest as January: twelve tenths
    )


def test_range_holds_the_plan_also_when_every_month_was_dearer() -> None:
    forecast = forecast_year(year("10", {1: "12", 2: "13"}))

    assert forecast.low == forecast.plan == 2500_00 + 10000_00
    assert forecast.high == 2500_00 + 13000_00


def test_nothing_known_gives_the_plan_and_no_guess() -> None:
    forecast = forecast_year(year("10", {}))

    assert forecast.plan == 12000_00
    assert (forecast.run_rate, forecast.expected, forecast.low, forecast.high) == (None,) * 4
    assert explain_forecast(year("10", {})).value is None


def test_use_without_a_plan_gives_no_run_rate() -> None:
    forecast = forecast_year(year("0", {1: "12"}))

    assert forecast.actual_to_date == forecast.plan == 1200_00
    assert forecast.expected is None


def test_closed_year_is_its_own_forecast() -> None:
    forecast = forecast_year(year("10", dict.fromkeys(range(1, 13), "11")))

    assert forecast.expected == forecast.low == forecast.high == forecast.plan == 13200_00


def test_forecast_is_marked_as_an_estimate() -> None:
    figure = explain_forecast(year("10", {1: "12", 2: "10", 3: "9", 4: "11"}))

    assert figure.grade is Grade.ESTIMATED
    assert (str(figure.value), figure.unit, figure.period) == ("12600.00", "SEK", "2026")
    assert figure.completeness == Fraction(4, 12)
    assert str(figure.formula) == (
        "Actual to date and the rest of the plan times a run rate of 1.05."
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(-9, 40),
    st.dictionaries(st.integers(1, 12), st.integers(-20, 60).map(str), max_size=12),
)
def test_expected_and_plan_lie_within_the_range(planned: int, used: dict[int, str]) -> None:
    forecast = forecast_year(year(str(planned), used))

    if forecast.expected is not None and forecast.low is not None and forecast.high is not None:
        assert forecast.low <= min(forecast.expected, forecast.plan)
        assert forecast.high >= max(forecast.expected, forecast.plan)

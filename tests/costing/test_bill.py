"""A customer's bill: plan, use and why they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from given_costs import given_year
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.costing.bills.bill import Bill, reckon_bill
from domestique.costing.bills.month_charge import ActualUnits, BillBasis, PlannedUnits
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.variance import Variance
from domestique.portfolio.choices import UnitKind
from domestique.quantities.period import Month

JANUARY, MARCH, DECEMBER = Month(2026, 1), Month(2026, 3), Month(2026, 12)


def quarter(basis: BillBasis, currency: str = "") -> Bill:
    return reckon_bill(basis, JANUARY, MARCH, currency)


def test_stock_unit_is_charged_a_twelfth_of_the_yearly_price() -> None:
    bill = quarter(given_year("40", {1: "40", 2: "42", 3: "42"}, price="1200"))

    assert bill.planned == 3 * 40 * 100_00
    assert bill.actual == 124 * 100_00
    assert bill.variance == Variance(volume=4 * 100_00, price=0, currency=0)


def test_flow_unit_is_charged_each_against_a_twelfth_of_the_plan() -> None:
    bill = quarter(given_year("1200", {1: "90", 2: "130", 3: "100"}, price="73.9", kind="flow"))

    assert bill.planned == 300 * 73_90
    assert bill.actual == 320 * 73_90
    assert bill.variance == Variance(volume=20 * 73_90, price=0, currency=0)


def test_price_that_changes_in_the_year_is_a_price_variance_from_then_on() -> None:
    basis = given_year("12", {1: "12", 2: "12", 3: "24"}, price="1200")
    raised = UnitPrice("Mail", date(2026, 3, 1), Decimal(1500))

    bill = quarter(replace(basis, prices=PriceList([*basis.prices, raised])))
    assert bill.planned == 3 * 1200_00
    assert bill.variance == Variance(volume=1200_00, price=24 * 25_00, currency=0)
    assert bill.actual == 2 * 1200_00 + 24 * 125_00


def test_month_nobody_has_closed_is_missing_and_not_compared() -> None:
    bill = quarter(given_year("12", {1: "12", 2: "12"}))

    assert bill.months_missing == (MARCH,)
    assert bill.planned == bill.actual == 2 * 1200_00
    assert bill.open_plan == 1200_00


def test_service_without_a_row_where_others_have_one_is_not_known() -> None:
    basis = given_year("12", {1: "12", 2: "12"})
    web = ActualUnits("Web", MARCH, Decimal(6))
    price = UnitPrice("Web", date(2026, 1, 1), Decimal(1200))
    kinds = {**basis.unit_kinds, "Web": UnitKind.STOCK}

    bill = quarter(
        replace(
            basis,
            unit_kinds=kinds,
            actual=[*basis.actual, web],
            prices=PriceList([*basis.prices, price]),
        )
    )
    mail, unplanned = bill.lines
    assert bill.months_missing == ()
    assert mail.months_missing == (MARCH,)
    assert (mail.planned, mail.actual, mail.open_plan) == (2400_00, 2400_00, 1200_00)
    assert unplanned.variance == Variance(volume=600_00, price=0, currency=0)
    assert unplanned.planned == 0


def test_nothing_closed_leaves_everything_unknown_rather_than_zero() -> None:
    bill = quarter(given_year("12", {}))

    assert bill.actual is None
    assert bill.variance is None
    assert bill.lines[0].actual is None
    assert (bill.planned, bill.open_plan) == (0, 3600_00)
    assert bill.completeness == 0


def test_service_without_a_price_is_named() -> None:
    bill = quarter(replace(given_year("12", {1: "12", 2: "12"}), prices=PriceList()))

    assert bill.lines == ()
    assert [str(note) for note in bill.notes] == [
        "Mail has no price in 2026-01, 2026-02, 2026-03, so its charge there is not known."
    ]


def test_price_that_ends_leaves_the_months_after_it_unknown() -> None:
    ending = UnitPrice("Mail", date(2026, 1, 1), Decimal(1200), date(2026, 2, 28))

    bill = quarter(
        replace(given_year("12", {1: "12", 2: "12", 3: "12"}), prices=PriceList([ending]))
    )
    assert bill.lines[0].months_missing == (MARCH,)
    assert "Mail has no price in 2026-03" in str(bill.notes[0])


def test_service_planned_at_nothing_is_not_missed() -> None:
    assert quarter(given_year("0", {})).lines == ()


def test_own_currency_shows_what_the_rate_did_to_a_price_at_home() -> None:
    basis = given_year("12", {1: "12", 2: "12", 3: "12"}, price="11200")

    assert quarter(basis).variance == Variance(0, 0, 0)
    bill = quarter(basis, "EUR")
    assert bill.planned == 3 * 1000_00
    assert bill.actual == round(3 * 11200_00 / 11.45)
    assert bill.variance == Variance(volume=0, price=0, currency=-65_50)


def test_plan_rate_that_stands_in_is_said() -> None:
    basis = given_year("12", {1: "12"})
    unknown = [replace(basis.rates[0], actual=None)]

    bill = quarter(replace(basis, rates=unknown), "EUR")
    assert "The actual rate of EUR in 2026 is not known" in str(bill.notes[0])


def test_bill_over_new_year_uses_each_years_plan() -> None:
    basis = given_year("12", {12: "12"})
    next_year = PlannedUnits("Mail", 2027, Decimal(24))
    used = ActualUnits("Mail", Month(2027, 1), Decimal(24))
    basis = replace(basis, planned=[*basis.planned, next_year], actual=[*basis.actual, used])

    bill = reckon_bill(basis, DECEMBER, Month(2027, 1))
    assert bill.planned == bill.actual == 1200_00 + 2400_00


units = st.decimals("0", "500", places=2)
money = st.decimals("0", "50000", places=2)


@settings(max_examples=50, deadline=None)
@given(units, st.dictionaries(st.integers(1, 12), units), money, st.sampled_from(UnitKind))
def test_rounded_lines_and_variances_sum_to_the_bill(
    planned: Decimal, actual: dict[int, Decimal], price: Decimal, kind: UnitKind
) -> None:
    used = {month: str(amount) for month, amount in actual.items()}
    basis = given_year(str(planned), used, price=str(price), kind=kind)

    for currency in ("SEK", "EUR"):
        bill = reckon_bill(basis, JANUARY, DECEMBER, currency)
        for line in bill.lines:
            if line.actual is not None and line.variance is not None:
                assert line.variance.total == line.actual - line.planned
        if bill.actual is not None and bill.variance is not None:
            assert bill.variance.total == bill.actual - bill.planned

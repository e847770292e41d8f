"""The price agreed with a customer holds on her bill, plan and charge alike; else the price list does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from given_costs import given_year
from hypothesis import given
from hypothesis import strategies as st

from domestique.agreements.promised import Term
from domestique.costing.bills.bill import Bill, BillLine, reckon_bill
from domestique.costing.bills.bill_figure import agreed_instead, explain_bill
from domestique.costing.bills.customer_prices import CustomerPrices
from domestique.costing.bills.price_list import PriceList
from domestique.quantities.period import Month

FROM_APRIL = Term("A1", None, date(2026, 4, 1), date(2026, 9, 30), Decimal(900), "A1 Mail")
FROM_JULY = Term("A2", None, date(2026, 7, 2), None, Decimal(960), "A2 Mail")
UNPRICED = Term("A3", None, date(2026, 7, 1), None, None, "A3 Mail")
TWELVE = dict.fromkeys(range(1, 13), "10")


def year_of(*terms: Term, planned: str = "12", kind: str = "stock") -> tuple[Bill, BillLine]:
    """Reckon the bill of 2026 of one service, 1,200 on the list, with these lines of agreements, the newest last."""
    basis = replace(given_year(planned, TWELVE, kind=kind), agreed={"Mail": terms})
    bill = reckon_bill(basis, Month(2026, 1), Month(2026, 12))
    return bill, bill.lines[0]


def test_plan_and_charge_both_take_the_agreed_price():
    """The worked table of docs/calculations/bill.md: six months at 1,200, six at 900; planned 12, used 10."""
    bill, line = year_of(FROM_APRIL)

    assert (line.planned, line.actual) == (6 * 1200_00 + 6 * 900_00, 6 * 1000_00 + 6 * 750_00)
    assert line.variance == (-2100_00, 0, 0)
    assert (line.against_list, bill.against_list) == (-1500_00, -1500_00)


@pytest.mark.parametrize(
    ("month", "price"),
    [(3, 1200), (4, 900), (7, 900), (8, 960), (12, 960)],
)
def test_newest_agreement_that_holds_on_the_first_day_of_a_month_says_its_price(month, price):
    _, line = year_of(FROM_APRIL, FROM_JULY)

    charge = line.months[month - 1]
    assert (charge.planned.price, charge.actual.price) == (price, price)


def test_newest_line_holds_as_a_whole_and_without_a_price_the_list_does():
    _, line = year_of(FROM_APRIL, UNPRICED)

    assert [one.actual.price for one in line.months] == [1200] * 3 + [900] * 3 + [1200] * 6


def test_price_agreed_for_what_the_list_has_no_price_for_is_charged():
    basis = given_year("12", TWELVE)
    basis = replace(basis, prices=PriceList(), agreed={"Mail": [FROM_JULY]})
    bill = reckon_bill(basis, Month(2026, 1), Month(2026, 12))

    assert [one.month.month for one in bill.lines[0].months] == [7, 8, 9, 10, 11, 12]
    assert bill.lines[0].actual == 6 * 800_00
    assert "has no price in 2026-01" in str(bill.notes[0])
    assert "the price list has none" in str(agreed_instead(bill.lines[0]))


def test_it_is_said_which_price_holds_instead_of_which():
    bill, line = year_of(FROM_APRIL)

    assert str(agreed_instead(line)) == "Agreed price 900 instead of 1200 on the list."
    assert explain_bill(bill).lines[-1].amount == Decimal("-1500.00")
    assert [(one.table, one.row) for one in line.months[5].prices] == [
        ("agreement_lines", "A1 Mail")
    ]


def test_price_that_is_the_list_price_is_not_told():
    bill, line = year_of(replace(FROM_APRIL, price=Decimal(1200)))

    assert agreed_instead(line) is None
    assert bill.against_list == 0


DAYS = st.none() | st.dates(date(2025, 10, 1), date(2027, 3, 1))


@given(st.lists(st.tuples(DAYS, DAYS, st.none() | st.integers(0, 2000)), max_size=4))
def test_price_of_every_month_is_that_of_a_second_way_day_by_day(drawn):
    """Walk through the terms by hand: of those around a month's first day the one that began last."""
    terms = sorted(
        (
            Term(f"A{n}", None, starts, ends, None if price is None else Decimal(price), f"A{n}")
            for n, (starts, ends, price) in enumerate(drawn)
        ),
        key=lambda term: term.age,
    )
    prices = CustomerPrices(given_year("12", {}).prices, {"Mail": terms})
    found = [
        run.prices.charged.amount
        for run in prices.runs("Mail", Month(2026, 1), Month(2026, 12))
        for _ in range(run.months)
    ]

    expected = []
    for month in range(1, 13):
        first, price = date(2026, month, 1), Decimal(1200)
        for term in terms:
            if (term.starts or first) <= first <= (term.ends or first):
                price = Decimal(1200) if term.price is None else term.price
        expected.append(price)
    assert found == expected

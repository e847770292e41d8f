"""A full cost and a bill explain themselves down to the rows they came from."""

from __future__ import annotations

from decimal import Decimal

from given_costs import given_network, given_year

from domestique.costing.allocation import allocate_cost
from domestique.costing.bills.bill import reckon_bill
from domestique.costing.bills.bill_figure import explain_bill, explain_line, write_period
from domestique.costing.cost_figure import explain_full_cost
from domestique.quantities.figure import Figure, Grade, Source
from domestique.quantities.period import Month

NETWORK = given_network({"DB": 234_567_800, "ERP": 50_000}, {"DB": {"ERP": 35, "Web": 65}})
JANUARY, MARCH = Month(2026, 1), Month(2026, 3)


def told(figure: Figure) -> list[tuple[str, str]]:
    return [(str(line.what), str(line.amount)) for line in figure.lines]


def test_full_cost_tells_direct_cost_and_what_is_passed_on() -> None:
    figure = explain_full_cost(
        allocate_cost(NETWORK), "ERP", period="2026", currency="SEK", names={"DB": "Database"}
    )

    assert told(figure) == [
        ("Direct cost, labour", "500.00"),
        ("Database passes on 35 % of 2345678.00", "820987.30"),
    ]
    assert figure.value == sum(line.amount or 0 for line in figure.lines) == Decimal("821487.30")
    assert str(figure.formula).endswith("pass on, by the reciprocal method.")


def test_full_cost_leads_to_its_rows() -> None:
    figure = explain_full_cost(allocate_cost(NETWORK), "ERP", period="2026", currency="SEK")

    assert [line.sources for line in figure.lines] == [
        (Source("costs", "2026 ERP"),),
        (Source("cost_shares", "2026 DB ERP"),),
    ]
    assert (figure.observations, figure.completeness, figure.grade) == (2, 1, Grade.ROUTINE)


def test_bill_line_tells_each_month_and_the_variance() -> None:
    bill = reckon_bill(given_year("12", {1: "12", 2: "13.5"}), JANUARY, MARCH)

    figure = explain_line(bill, bill.lines[0])
    assert told(figure) == [
        ("2026-01: 12 × 1200 / 12, planned 1200.00", "1200.00"),
        ("2026-02: 13.5 × 1200 / 12, planned 1200.00", "1350.00"),
        ("2026-03: not known, planned 1200.00", "None"),
        ("Planned charge of the known months", "2400.00"),
        ("Volume: more or fewer units", "150.00"),
        ("Price: a dearer or cheaper unit", "0.00"),
        ("Currency: a changed exchange rate", "0.00"),
    ]
    assert (figure.value, figure.grade) == (Decimal("2550.00"), Grade.ESTIMATED)


def test_bill_line_leads_to_its_rows() -> None:
    bill = reckon_bill(given_year("12", {1: "12"}), JANUARY, JANUARY)

    figure = explain_line(bill, bill.lines[0])
    assert figure.lines[0].sources == (
        Source("actual_consumption", "C01 Mail 2026-01"),
        Source("planned_consumption", "C01 Mail 2026"),
        Source("prices", "Mail 2026"),
    )
    assert figure.grade is Grade.MEASURED


def test_bill_line_in_a_foreign_currency_tells_the_rate() -> None:
    bill = reckon_bill(given_year("12", {1: "3"}, kind="flow"), JANUARY, JANUARY, "EUR")

    first, *_ = told(explain_line(bill, bill.lines[0]))
    assert first == ("2026-01: 3 × 1200 × rate 0.087336, planned 107.14", "314.41")


def test_whole_bill_tells_its_lines() -> None:
    bill = reckon_bill(given_year("12", {1: "12", 2: "13.5"}), JANUARY, MARCH)

    figure = explain_bill(bill, {"Mail": "E-mail"})
    assert told(figure)[:2] == [
        ("E-mail", "2550.00"),
        ("Planned charge of the known months", "2400.00"),
    ]
    assert figure.period == "2026-01 – 2026-03"


def test_bill_of_which_nothing_is_known_has_no_value() -> None:
    bill = reckon_bill(given_year("12", {}), JANUARY, MARCH)

    assert explain_bill(bill).value is None
    assert explain_line(bill, bill.lines[0]).value is None
    assert explain_bill(bill).grade is Grade.GUESSED


def test_period_is_written_as_short_as_it_can_be() -> None:
    assert write_period(JANUARY, JANUARY) == "2026-01"
    assert write_period(JANUARY, Month(2026, 12)) == "2026"

"""Which price holds in a month, which one its year was planned with; rates of exchange."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.costing.bills.currency import Rates, YearRate
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.errors import ExchangeRateMissing
from domestique.quantities.period import Month

OLD = UnitPrice("Mail", date(2025, 1, 1), Decimal(100), date(2026, 6, 30))
NEW = UnitPrice("Mail", date(2026, 7, 1), Decimal(120))


@pytest.mark.parametrize(
    ("month", "price"),
    [("2024-12", None), ("2025-01", OLD), ("2026-06", OLD), ("2026-07", NEW), ("2031-01", NEW)],
)
def test_price_of_a_month(month: str, price: UnitPrice | None) -> None:
    assert PriceList([NEW, OLD]).in_month("Mail", Month.parse(month)) == price


def test_later_price_replaces_one_without_an_end() -> None:
    endless = UnitPrice("Mail", date(2025, 1, 1), Decimal(100))

    assert PriceList([endless, NEW]).in_month("Mail", Month(2026, 7)) == NEW


def test_price_that_starts_within_the_month_holds_if_there_is_no_other() -> None:
    late = UnitPrice("Mail", date(2026, 3, 15), Decimal(90))

    assert PriceList([late]).in_month("Mail", Month(2026, 3)) == late
    assert PriceList([late]).in_month("Mail", Month(2026, 2)) is None


def test_year_is_planned_with_the_price_it_opened_with() -> None:
    assert PriceList([NEW, OLD]).opening("Mail", 2026) == OLD
    assert PriceList([NEW]).opening("Mail", 2026) == NEW
    assert PriceList([OLD]).opening("Mail", 2027) is None


def test_rates_turn_either_way() -> None:
    rates = Rates("SEK", [YearRate("EUR", 2026, Decimal("11.20"), Decimal("11.45"))])

    assert rates.planned("EUR", "SEK", 2026) == Fraction("11.2")
    assert rates.actual("SEK", "EUR", 2026) == 1 / Fraction("11.45")
    assert rates.actual("", "SEK", 2026) == 1


def test_rate_between_two_foreign_currencies_goes_over_the_own_one() -> None:
    rates = Rates(
        "SEK", [YearRate("EUR", 2026, Decimal(12)), YearRate("NOK", 2026, Decimal("1.5"))]
    )

    assert rates.planned("EUR", "NOK", 2026) == 8


def test_plan_rate_stands_in_until_the_actual_one_is_known() -> None:
    rates = Rates("SEK", [YearRate("EUR", 2026, Decimal("11.20"))])

    assert rates.actual("EUR", "SEK", 2026) == Fraction("11.2")
    assert rates.plan_stands_in("EUR", 2026)
    assert not rates.plan_stands_in("SEK", 2026)


def test_missing_rate_is_refused_with_its_year() -> None:
    with pytest.raises(ExchangeRateMissing, match="no exchange rate for EUR in 2027"):
        Rates("SEK", []).planned("EUR", "SEK", 2027)

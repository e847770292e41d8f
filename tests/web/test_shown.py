"""How values are written on a page."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.quantities.figure import Figure, Grade
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.telling.briefly import signed_money
from domestique.telling.months import Stretch
from domestique.web.templatetags import shown


def figure(value, unit="SEK"):
    return Figure(value, unit, "2026", 1, Fraction(1), Grade.MEASURED, say("told"))


def test_unknown_is_said_and_never_zero():
    assert shown.shown(figure(None)) == "not known"
    assert shown.shown(figure(None), "short") == "not known"
    assert shown.number(None) == "not known"
    assert shown.with_unit(None, "min") == "not known"


def test_currency_is_written_as_money_and_other_units_after_the_number():
    assert shown.shown(figure(Decimal("10115856.22"))) == "10,115,856.22 SEK"
    assert shown.shown(figure(Decimal("10115856.22")), "short") == "10.1 MSEK"
    assert shown.shown(figure(Decimal("99.4071"), "%"), "short") == "99.4071\u00a0%"


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(71, 1000), "+7.1\u00a0%"),
        (Fraction(-29, 1000), "−2.9\u00a0%"),
        (Fraction(-1, 10_000), "0.0\u00a0%"),
        (Fraction(0), "0.0\u00a0%"),
    ],
)
def test_change_carries_its_sign_unless_it_is_nothing(share, written):
    assert shown.signed_percent(share) == written


def test_difference_of_money_carries_its_sign():
    assert signed_money(Decimal(504_213), "SEK") == "+504 kSEK"
    assert signed_money(Decimal(-1200), "SEK") == "−1,200 SEK"
    assert signed_money(None, "SEK") == "not known"


def test_months_are_written_short():
    assert shown.months_short(Stretch(Month(2026, 1), Month(2026, 10))) == "Jan–Oct 2026"
    assert shown.months_short(Stretch(Month(2026, 3), Month(2026, 3))) == "Mar 2026"
    assert shown.months_short(None) == ""


def test_field_values_are_written_plainly():
    values = [None, "", [], ["S01", "S03"], date(2026, 11, 21), datetime(2026, 10, 25, 1, 30)]  # noqa: DTZ001
    written = ["–", "–", "–", "S01, S03", "21 Nov 2026", "2026-10-25 01:30"]
    assert [shown.plainly(value) for value in values] == written

"""Months: reading, order, edges."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.quantities.errors import MonthNotUnderstood
from domestique.quantities.period import Month, months_from_to


def test_month_is_written_as_it_is_read() -> None:
    assert Month.parse("2026-10") == Month(2026, 10)
    assert str(Month(2026, 3)) == "2026-03"


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "26-10", "October", "2026-1", ""])
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(MonthNotUnderstood) as refusal:
        Month.parse(text)
    assert f"“{text}” is not a month" in str(refusal.value)
    assert "2026-10" in str(refusal.value.sentence)


def test_month_ends_where_the_next_begins() -> None:
    december = Month.of(date(2026, 12, 31))
    assert december.first_day == date(2026, 12, 1)
    assert december.first_day_after == date(2027, 1, 1)
    assert december.next == Month(2027, 1)


def test_months_from_to_include_both() -> None:
    months = list(months_from_to(Month(2026, 11), Month(2027, 2)))
    assert [str(month) for month in months] == ["2026-11", "2026-12", "2027-01", "2027-02"]


def test_no_months_backwards() -> None:
    assert list(months_from_to(Month(2027, 1), Month(2026, 12))) == []

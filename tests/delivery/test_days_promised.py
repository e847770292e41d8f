"""A promise is judged on the days it held, not for the whole month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from level_cases import level, outage

from domestique.agreements.promised import Term, days_held
from domestique.delivery.availability import level_on_days
from domestique.delivery.level import LevelState
from domestique.quantities.period import Month

APRIL = Month(2026, 4)
FROM_16 = date(2026, 4, 16), date(2026, 4, 30)


def away(day: int) -> Fraction | None:
    """Hold three hours away on a day of April against 99.5 % from the 16th on, round the clock."""
    whole = level(outage("I1", f"2026-04-{day:02} 10:00", f"2026-04-{day:02} 13:00"), hours="24x7")
    held = level_on_days(whole, *FROM_16)
    assert held.state is (LevelState.MISSED if day >= 16 else LevelState.MET)
    return held.availability


def test_what_was_away_before_it_began_does_not_count():
    assert away(5) == 1


def test_what_was_away_while_it_held_counts_against_these_days():
    assert away(20) == Fraction(21_600 - 180, 21_600)


def test_all_days_of_the_month_are_the_month():
    whole = level(hours="24x7")
    assert level_on_days(whole, date(2026, 3, 1), date(2026, 4, 30)) is whole


def term(id_: str, target: str, starts: str, ends: str) -> Term:
    return Term(id_, Decimal(target), date.fromisoformat(starts), date.fromisoformat(ends))


@pytest.mark.parametrize(
    ("terms", "first", "last"),
    [
        ([term("A1", "99", "2026-01-01", "2026-12-31")], 1, 30),
        ([term("A1", "99", "2026-04-16", "2026-12-31")], 16, 30),
        ([term("A1", "99", "2025-01-01", "2026-04-10")], 1, 10),
        # one that follows with the same level is the same promise; with another it is another
        (
            [
                term("A1", "99", "2025-01-01", "2026-04-10"),
                term("A2", "99", "2026-04-11", "2027-01-01"),
            ],
            1,
            30,
        ),
        (
            [
                term("A1", "98", "2025-01-01", "2026-04-10"),
                term("A2", "99", "2026-04-11", "2027-01-01"),
            ],
            11,
            30,
        ),
    ],
)
def test_days_of_a_promise_in_a_month(terms, first, last):
    assert days_held(terms, APRIL) == (date(2026, 4, first), date(2026, 4, last))


def test_nothing_promised_has_no_days():
    assert days_held([term("A1", "99", "2025-01-01", "2026-03-31")], APRIL) is None

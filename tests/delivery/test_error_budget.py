"""Allowed downtime (table of measurement 2.2) and what is used of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.delivery.error_budget import allowed_downtime, consumed_share, is_near_miss
from domestique.quantities.rounding import round_half_even


@pytest.mark.parametrize(
    ("target", "office_hours", "around_the_clock"),
    [
        ("99.0", "132.0", "432.0"),
        ("99.5", "66.0", "216.0"),
        ("99.8", "26.4", "86.4"),
        ("99.9", "13.2", "43.2"),
        ("99.95", "6.6", "21.6"),
        ("99.99", "1.3", "4.3"),
    ],
)
def test_allowed_minutes_a_month(target: str, office_hours: str, around_the_clock: str) -> None:
    for hours, minutes in ((220, office_hours), (720, around_the_clock)):
        allowed = allowed_downtime(hours * 60, Decimal(target))
        assert str(round_half_even(allowed, 1)) == minutes


def test_a_near_miss_uses_more_than_three_quarters() -> None:
    allowed = Fraction(100)
    assert [is_near_miss(used, allowed) for used in (75, 76, 100, 101)] == [0, 1, 1, 0]


def test_used_share_of_the_allowed_downtime() -> None:
    assert consumed_share(33, Fraction(132)) == Fraction(1, 4)
    assert consumed_share(264, Fraction(132)) == 2


def test_nothing_allowed_has_no_share_once_something_is_used() -> None:
    assert consumed_share(0, Fraction(0)) == 0
    assert consumed_share(1, Fraction(0)) is None

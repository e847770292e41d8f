"""A level in words: how long away a month, and how that was reckoned."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.answers.catalogue.offered_level import back_within, minutes_of_year, promise_of
from domestique.calendars.models import CalendarDay
from domestique.parties.models import Organisation
from domestique.quantities.figure import Source

YEAR = Fraction(365 * 24 * 60)
OWN = Source("services", "S03")


def words(target: str, minutes: Fraction = YEAR) -> str:
    promise = promise_of(Decimal(target), minutes, 2026, OWN)
    assert promise
    return str(promise.words)


def test_a_thousandth_of_the_clock_is_43_minutes_a_month():
    """525,600 minutes a year, of it 525.6, a twelfth 43.8: cut, never flattered upwards."""
    assert words("99.9") == "at most 43 minutes away a month"
    promise = promise_of(Decimal("99.9"), YEAR, 2026, OWN)
    assert promise is not None
    assert promise.figure.value == 43
    assert [line.amount for line in promise.figure.lines] == [
        YEAR,
        Decimal("99.9"),
        Fraction("525.6"),
    ]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("100", "never away in these hours"),
        ("99.999", "away less than a minute a month"),
        ("99.997", "at most 1 minute away a month"),
        ("99.5", "at most 3 h 39 min away a month"),
    ],
)
def test_small_and_large_allowances_are_said_plainly(target, said):
    assert words(target) == said


def test_nothing_is_promised_where_nobody_knows_when_it_is_open():
    assert promise_of(Decimal("99.9"), None, 2026, OWN) is None
    assert promise_of(Decimal("99.9"), Fraction(0), 2026, OWN) is None


def test_open_minutes_of_a_year_follow_days_calendars_and_holidays(db):
    CalendarDay.objects.create(calendar="race days", date=date(2026, 3, 7))
    CalendarDay.objects.create(calendar="race days", date=date(2027, 3, 7))
    written = ["24x7", "Mon-Fri 07-18", "Mon-Fri 07-18 except holidays", "race days 06-22", "", "?"]
    minutes = minutes_of_year(written, 2026, Organisation(name="Norrhjul"))
    assert minutes["24x7"] == YEAR
    assert minutes["Mon-Fri 07-18"] == 261 * 11 * 60
    assert minutes["race days 06-22"] == 16 * 60
    assert minutes["Mon-Fri 07-18 except holidays"] < minutes["Mon-Fri 07-18"]
    assert set(minutes) == set(written) - {"", "?"}


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(60, "within 60 minutes"), (240, "within 4 hours"), (250, "within 250 minutes")],
)
def test_restoring_is_promised_in_hours_where_they_are_whole(minutes, said):
    assert str(back_within(minutes)) == said
    assert back_within(None) is None

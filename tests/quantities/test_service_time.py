"""Service hours on the time line (vectors of measurement 2.1) and deadlines (2.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.quantities.hours import NamedDay, ServiceHours
from domestique.quantities.interval import Interval, length, union
from domestique.quantities.local_time import instant_of, local_of
from domestique.quantities.period import Month
from domestique.quantities.service_time import ServiceClock, deadline, service_windows

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EASTER = {date(2026, 4, 3), date(2026, 4, 6)}
NONE: Mapping[str, Sequence[NamedDay]] = {}


def hours_in(
    text: str,
    month: str,
    days: Mapping[str, Sequence[NamedDay]] = NONE,
    closed: Collection[date] = (),
) -> float:
    """Return the service hours of a month in Stockholm."""
    first, after = Month.parse(month).first_day, Month.parse(month).first_day_after
    hours = ServiceHours.parse(text)
    return length(service_windows(hours, first, after, STOCKHOLM, days, closed)) / 3600


@pytest.mark.parametrize(("month", "hours"), [("2026-03", 743), ("2026-10", 745), ("2026-04", 720)])
def test_around_the_clock_follows_daylight_saving(month: str, hours: int) -> None:
    assert hours_in("24x7", month) == hours


def test_office_hours_with_easter_closed() -> None:
    assert hours_in("Mon-Fri 07-18 except holidays", "2026-04", closed=EASTER) == 220


def test_holidays_are_open_unless_the_hours_except_them() -> None:
    assert hours_in("Mon-Fri 07-18", "2026-04", closed=EASTER) == 242


def test_named_calendar_with_the_days_own_hours_or_the_written_ones() -> None:
    races = [NamedDay(date(2026, 10, 3)), NamedDay(date(2026, 10, 4), 480, 1440)]
    assert hours_in("race days 06-22", "2026-10", {"race days": races}) == 16 + 16
    assert hours_in("race days 06-22", "2026-10") == 0


def test_exceptions_override_pattern_and_holidays() -> None:
    closed_friday = NamedDay(date(2026, 4, 10))
    short_thursday = NamedDay(date(2026, 4, 2), 420, 720)
    open_good_friday = NamedDay(date(2026, 4, 3), 540, 600)
    days = {"spring": [closed_friday, short_thursday, open_good_friday]}
    text = "Mon-Fri 07-18 except holidays with spring"
    assert hours_in(text, "2026-04", days, EASTER) == 220 - 11 - 6 + 1


def test_hours_inside_the_missing_hour_are_no_time() -> None:
    assert hours_in("Sun 02-03", "2026-03") == 4  # five Sundays, one of them without this hour
    assert hours_in("Sun 02-03", "2026-10") == 5  # on the 25th it occurs twice: see below


def test_hours_across_the_doubled_hour_are_longer() -> None:
    assert hours_in("Sun 01-04", "2026-10") == 4 * 3 + 1


@pytest.mark.parametrize(
    ("start", "text", "closed", "due"),
    [
        ("2026-04-10 16:00", "Mon-Fri 08-17", (), "2026-04-13 11:00"),
        ("2026-04-02 16:00", "Mon-Fri 08-17 except holidays", EASTER, "2026-04-07 11:00"),
        ("2026-04-08 18:00", "Mon-Fri 09-17", (), "2026-04-09 13:00"),
        ("2026-04-08 13:00", "Mon-Fri 08-17", (), "2026-04-08 17:00"),
    ],
)
def test_deadline_runs_in_support_hours(
    start: str, text: str, closed: Collection[date], due: str
) -> None:
    begun = instant_of(datetime.fromisoformat(start), STOCKHOLM)
    instant = deadline(begun, 240, ServiceHours.parse(text), STOCKHOLM, NONE, closed)
    assert instant is not None
    assert local_of(instant, STOCKHOLM) == datetime.fromisoformat(due)


def test_deadline_looks_far_ahead_but_not_for_ever() -> None:
    race = {"race days": [NamedDay(date(2027, 5, 8))]}
    begun = instant_of(datetime.fromisoformat("2026-11-21"), STOCKHOLM)
    hours = ServiceHours.parse("race days 06-22")
    found = deadline(begun, 60, hours, STOCKHOLM, race)
    assert found == instant_of(datetime.fromisoformat("2027-05-08 07:00"), STOCKHOLM)
    assert deadline(begun, 60, hours, STOCKHOLM, NONE) is None


def test_a_deadline_of_no_minutes_is_now() -> None:
    begun = instant_of(datetime.fromisoformat("2026-04-08 20:00"), STOCKHOLM)
    assert deadline(begun, 0, ServiceHours.parse("Mon-Fri 08-17"), STOCKHOLM, NONE) == begun


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=8),
    st.integers(-5, 90),
    st.integers(-5, 90),
)
@settings(max_examples=80)
def test_clock_agrees_with_counting_seconds(windows: list[Interval], start: int, end: int) -> None:
    joined = union(windows)
    clock = ServiceClock.of(joined)
    open_seconds = [second for a, b in joined for second in range(a, b)]
    assert clock.total == len(open_seconds)
    assert clock.between(start, end) == sum(start <= second < end for second in open_seconds)
    for passed, second in enumerate(open_seconds, start=1):
        assert clock.when(passed) == second + 1
    assert clock.when(len(open_seconds) + 1) is None


def test_windows_join_across_midnight_and_patterns() -> None:
    hours = ServiceHours.parse("Mon-Sun 00-24; Sat 09-13; race days 06-22")
    days = {"race days": [NamedDay(date(2026, 10, 3))]}
    windows = service_windows(hours, date(2026, 10, 1), date(2026, 10, 9), STOCKHOLM, days)
    assert [end - start for start, end in windows] == [8 * 86_400]

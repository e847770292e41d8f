"""Levels of October 2026, daylight saving and all, against counting minute by minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.level_cases import STOCKHOLM, at, level
from domestique.delivery.level import Level
from domestique.delivery.level_case import AnnouncedWindow, LoggedOutage
from domestique.quantities.local_time import local_of

FIRST, AFTER = at("2026-10-01 00:00"), at("2026-11-01 00:00")
INSTANTS = st.integers(-600, 44_700 + 600).map(lambda minute: FIRST + 60 * minute)
SPANS = st.tuples(INSTANTS, st.integers(1, 3_000)).map(
    lambda span: (span[0], span[0] + 60 * span[1])
)
OUTAGES = st.lists(st.tuples(SPANS, st.integers(0, 50)), max_size=8)
WINDOWS = st.lists(SPANS, max_size=3)
HOURS = st.sampled_from(["24x7", "Mon-Sat 05-23", "Sat-Sun 01-04"])


@cache
def open_minutes(hours: str) -> frozenset[int]:
    """Return every open minute of the month, found by asking the wall clock at each of them."""
    days, first, last = {
        "24x7": (range(7), 0, 24),
        "Mon-Sat 05-23": (range(6), 5, 23),
        "Sat-Sun 01-04": ((5, 6), 1, 4),
    }[hours]
    clocks = (
        (m, datetime.fromtimestamp(m, UTC).astimezone(STOCKHOLM)) for m in range(FIRST, AFTER, 60)
    )
    return frozenset(
        m for m, wall in clocks if wall.weekday() in days and first <= wall.hour < last
    )


def minutes_of(start: int, end: int) -> set[int]:
    """Return the minutes of a stretch."""
    return set(range(start, end, 60))


def reckoned(
    hours: str, outages: list[tuple[tuple[int, int], int]], windows: list[tuple[int, int]]
) -> Level:
    """Reckon October with these outages and windows, all announced in time."""
    logged = [LoggedOutage(f"I{n}", *span, "T01", users) for n, (span, users) in enumerate(outages)]
    announced = [
        AnnouncedWindow(
            f"W{n}", *span, day := local_of(span[0], STOCKHOLM).date(), day - timedelta(7)
        )
        for n, span in enumerate(windows)
    ]
    return level(*logged, hours=hours, month="2026-10", windows=tuple(announced))


@given(HOURS, OUTAGES, WINDOWS)
@settings(max_examples=40, deadline=None)
def test_levels_agree_with_counting_minutes(
    hours: str, outages: list[tuple[tuple[int, int], int]], windows: list[tuple[int, int]]
) -> None:
    result = reckoned(hours, outages, windows)
    agreed = open_minutes(hours).difference(*(minutes_of(*span) for span in windows))
    users: dict[int, int] = {}
    for span, affected in outages:
        for minute in agreed & minutes_of(*span):
            users[minute] = max(affected, users.get(minute, 0))
    assert result.service_minutes == len(open_minutes(hours))
    assert result.agreed_downtime_minutes == len(open_minutes(hours)) - len(agreed)
    assert result.downtime_minutes == len(users)
    assert result.lost_user_minutes == sum(users.values())


@given(HOURS, OUTAGES, WINDOWS, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_outages_and_windows_does_not_matter(
    hours: str,
    outages: list[tuple[tuple[int, int], int]],
    windows: list[tuple[int, int]],
    random: Random,
) -> None:
    result = reckoned(hours, outages, windows)
    random.shuffle(outages)
    random.shuffle(windows)
    shuffled = reckoned(hours, outages, windows)
    assert shuffled.downtime == result.downtime
    assert shuffled.agreed_service_seconds == result.agreed_service_seconds

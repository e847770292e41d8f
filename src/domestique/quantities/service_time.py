"""Service hours laid out on the time line, and a clock that runs only within them.

Windows are local times turned into instants, so that daylight saving is right: around the clock,
March 2026 in Stockholm has 743 hours and October 745 (measurement 2.1).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from domestique.quantities.hours import MINUTES_OF_DAY, NamedDay, ServiceHours
from domestique.quantities.interval import Interval, union
from domestique.quantities.local_time import instant_of, local_of

_DAY = timedelta(days=1)
_LOOK_AHEAD_DAYS = (14, 90, 800)


def service_windows(
    hours: ServiceHours,
    first_day: date,
    day_after_last: date,
    zone: ZoneInfo,
    calendar_days: Mapping[str, Sequence[NamedDay]],
    closed_days: Collection[date] = frozenset(),
) -> list[Interval]:
    """Return the joined intervals in which the service is meant to work, from day to day.

    ``calendar_days`` holds the days of each named calendar; one that is not there has no days.
    ``closed_days`` are the public holidays of ``hours.holiday_country``, used only if hours say so.
    """
    dated = {
        name: {day.day: day for day in calendar_days.get(name, ())} for name in hours.calendars
    }
    closed = closed_days if hours.holiday_country is not None else frozenset()
    return union(
        (_instant(day, opens, zone), _instant(day, closes, zone))
        for day in _days(first_day, day_after_last)
        for opens, closes in _open_minutes(hours, day, dated, is_closed=day in closed)
    )


def _days(first_day: date, day_after_last: date) -> Iterator[date]:
    """Yield the days of a stretch."""
    return (first_day + _DAY * n for n in range((day_after_last - first_day).days))


def _open_minutes(
    hours: ServiceHours,
    day: date,
    dated: Mapping[str, Mapping[date, NamedDay]],
    *,
    is_closed: bool,
) -> Sequence[Interval]:
    """Return the open minutes of one day: exceptions first, then holidays, then the pattern."""
    exception = dated[hours.exceptions].get(day) if hours.exceptions else None
    if exception is not None:
        if exception.opens is None and exception.closes is None:
            return ()
        closes = MINUTES_OF_DAY if exception.closes is None else exception.closes
        return ((exception.opens or 0, closes),)
    if is_closed:
        return ()
    days = [(window, dated[window.calendar].get(day)) for window in hours.dated]
    return [*hours.weekly[day.weekday()], *(window.on(own) for window, own in days if own)]


def _instant(day: date, minute: int, zone: ZoneInfo) -> int:
    """Return the instant of a local minute of a day; minute 1440 is the midnight after it."""
    midnight = datetime.combine(day + _DAY * (minute // MINUTES_OF_DAY), time())
    return instant_of(midnight + timedelta(minutes=minute % MINUTES_OF_DAY), zone)


@dataclass(frozen=True, slots=True)
class ServiceClock:
    """A clock that runs only within windows: how many seconds of service time have passed."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    passed: tuple[int, ...]  # at each end, counted from the first start

    @classmethod
    def of(cls, windows: Sequence[Interval]) -> ServiceClock:
        """Make the clock of a joined list of windows."""
        lengths = accumulate(end - start for start, end in windows)
        starts, ends = (start for start, _ in windows), (end for _, end in windows)
        return cls(tuple(starts), tuple(ends), tuple(lengths))

    @property
    def total(self) -> int:
        """The seconds of all windows together."""
        return self.passed[-1] if self.passed else 0

    def at(self, instant: int) -> int:
        """Return the seconds of service time before an instant."""
        i = bisect_right(self.starts, instant) - 1
        return self.passed[i] - max(0, self.ends[i] - instant) if i >= 0 else 0

    def between(self, start: int, end: int) -> int:
        """Return the seconds of service time from start to end; none if end is not later."""
        return self.at(end) - self.at(start) if start < end else 0

    def when(self, seconds: int) -> int | None:
        """Return the earliest instant at which so many seconds have passed; ``None``: never."""
        i = bisect_left(self.passed, seconds)
        return self.ends[i] - (self.passed[i] - seconds) if i < len(self.passed) else None


def deadline(
    start: int,
    minutes: int,
    hours: ServiceHours,
    zone: ZoneInfo,
    calendar_days: Mapping[str, Sequence[NamedDay]],
    closed_days: Collection[date] = frozenset(),
) -> int | None:
    """Return the instant at which so many minutes of service hours have passed since ``start``.

    Response and restoration targets run in support hours (measurement 2.3). ``None`` when the
    hours of the next two years do not suffice.
    """
    first_day = local_of(start, zone).date()
    for days in _LOOK_AHEAD_DAYS:
        last = first_day + _DAY * days
        clock = ServiceClock.of(
            service_windows(hours, first_day, last, zone, calendar_days, closed_days)
        )
        due = clock.when(clock.at(start) + minutes * 60)
        if due is not None:
            return max(start, due)
    return None

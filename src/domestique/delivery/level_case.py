"""What the level of a service in a month is reckoned from: hours, outages, windows, target, users.

Times are instants in whole seconds since the epoch, UTC; local times are turned into them before
(``quantities.local_time``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from domestique.quantities.hours import NamedDay, ServiceHours
from domestique.quantities.interval import Interval, intersect
from domestique.quantities.local_time import instant_of
from domestique.quantities.period import Month
from domestique.quantities.service_time import ServiceClock, service_windows


@dataclass(frozen=True, slots=True)
class LoggedOutage:
    """A time a service did not work, as instants; without an end it still goes on.

    ``root`` is the service where it began; ``affected_users`` is ``None`` when nobody counted;
    ``not_felt_by`` are services that were up all the same, though they need this one or are its root.
    """

    id: str
    start: int
    end: int | None
    root: str | None = None
    affected_users: int | None = None
    note: str = ""
    service: str = ""
    not_felt_by: frozenset[str] = frozenset()

    def until(self, now: int) -> Interval:
        """Return when it lasted; one that still goes on lasts until now."""
        return (self.start, now if self.end is None else min(self.end, now))


@dataclass(frozen=True, slots=True)
class AnnouncedWindow:
    """A maintenance window as instants, the local day it begins on and the day it was announced."""

    id: str
    start: int
    end: int
    first_day: date
    announced_on: date | None

    def is_announced_in_time(self, notice_days: int) -> bool:
        """Whether so many calendar days lie between the announcement and the window's first day."""
        if self.announced_on is None:
            return False
        return (self.first_day - self.announced_on).days >= notice_days


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """The service hours of one month: ``span`` is the month itself, ``windows`` the hours in it.

    ``days`` are the first and the last day where only a part of the month is meant.
    """

    hours: str
    month: Month
    zone: ZoneInfo
    span: Interval
    windows: tuple[Interval, ...]
    clock: ServiceClock
    days: tuple[date, date] | None = None

    def on_days(self, first: date, last: date) -> ServiceTime:
        """Return the service hours of some days of the month, both included; of all of them it is the same."""
        after = last + timedelta(days=1)
        if first <= self.month.first_day and after >= self.month.first_day_after:
            return self
        start, end = (
            instant_of(datetime.combine(day, time()), self.zone) for day in (first, after)
        )
        windows = tuple(intersect(self.windows, [(start, end)]))
        clock = ServiceClock.of(windows)
        return replace(self, span=(start, end), windows=windows, clock=clock, days=(first, last))


def service_time_of_month(
    hours: ServiceHours,
    month: Month,
    zone: ZoneInfo,
    calendar_days: Mapping[str, Sequence[NamedDay]],
    closed_days: Collection[date] = frozenset(),
) -> ServiceTime:
    """Lay the service hours out over a month; make it once for all services with the same hours."""
    first_day, day_after = month.first_day, month.first_day_after
    windows = service_windows(hours, first_day, day_after, zone, calendar_days, closed_days)
    start, end = (instant_of(datetime.combine(day, time()), zone) for day in (first_day, day_after))
    return ServiceTime(
        str(hours), month, zone, (start, end), tuple(windows), ServiceClock.of(windows)
    )


@dataclass(frozen=True, slots=True)
class MonthRules:
    """What holds for services alike: the instant it is now, the notice windows need, whether logged.

    ``is_logged`` tells whether the outage log is known in the month; else nothing is.
    ``complete_until`` is how far it is complete, where a source says so.
    """

    now: int
    notice_days: int
    is_logged: bool
    complete_until: date | None = None


@dataclass(frozen=True, slots=True)
class LevelCase:
    """One service in one month: everything its level is reckoned from. ``target`` is in percent.

    ``carried`` are outages of others that may have carried it away, with none of its own on record.
    """

    service: str
    time: ServiceTime
    outages: tuple[LoggedOutage, ...] = ()
    windows: tuple[AnnouncedWindow, ...] = ()
    target: Decimal | None = None
    users: int | None = None
    carried: tuple[LoggedOutage, ...] = ()

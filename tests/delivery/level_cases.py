"""Builders for levels: local times in Stockholm written as text, ids in the order given."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from domestique.delivery.availability import reckon_level
from domestique.delivery.level import Level
from domestique.delivery.level_case import (
    AnnouncedWindow,
    LevelCase,
    LoggedOutage,
    MonthRules,
    service_time_of_month,
)
from domestique.quantities.hours import ServiceHours
from domestique.quantities.local_time import instant_of
from domestique.quantities.period import Month

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def at(local: str) -> int:
    """Return the instant of a local time."""
    return instant_of(datetime.fromisoformat(local), STOCKHOLM)


def outage(
    id: str,  # noqa: A002 - the field's own name
    starts: str,
    ends: str | None,
    users: int | None = None,
    root: str | None = "T01",
) -> LoggedOutage:
    """Return an outage."""
    return LoggedOutage(id, at(starts), at(ends) if ends else None, root, users)


def window(id: str, starts: str, ends: str, announced: str | None) -> AnnouncedWindow:  # noqa: A002
    """Return a maintenance window."""
    announced_on = date.fromisoformat(announced) if announced else None
    first_day = datetime.fromisoformat(starts).date()
    return AnnouncedWindow(id, at(starts), at(ends), first_day, announced_on)


def level(
    *outages: LoggedOutage,
    hours: str = "Mon-Fri 07-18",
    month: str = "2026-04",
    windows: tuple[AnnouncedWindow, ...] = (),
    target: str | None = "99.5",
    users: int | None = None,
    closed: Collection[date] = (),
    now: str = "2026-11-21 12:00",
    is_logged: bool = True,
    carried: tuple[LoggedOutage, ...] = (),
) -> Level:
    """Reckon the level of one service, by default in April 2026 in office hours."""
    time = service_time_of_month(
        ServiceHours.parse(hours), Month.parse(month), STOCKHOLM, {}, closed
    )
    percent = None if target is None else Decimal(target)
    case = LevelCase("S01", time, outages, windows, percent, users, carried)
    return reckon_level(case, MonthRules(at(now), 7, is_logged))

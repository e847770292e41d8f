"""Agreed against actual availability of a service in a month (measurement 2.2, demo B9).

Outages are joined, clipped to the service hours, and agreed maintenance windows are removed; a
window is agreed only when announced in time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from heapq import heappop, heappush
from itertools import pairwise

from domestique.delivery.level import Downtime, Level
from domestique.delivery.level_case import LevelCase, MonthRules
from domestique.quantities.interval import Interval, intersect, length, subtract, union
from domestique.quantities.service_time import ServiceClock


def reckon_level(case: LevelCase, rules: MonthRules) -> Level:
    """Reckon the level delivered to one service in one month.

    Downtime is not known (``None``, never zero) when the outage log is not known in the month
    or the month has not begun. An outage that would begin after now has not happened.
    """
    case = replace(case, outages=tuple(one for one in case.outages if one.start < rules.now))
    clock = agreed_service_clock(case, rules)
    is_known = rules.is_logged and rules.now > case.time.span[0]
    return Level(
        case=case,
        rules=rules,
        service_seconds=case.time.clock.total,
        agreed_service_seconds=clock.total,
        passed_seconds=clock.at(rules.now),
        downtime=_reckon_downtime(case, clock, rules.now) if is_known else None,
        doubts=tuple(
            one
            for one in case.carried
            if is_known and one.start < rules.now and clock.between(*one.until(rules.now))
        ),
    )


def level_on_days(level: Level, first: date, last: date) -> Level:
    """Return what was delivered on some days of the month alone, both included; of all of them it is the same."""
    time = level.case.time.on_days(first, last)
    if time is level.case.time:
        return level
    return reckon_level(replace(level.case, time=time), level.rules)


def agreed_service_clock(case: LevelCase, rules: MonthRules) -> ServiceClock:
    """Return the clock of the agreed service time: service hours less windows announced in time."""
    agreed = [
        (window.start, window.end)
        for window in case.windows
        if window.is_announced_in_time(rules.notice_days)
    ]
    if not agreed:
        return case.time.clock
    return ServiceClock.of(subtract(case.time.windows, union(agreed)))


def joined_interruptions(case: LevelCase, clock: ServiceClock, now: int) -> list[Interval]:
    """Return the joined stretches of outages that took something of the agreed service time, in order.

    A stretch is the outage as a person lived through it: clipping never shortens or splits it.
    """
    stretches = union(outage.until(now) for outage in case.outages)
    return [stretch for stretch in stretches if clock.between(*stretch)]


def _reckon_downtime(case: LevelCase, clock: ServiceClock, now: int) -> Downtime:
    """Sum what the outages took of the agreed service time."""
    interruptions = joined_interruptions(case, clock, now)
    return Downtime(
        seconds=sum(clock.between(*stretch) for stretch in interruptions),
        interruptions=len(interruptions),
        elapsed_seconds=length(intersect(interruptions, [case.time.span])),
        lost_user_seconds=_lost_user_seconds(case, clock, now),
    )


def _lost_user_seconds(case: LevelCase, clock: ServiceClock, now: int) -> int | None:
    """Sum agreed service seconds times affected users; ``None`` if users were not counted.

    Where outages overlap the larger number counts: who is stopped already is not stopped twice.
    """
    weighted: list[tuple[Interval, int]] = []
    for outage in case.outages:
        stretch = outage.until(now)
        if clock.between(*stretch):
            if outage.affected_users is None:
                return None
            weighted.append((stretch, outage.affected_users))
    return sum(users * clock.between(*piece) for piece, users in _largest_at_each_moment(weighted))


def _largest_at_each_moment(
    weighted: Sequence[tuple[Interval, int]],
) -> Iterator[tuple[Interval, int]]:
    """Cut overlapping weighted intervals into pieces, each with the largest weight on it."""
    edges = sorted({edge for interval, _ in weighted for edge in interval})
    coming = sorted(weighted, reverse=True)
    running: list[tuple[int, int]] = []  # (-weight, end), the largest weight first
    for start, end in pairwise(edges):
        while coming and coming[-1][0][0] <= start:
            (_, over), weight = coming.pop()
            heappush(running, (-weight, over))
        while running and running[0][1] <= start:
            heappop(running)
        if running:
            yield (start, end), -running[0][0]

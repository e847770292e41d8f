"""Levels of a month for 5,000 services with 100,000 outages, against adding up the same outages without any calendar."""

from __future__ import annotations

import random
from time import perf_counter
from zoneinfo import ZoneInfo

from domestique.delivery.availability import reckon_level
from domestique.delivery.level import LevelState
from domestique.delivery.level_case import (
    LevelCase,
    LoggedOutage,
    MonthRules,
    service_time_of_month,
)
from domestique.quantities.hours import ServiceHours
from domestique.quantities.period import Month

SERVICES, OUTAGES = 5_000, 100_000
HOURS = ("24x7", "Mon-Fri 07-18", "Mon-Sat 05-23", "Mon-Sun 09-21", "Mon-Fri 07-18 except holidays")
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def run() -> list[tuple[str, str, str, str]]:
    """Measure both on the same outages."""
    month = Month(2026, 10)
    times = [
        service_time_of_month(ServiceHours.parse(text), month, STOCKHOLM, {}) for text in HOURS
    ]
    outages = _outages(times[0].span)
    began = perf_counter()
    rules = MonthRules(now=times[0].span[1], notice_days=7, is_logged=True)
    levels = [
        reckon_level(LevelCase(f"S{number}", times[number % len(times)], found), rules)
        for number, found in enumerate(outages)
    ]
    known = sum(
        level.state is not LevelState.NOT_KNOWN and level.availability_percent is not None
        for level in levels
    )
    ours = perf_counter() - began
    began = perf_counter()
    naive = [sum((outage.end or 0) - outage.start for outage in found) for found in outages]
    theirs = perf_counter() - began
    assert known == len(naive) == SERVICES
    return [
        (
            f"levels of a month, {SERVICES:,} services, {OUTAGES:,} outages",
            f"{ours:.2f} s",
            f"adding up durations, no hours, overlaps counted twice: {theirs:.3f} s",
            f"{ours / theirs:.0f} x",
        )
    ]


def _outages(span: tuple[int, int]) -> list[tuple[LoggedOutage, ...]]:
    chance = random.Random(25)
    found: list[list[LoggedOutage]] = [[] for _ in range(SERVICES)]
    for number in range(OUTAGES):
        start = chance.randrange(span[0], span[1] - 7200)
        end = start + chance.randrange(60, 7200)
        found[chance.randrange(SERVICES)].append(LoggedOutage(f"I{number}", start, end, None, 3))
    return [tuple(outages) for outages in found]


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))

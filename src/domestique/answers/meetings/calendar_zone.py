"""A time zone as iCalendar wants it written: one part for every change of the clock, its onset in the time before it.

The library's own generator writes the onset of summer time in the time after it, an hour late for whoever reads the
file by the standard (RFC 5545, 3.6.5), so it is written here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def zone_between(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """Return a zone with every change of its clock from the first day of a year, anywhere, to the last of another."""
    start = datetime(first_year, 1, 1, tzinfo=UTC) - DAY
    written = Timezone()
    written.add("tzid", zone.key)
    written.add_component(_part(zone, start))
    for onset in _changes(zone, start, datetime(last_year + 1, 1, 1, tzinfo=UTC)):
        written.add_component(_part(zone, onset))
    return written


def _part(zone: ZoneInfo, onset: datetime) -> TimezoneDaylight | TimezoneStandard:
    """Return what holds from an instant on."""
    after, before = onset.astimezone(zone), (onset - SECOND).astimezone(zone)
    part = TimezoneDaylight() if after.dst() else TimezoneStandard()
    offset = before.utcoffset() or timedelta()
    part.add("dtstart", (onset + offset).replace(tzinfo=None))
    part.add("tzname", after.tzname() or zone.key)
    part.add("tzoffsetfrom", offset)
    part.add("tzoffsetto", after.utcoffset() or timedelta())
    return part


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Yield each instant at which the clock changes, found day by day and then to the second."""
    while start < end:
        if _rule(zone, start) != _rule(zone, start + DAY):
            yield _first_other(zone, start, start + DAY)
        start += DAY


def _first_other(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    while high - low > SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if _rule(zone, middle) == _rule(zone, low):
            low = middle
        else:
            high = middle
    return high


def _rule(zone: ZoneInfo, instant: datetime) -> tuple[timedelta | None, str | None]:
    local = instant.astimezone(zone)
    return local.utcoffset(), local.tzname()

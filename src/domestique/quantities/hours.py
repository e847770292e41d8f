"""Service hours: a written pattern of weekly windows, holidays and dated days (measurement 2.1).

::

    hours   = windows [" except holidays" [" " COUNTRY]] [" with " CALENDAR]
    windows = window {"; " window}            windows that overlap join
    window  = "24x7" | DAYS TIMES | CALENDAR TIMES
    DAYS    = Mon-Fri | Sat | Mon,Wed | Sat-Mon
    TIMES   = 07-18 | 05:30-23:15 | 08-24

``race days 06-22`` is open on the dated days of the calendar called *race days*, with the hours of
each day, or 06-22 where the day gives none. ``with CALENDAR`` lets the dated days of a calendar
override everything else on their dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domestique.quantities.errors import (
    ServiceHoursNotUnderstood,
    TimeOfDayNotUnderstood,
    WindowClosesBeforeItOpens,
)
from domestique.quantities.interval import Interval, union

MINUTES_OF_DAY = 24 * 60
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALWAYS = "24x7"
_HOURS = re.compile(
    r"(?P<windows>.+?)"
    r"(?P<holidays> except holidays(?: (?P<country>[A-Z]{2}))?)?"
    r"(?: with (?P<exceptions>\S.*))?"
)
_WINDOW = re.compile(r"(?P<days>\S.*?) +(?P<opens>[0-9:]+)[-–](?P<closes>[0-9:]+)")
_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?")


def minute_of_day(text: str) -> int:
    """Read ``7``, ``07`` or ``05:30`` as minutes after midnight, 0 to 1440 (``24:00``).

    Anything else is refused: ``TimeOfDayNotUnderstood``.
    """
    match = _TIME.fullmatch(text.strip())
    minute = int(match[1]) * 60 + int(match[2] or 0) if match else -1
    if match is None or int(match[2] or 0) > 59 or minute > MINUTES_OF_DAY:
        raise TimeOfDayNotUnderstood(written=text)
    return minute


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of a named calendar; ``opens`` and ``closes`` are minutes after midnight, 0 to 1440."""

    day: date
    opens: int | None = None
    closes: int | None = None

    @classmethod
    def parse(cls, day: date, opens: str, closes: str) -> NamedDay:
        """Read a day with its hours as written, ``""`` for none: ``TimeOfDayNotUnderstood``."""
        return cls(
            day, minute_of_day(opens) if opens else None, minute_of_day(closes) if closes else None
        )


@dataclass(frozen=True, slots=True)
class DatedWindow:
    """Open on the days of a named calendar, from ``opens`` to ``closes`` where a day gives none."""

    calendar: str
    opens: int
    closes: int

    def on(self, day: NamedDay) -> Interval:
        """Return the minutes this window is open on a day of its calendar."""
        return (
            self.opens if day.opens is None else day.opens,
            self.closes if day.closes is None else day.closes,
        )


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """When a service is meant to work, as agreed; ``str()`` gives back the text it was read from.

    ``weekly`` holds the open minutes of each weekday, Monday first. ``holiday_country`` tells whose
    public holidays are closed: ``None`` nobody's, ``""`` those of the organisation's own country.
    """

    text: str
    weekly: tuple[tuple[Interval, ...], ...]
    dated: tuple[DatedWindow, ...] = ()
    holiday_country: str | None = None
    exceptions: str | None = None

    @classmethod
    def parse(cls, text: str) -> ServiceHours:
        """Read service hours as written.

        Refusals: ``ServiceHoursNotUnderstood``, ``TimeOfDayNotUnderstood``,
        ``WindowClosesBeforeItOpens``.
        """
        match = _HOURS.fullmatch(" ".join(text.split()))
        if match is None:
            raise ServiceHoursNotUnderstood(written=text)
        weekly: list[list[Interval]] = [[] for _ in _WEEKDAYS]
        dated: list[DatedWindow] = []
        for written in match["windows"].split(";"):
            days, opens, closes = _read_window(written.strip(), text)
            for weekday in _read_days(days, text):
                weekly[weekday].append((opens, closes))
            if _is_calendar(days):
                dated.append(DatedWindow(days, opens, closes))
        return cls(
            text,
            tuple(tuple(union(windows)) for windows in weekly),
            tuple(dated),
            (match["country"] or "") if match["holidays"] else None,
            match["exceptions"],
        )

    def __str__(self) -> str:
        """Return the text the hours were read from."""
        return self.text

    @property
    def calendars(self) -> tuple[str, ...]:
        """The names of the calendars these hours need, each once."""
        names = [window.calendar for window in self.dated]
        return tuple(dict.fromkeys([*names, self.exceptions] if self.exceptions else names))


def _read_window(written: str, text: str) -> tuple[str, int, int]:
    """Read ``Mon-Fri 07-18`` as its days and two minutes; 24x7 is every day around the clock."""
    if written == _ALWAYS:
        return "mon-sun", 0, MINUTES_OF_DAY
    match = _WINDOW.fullmatch(written)
    if match is None:
        raise ServiceHoursNotUnderstood(written=text)
    opens, closes = minute_of_day(match["opens"]), minute_of_day(match["closes"])
    if opens >= closes:
        raise WindowClosesBeforeItOpens(written=text, opens=match["opens"], closes=match["closes"])
    return match["days"], opens, closes


def _is_calendar(days: str) -> bool:
    """Whether the days are the name of a calendar: a letter first, and no weekday in it."""
    return days[0].isalpha() and not set(re.split(r"[\W_]+", days.lower())) & set(_WEEKDAYS)


def _read_days(days: str, text: str) -> list[int]:
    """Read ``Mon-Fri``, ``Sat`` or ``Mon,Wed`` as weekday numbers; a calendar's name has none."""
    if _is_calendar(days):
        return []
    weekdays: list[int] = []
    for part in days.lower().split(","):
        first, _, last = part.strip().replace("–", "-").partition("-")
        if first not in _WEEKDAYS or (last or first) not in _WEEKDAYS:
            raise ServiceHoursNotUnderstood(written=text)
        start = _WEEKDAYS.index(first)
        span = (_WEEKDAYS.index(last or first) - start) % len(_WEEKDAYS)
        weekdays += [(start + step) % len(_WEEKDAYS) for step in range(span + 1)]
    return weekdays

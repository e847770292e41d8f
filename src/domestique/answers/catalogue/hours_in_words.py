"""Service hours as a customer would say them: ``Mon-Fri 07-18`` is *Monday to Friday 07:00–18:00*."""

from functools import reduce

from domestique.quantities.errors import Refusal
from domestique.quantities.hours import MINUTES_OF_DAY, ServiceHours
from domestique.quantities.interval import Interval
from domestique.quantities.sentence import Sentence, say
from domestique.telling.months import WEEKDAYS

ALL_DAY = ((0, MINUTES_OF_DAY),)


def hours_in_words(written: str) -> Sentence:
    """Say service hours in words; hours nobody understands are said as they are written."""
    try:
        hours = ServiceHours.parse(written)
    except Refusal:
        return say("%(hours)s", hours=written)
    said = reduce(
        lambda first, second: say("%(first)s, and %(second)s", first=first, second=second),
        [*_weekly(hours), *_dated(hours)],
    )
    if hours.holiday_country is not None:
        said = say("%(hours)s, not on public holidays", hours=said)
    if hours.exceptions:
        said = say(
            "%(hours)s, with other hours on %(calendar)s", hours=said, calendar=hours.exceptions
        )
    return said


def _weekly(hours: ServiceHours) -> list[Sentence]:
    """Say runs of days with the same hours together."""
    runs: list[tuple[int, int]] = []
    for day, windows in enumerate(hours.weekly):
        if runs and hours.weekly[runs[-1][0]] == windows:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return [
        _run(first, last, tuple(hours.weekly[first])) for first, last in runs if hours.weekly[first]
    ]


def _run(first: int, last: int, windows: tuple[Interval, ...]) -> Sentence:
    is_every_day = (first, last) == (0, 6)
    if windows == ALL_DAY:
        if is_every_day:
            return say("around the clock, every day")
        return say("%(days)s around the clock", days=_days(first, last))
    times = ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in windows)
    if is_every_day:
        return say("every day %(times)s", times=times)
    return say("%(days)s %(times)s", days=_days(first, last), times=times)


def _days(first: int, last: int) -> Sentence:
    if first == last:
        return WEEKDAYS[first]
    return say("%(first)s to %(last)s", first=WEEKDAYS[first], last=WEEKDAYS[last])


def _dated(hours: ServiceHours) -> list[Sentence]:
    return [
        say(
            "on %(calendar)s %(times)s",
            calendar=window.calendar,
            times=f"{_clock(window.opens)}–{_clock(window.closes)}",
        )
        for window in hours.dated
    ]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"

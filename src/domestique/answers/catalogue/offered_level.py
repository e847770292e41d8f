"""The level of a service in words a customer uses: how long it may be away a month, and how that was reckoned.

A month is a twelfth of the year here, so that the words stay the same from month to month and a
service with few open days, such as race days, has a level too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.calendars.queries import days_of_calendars, public_holidays
from domestique.delivery.error_budget import allowed_downtime
from domestique.parties.models import Organisation
from domestique.parties.queries import zone_of
from domestique.quantities.errors import Refusal
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.hours import ServiceHours
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.quantities.service_time import ServiceClock, service_windows

MONTHS_IN_YEAR = 12
LONG_MINUTES = 120


@dataclass(frozen=True, slots=True)
class OfferedPromise:
    """A promised level: how long away a month at most, in words and as a figure in minutes."""

    words: Sentence
    figure: Figure


def minutes_of_year(
    written: Iterable[str], year: int, organisation: Organisation
) -> dict[str, Fraction]:
    """Return how many minutes of a year each written pattern of service hours is open, in one query.

    Hours nobody understands are left out.
    """
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    days = days_of_calendars(first, after)
    minutes = {}
    for text in {text for text in written if text}:
        try:
            hours = ServiceHours.parse(text)
        except Refusal:
            continue
        country = hours.holiday_country
        closed = (
            frozenset()
            if country is None
            else public_holidays(country or organisation.country, year)
        )
        windows = service_windows(hours, first, after, zone_of(organisation), days, closed)
        minutes[text] = Fraction(ServiceClock.of(windows).total, 60)
    return minutes


def promise_of(
    target: Decimal, open_minutes: Fraction | None, year: int, source: Source
) -> OfferedPromise | None:
    """Say what a target in percent of the open minutes of a year means a month.

    ``None`` where it is not known when the service is open, or it never is: then nothing is promised.
    """
    if not open_minutes:
        return None
    allowed = allowed_downtime(open_minutes, target)
    minutes = int(allowed / MONTHS_IN_YEAR)
    return OfferedPromise(
        _in_words(minutes, is_nothing=allowed == 0),
        Figure(
            value=minutes,
            unit="min",
            period=str(year),
            observations=1,
            completeness=Fraction(1),
            grade=Grade.MEASURED,
            formula=say(
                "Open time of the year, of it the part the level leaves, a twelfth of that, cut to whole minutes."
            ),
            lines=(
                Line(say("Open time of the year"), open_minutes, "min"),
                Line(say("Promised part of it"), target, "%", (source,)),
                Line(say("May be away in the year"), allowed, "min"),
            ),
        ),
    )


def _in_words(minutes: int, *, is_nothing: bool) -> Sentence:
    if is_nothing:
        return say("never away in these hours")
    if minutes < 1:
        return say("away less than a minute a month")
    if minutes < LONG_MINUTES:
        return say_counted(
            "at most %(count)s minute away a month",
            "at most %(count)s minutes away a month",
            minutes,
        )
    return say(
        "at most %(hours)s h %(minutes)s min away a month",
        hours=minutes // 60,
        minutes=minutes % 60,
    )


def back_within(minutes: int | None) -> Sentence | None:
    """Say how soon a service is promised back after a large loss; ``None`` where nothing is promised."""
    if minutes is None:
        return None
    if minutes < LONG_MINUTES or minutes % 60:
        return say_counted("within %(count)s minute", "within %(count)s minutes", minutes)
    return say_counted("within %(count)s hour", "within %(count)s hours", minutes // 60)

"""Service hours as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.quantities.errors import (
    ServiceHoursNotUnderstood,
    TimeOfDayNotUnderstood,
    WindowClosesBeforeItOpens,
)
from domestique.quantities.hours import DatedWindow, NamedDay, ServiceHours, minute_of_day

ALL_DAY, CLOSED = ((0, 1440),), ()
OFFICE = ((420, 1080),)


def test_around_the_clock() -> None:
    assert ServiceHours.parse("24x7").weekly == (ALL_DAY,) * 7


def test_weekdays_with_hours() -> None:
    assert ServiceHours.parse("Mon-Fri 07-18").weekly == (OFFICE,) * 5 + (CLOSED,) * 2


def test_minutes_and_midnight_are_allowed() -> None:
    assert ServiceHours.parse("Mon-Sat 05:30-23:15").weekly[5] == ((330, 1395),)
    assert ServiceHours.parse("Mon-Sun 08-24").weekly[6] == ((480, 1440),)


def test_several_windows_of_a_day_and_of_the_week() -> None:
    hours = ServiceHours.parse("Mon-Fri 07-12; Mon-Fri 13-18; Sat 09-13")
    assert hours.weekly[0] == ((420, 720), (780, 1080))
    assert hours.weekly[5:] == (((540, 780),), CLOSED)


def test_overlapping_windows_join() -> None:
    assert ServiceHours.parse("Mon 07-12; Mon 11-18").weekly[0] == OFFICE


def test_lists_of_days_and_days_across_the_weekend() -> None:
    wednesday = ServiceHours.parse("Mon,Wed 07-18").weekly
    assert [day == OFFICE for day in wednesday] == [True, False, True, *[False] * 4]
    weekend = ServiceHours.parse("sat-mon 07–18").weekly
    assert [day == OFFICE for day in weekend] == [True, *[False] * 4, True, True]


def test_named_calendar() -> None:
    hours = ServiceHours.parse("race days 06-22")
    assert hours.dated == (DatedWindow("race days", 360, 1320),)
    assert hours.calendars == ("race days",)
    assert hours.weekly == (CLOSED,) * 7


@pytest.mark.parametrize(
    ("text", "country", "calendars"),
    [
        ("Mon-Fri 07-18", None, ()),
        ("Mon-Fri 07-18 except holidays", "", ()),
        ("24x7 except holidays FI", "FI", ()),
        ("Mon-Fri 07-18 with year end", None, ("year end",)),
        ("Mon-Fri 07-18 except holidays FI with year end", "FI", ("year end",)),
        ("race days 06-22 with race days", None, ("race days",)),
    ],
)
def test_holidays_and_exceptions(text: str, country: str | None, calendars: tuple[str]) -> None:
    hours = ServiceHours.parse(text)
    assert (hours.holiday_country, hours.calendars) == (country, calendars)
    assert str(hours) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "always",
        "Mon-Fry 07-18",
        "Mon-Fri",
        "Mon-Fri 07",
        "Mon Fri 07-18",
        "07-18",
        "24x7 with",
        "Mon-Fri 07-18;",
        "Mon-Fri 07-18 except Sundays",
        "Mon-Fri 07-18 except holidays Finland",
    ],
)
def test_bad_hours_are_refused_with_examples(text: str) -> None:
    with pytest.raises(ServiceHoursNotUnderstood) as refusal:
        ServiceHours.parse(text)
    assert str(refusal.value).startswith(f"“{text}” is not understood")
    assert "Mon-Fri 07-18" in str(refusal.value)


def test_hours_past_midnight_are_refused_with_the_way_to_write_them() -> None:
    with pytest.raises(WindowClosesBeforeItOpens, match="22-24; Tue-Sat 00-06"):
        ServiceHours.parse("Mon-Fri 22-06")


@pytest.mark.parametrize("text", ["25", "24:01", "07:60", "7.30", "", "-1"])
def test_times_that_no_day_has_are_refused(text: str) -> None:
    with pytest.raises(TimeOfDayNotUnderstood, match="24:00"):
        minute_of_day(text)


def test_calendar_day_is_read_with_or_without_hours() -> None:
    race = date(2026, 10, 3)
    assert NamedDay.parse(race, "06:00", "24:00") == NamedDay(race, 360, 1440)
    assert NamedDay.parse(race, "", "") == NamedDay(race)

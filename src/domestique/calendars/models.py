"""Dated days of named calendars."""

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, RecordKind
from domestique.records.models import Record


class CalendarDay(Record):
    """A day of a named calendar and its hours (``06:00`` to ``22:00``, up to ``24:00``); without hours it is closed."""

    declared = RecordKind(
        "calendar_days",
        say("Dated days of named calendars, which service hours can refer to."),
        (
            "Service hours can name a calendar: `race days 06-22` is open on the days listed here, and `Mon-Fri "
            "07-18 with year end` lets the days of the calendar override the pattern. A day with hours is open "
            "then; without hours it is closed all day, or in the first form open as the service hours say."
        ),
        found_by="days only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("service-hours", "availability"),
        refused=("a closing time before the opening time",),
    )

    calendar = declare.text(say("The calendar's name."), required=True)
    date = declare.day(say("The day."), required=True)
    opens = declare.clock(say("When it opens; empty is closed all day."), empty="closed all day")
    closes = declare.clock(say("When it closes, at the latest 24:00."), empty="closed all day")

    class Meta:
        constraints = [declare.key("calendar", "date", name="one_day_per_calendar")]
        ordering = ["calendar", "date"]

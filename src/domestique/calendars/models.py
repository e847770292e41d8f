"""Dated days of named calendars."""

from __future__ import annotations

from django.db import models

from domestique.records.models import NAME_LENGTH, Record


class CalendarDay(Record):
    """A day of a named calendar and its hours (``06:00`` to ``22:00``, up to ``24:00``); without hours it is closed."""

    calendar = models.CharField(max_length=NAME_LENGTH)
    date = models.DateField()
    opens = models.CharField(max_length=5, blank=True)
    closes = models.CharField(max_length=5, blank=True)

    key_fields = ("calendar", "date")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "date"], name="one_day_per_calendar")
        ]
        ordering = ["calendar", "date"]

    def __str__(self) -> str:
        return f"{self.calendar} {self.date}"

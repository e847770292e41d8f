"""Django's entry to the room."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """The calendars room as Django knows it."""

    name = "domestique.calendars"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.calendars import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.CalendarDay)

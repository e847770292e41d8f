"""Django's entry to the room."""

from domestique.records import guarded_room


class CalendarsConfig(guarded_room.GuardedRoom):
    """The calendars room as Django knows it."""

    name = "domestique.calendars"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.calendars import models
        from domestique.records.door import set_guards
        from domestique.records.guard import Gate, keepers_own

        days = Gate("which days are open, closed or short", "whoever keeps the picture")
        set_guards({models.CalendarDay: keepers_own(days)})

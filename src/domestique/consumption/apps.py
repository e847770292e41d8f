"""Django's entry to the room."""

from domestique.records import guarded_room


class ConsumptionConfig(guarded_room.GuardedRoom):
    """The consumption room as Django knows it."""

    name = "domestique.consumption"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.consumption import models
        from domestique.parties.closed_months import stands_when_closed
        from domestique.parties.guard_queries import first_open_day
        from domestique.records.door import guard_as_records

        of_year, of_month = stands_when_closed("year"), stands_when_closed("month")
        guard_as_records(models.PlannedConsumption, facts=first_open_day, stays=of_year)
        guard_as_records(models.ActualConsumption, facts=first_open_day, stays=of_month)

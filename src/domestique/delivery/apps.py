"""Django's entry to the room."""

from domestique.records import guarded_room


class DeliveryConfig(guarded_room.GuardedRoom):
    """The delivery room as Django knows it."""

    name = "domestique.delivery"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.delivery import models
        from domestique.parties.closed_months import stands_when_closed
        from domestique.parties.guard_queries import first_open_day
        from domestique.records.door import guard_as_records

        guard_as_records(
            models.Outage,
            models.MaintenanceWindow,
            facts=first_open_day,
            stays=stands_when_closed("starts"),
        )
        guard_as_records(models.LogComplete)

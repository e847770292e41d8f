"""Django's entry to the room."""

from domestique.records import guarded_room


class ImpactConfig(guarded_room.GuardedRoom):
    """The impact room as Django knows it."""

    name = "domestique.impact"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.impact import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.RestorationWish)

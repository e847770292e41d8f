"""Django's entry to the room."""

from domestique.records import guarded_room


class PortfolioConfig(guarded_room.GuardedRoom):
    """The portfolio room as Django knows it."""

    name = "domestique.portfolio"

    def declare(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.portfolio import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.SupplierContract, models.Goal)

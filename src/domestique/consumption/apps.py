"""Django's entry to the room."""

from django.apps import AppConfig


class ConsumptionConfig(AppConfig):
    """The consumption room as Django knows it."""

    name = "domestique.consumption"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.consumption import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.PlannedConsumption, models.ActualConsumption)

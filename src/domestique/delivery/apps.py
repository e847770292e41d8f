"""Django's entry to the room."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """The delivery room as Django knows it."""

    name = "domestique.delivery"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.delivery import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.Outage, models.MaintenanceWindow)

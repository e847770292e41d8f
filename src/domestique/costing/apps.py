"""Django's entry to the room."""

from django.apps import AppConfig


class CostingConfig(AppConfig):
    """The costing room as Django knows it."""

    name = "domestique.costing"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.costing import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.Price, models.Cost, models.CostShare, models.ExchangeRate)

"""Django's entry to the room."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """The portfolio room as Django knows it."""

    name = "domestique.portfolio"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.portfolio import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.SupplierContract, models.Goal)

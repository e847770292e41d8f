"""Django's entry to the room."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """The impact room as Django knows it."""

    name = "domestique.impact"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.impact import models
        from domestique.records.door import guard_as_records

        guard_as_records(models.RestorationWish)

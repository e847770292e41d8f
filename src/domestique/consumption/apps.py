"""Django's entry to the room."""

from django.apps import AppConfig


class ConsumptionConfig(AppConfig):
    """The consumption room as Django knows it."""

    name = "domestique.consumption"
    label = "consumption"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.consumption import models
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard

        kinds = (models.PlannedConsumption, models.ActualConsumption)
        set_guards(dict.fromkeys(kinds, Guard((Ability.CHANGE_RECORDS,))))

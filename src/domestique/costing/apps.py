"""Django's entry to the room."""

from django.apps import AppConfig


class CostingConfig(AppConfig):
    """The costing room as Django knows it."""

    name = "domestique.costing"
    label = "costing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.costing import models
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard

        kinds = (models.Price, models.Cost, models.CostShare, models.ExchangeRate)
        set_guards(dict.fromkeys(kinds, Guard((Ability.CHANGE_RECORDS,))))

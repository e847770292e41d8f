"""Django's entry to the room."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """The impact room as Django knows it."""

    name = "domestique.impact"
    label = "impact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say who may enter the records of this room."""
        from domestique.impact import models
        from domestique.records.ability import Ability
        from domestique.records.door import set_guards
        from domestique.records.guard import Guard

        kinds = (models.RestorationWish,)
        set_guards(dict.fromkeys(kinds, Guard((Ability.CHANGE_RECORDS,))))

"""Django's entry to the room."""

from django.apps import AppConfig


class ConsumptionConfig(AppConfig):
    """The consumption room as Django knows it."""

    name = "domestique.consumption"
    label = "consumption"
    default_auto_field = "django.db.models.BigAutoField"

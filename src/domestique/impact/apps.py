"""Django's entry to the room."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """The impact room as Django knows it."""

    name = "domestique.impact"
    label = "impact"
    default_auto_field = "django.db.models.BigAutoField"

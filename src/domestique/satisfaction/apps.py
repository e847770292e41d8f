"""Django's entry to the room."""

from django.apps import AppConfig


class SatisfactionConfig(AppConfig):
    """The satisfaction room as Django knows it."""

    name = "domestique.satisfaction"
    label = "satisfaction"
    default_auto_field = "django.db.models.BigAutoField"

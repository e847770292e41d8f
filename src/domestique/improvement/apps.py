"""Django's entry to the room."""

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    """The improvement room as Django knows it."""

    name = "domestique.improvement"
    label = "improvement"
    default_auto_field = "django.db.models.BigAutoField"

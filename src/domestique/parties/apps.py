"""Django's entry to the room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """The parties room as Django knows it."""

    name = "domestique.parties"
    label = "parties"
    default_auto_field = "django.db.models.BigAutoField"

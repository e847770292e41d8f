"""Django's entry to the room."""

from django.apps import AppConfig


class RelationsConfig(AppConfig):
    """The relations room as Django knows it."""

    name = "domestique.relations"
    label = "relations"
    default_auto_field = "django.db.models.BigAutoField"

"""Django's entry to the room."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The records room as Django knows it."""

    name = "domestique.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

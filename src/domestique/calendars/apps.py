"""Django's entry to the room."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """The calendars room as Django knows it."""

    name = "domestique.calendars"
    label = "calendars"
    default_auto_field = "django.db.models.BigAutoField"

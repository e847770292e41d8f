"""Django's entry to the room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange room as Django knows it."""

    name = "domestique.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"

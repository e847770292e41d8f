"""Django's entry to the room."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """The portfolio room as Django knows it."""

    name = "domestique.portfolio"
    label = "portfolio"
    default_auto_field = "django.db.models.BigAutoField"

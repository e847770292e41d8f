"""Django's entry to the room."""

from django.apps import AppConfig


class CostingConfig(AppConfig):
    """The costing room as Django knows it."""

    name = "domestique.costing"
    label = "costing"
    default_auto_field = "django.db.models.BigAutoField"

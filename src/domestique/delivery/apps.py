"""Django's entry to the room."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """The delivery room as Django knows it."""

    name = "domestique.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

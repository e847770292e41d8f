"""Django's entry to the room."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """The agreements room as Django knows it."""

    name = "domestique.agreements"
    label = "agreements"
    default_auto_field = "django.db.models.BigAutoField"

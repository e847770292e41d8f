"""Django's entry to the room."""

from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    """The vocabulary room as Django knows it."""

    name = "domestique.vocabulary"
    label = "vocabulary"
    default_auto_field = "django.db.models.BigAutoField"

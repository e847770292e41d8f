"""Django's entry to the room."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """The lists room as Django knows it."""

    name = "domestique.lists"
    label = "lists"
    default_auto_field = "django.db.models.BigAutoField"

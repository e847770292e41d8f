"""Django's registration of this room."""

from __future__ import annotations

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may log in, and what follows for what she may see."""

    name = "domestique.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"

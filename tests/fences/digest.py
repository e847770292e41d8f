"""All that the database holds, so that a test can say that nothing changed."""

from __future__ import annotations

from django.apps import apps
from django.contrib.sessions.models import Session


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the sessions, by table."""
    return {
        model._meta.db_table: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model is not Session
    }

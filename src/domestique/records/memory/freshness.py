"""Whether anything has changed since something was reckoned: the newest change of every kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.apps import apps
from django.db import connection
from django.utils import timezone

from domestique.records.models import Forgetting, Record


@cache
def tables_with_history() -> Mapping[str, str]:
    """Return the table of every kind of record by its own name and by that of its history."""
    kinds = [model for model in apps.get_models() if issubclass(model, Record)]
    own = {kind._meta.db_table: kind._meta.db_table for kind in kinds}  # noqa: SLF001 - Django's own name
    return own | {
        kind.history.model._meta.db_table: kind._meta.db_table  # noqa: SLF001 - the same
        for kind in kinds
    }


FORGETTING = "forgetting"


def newest_changes() -> Mapping[str, int | None]:
    """Return the number of the newest change of every table of records, and of the newest order to forget; one query.

    Every change leaves a row in its history, and whoever changes something waits for her turn, so that a newer
    number is always of a later change.
    """
    names, query = _newest_changes()
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
    return dict(zip(names, row or (), strict=True))


@cache
def _newest_changes() -> tuple[tuple[str, ...], str]:
    quote = connection.ops.quote_name
    histories = {own: name for name, own in tables_with_history().items() if name != own}
    asked = [f"(SELECT MAX(history_id) FROM {quote(name)})" for name in histories.values()]  # noqa: S608 - names from Django's own models
    asked.append(f"(SELECT MAX(id) FROM {quote(Forgetting._meta.db_table)})")  # noqa: S608, SLF001 - the same
    return (*histories, FORGETTING), f"SELECT {', '.join(asked)}"


def order_to_forget(person: str) -> None:
    """Let every process forget what it remembers: somebody changed the database past its history."""
    Forgetting.objects.create(at=timezone.now(), by=person)

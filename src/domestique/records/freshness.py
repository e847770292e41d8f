"""Whether anything has changed since something was reckoned: the newest change of every kind of record."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from django.apps import apps
from django.db import connection

from domestique.records.models import Record

Stamp: TypeAlias = tuple[object, ...]


def stamp_of_records(*kinds: type[Record]) -> Stamp:
    """Return a value that is another one as soon as any record was added, changed or taken away; one query.

    With kinds named only those are looked at. Every change leaves a row in its history, so the newest row of each history tells.
    """
    with connection.cursor() as cursor:
        cursor.execute(_newest_changes(kinds))
        row = cursor.fetchone()
    return (connection.settings_dict["NAME"], *(row or ()))


@cache
def _newest_changes(kinds: tuple[type[Record], ...]) -> str:
    quote = connection.ops.quote_name
    every = [model for model in apps.get_models() if issubclass(model, Record)]
    tables = sorted(
        model.history.model._meta.db_table  # noqa: SLF001 - Django's own name
        for model in kinds or every
    )
    newest = (f"(SELECT MAX(history_id) FROM {quote(table)})" for table in tables)  # noqa: S608 - names from Django's own models
    return f"SELECT {', '.join(newest)}"

"""Whether anything has changed since something was reckoned: the newest change of every kind of record."""

from collections.abc import Mapping
from functools import cache

from django.apps import apps
from django.db import connection
from django.utils import timezone

from domestique.records.models import Forgetting, PastGate, PastGateAnswer, Record

ONLY_ADDED = (PastGate, PastGateAnswer)
"""What is no kind of record, and whose rows are only ever added: the newest row is the newest change."""


@cache
def tables_with_history() -> Mapping[str, str]:
    """Return the table of every kind of record by its own name and by that of its history."""
    kinds = [model for model in apps.get_models() if issubclass(model, Record)]
    added = {model._meta.db_table: model._meta.db_table for model in ONLY_ADDED}
    own = {kind._meta.db_table: kind._meta.db_table for kind in kinds} | added
    return own | {kind.history.model._meta.db_table: kind._meta.db_table for kind in kinds}


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
    histories, quote = _names_of_histories(), connection.ops.quote_name
    asked = [f"(SELECT MAX({number}) FROM {quote(name)})" for name, number, _ in histories.values()]  # noqa: S608 - names from Django's own models
    return tuple(histories), f"SELECT {', '.join(asked)}"


def moments_of(numbers: Mapping[str, int | None]) -> dict[str, str]:
    """Return when changes were made, by table, from the number of one change in each; one query."""
    known = {table: number for table, number in numbers.items() if number is not None}
    names, quote = _names_of_histories(), connection.ops.quote_name
    asked = [
        f"SELECT %s, CAST({when} AS VARCHAR(40)) FROM {quote(name)} WHERE {number} = %s"  # noqa: S608 - names from Django's own models
        for name, number, when in (names[table] for table in known)
    ]
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked), [one for pair in known.items() for one in pair])
        return dict(cursor.fetchall())


@cache
def _names_of_histories() -> Mapping[str, tuple[str, str, str]]:
    """Return by table the table of its changes, and the columns of their numbers and moments."""
    histories = {own: name for name, own in tables_with_history().items() if name != own}
    return {own: (name, "history_id", "history_date") for own, name in histories.items()} | {
        FORGETTING: (Forgetting._meta.db_table, "id", "at"),
        **{one._meta.db_table: (one._meta.db_table, "id", "at") for one in ONLY_ADDED},
    }


def order_to_forget(person: str) -> None:
    """Let every process forget what it remembers: somebody changed the database past its history."""
    Forgetting.objects.create(at=timezone.now(), by=person)

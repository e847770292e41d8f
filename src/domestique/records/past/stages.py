"""Entering stages of records into their history: the database copies them itself, so that what really stands is kept.

Every name in a statement comes from the models and is quoted; every value is a parameter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from domestique.records.models import Record

# A statement takes so many keys at a time; SQLite takes 999 parameters.
MOST_KEYS = 500


@dataclass(frozen=True, slots=True)
class Entered:
    """What a history tells beside the record: created (+), changed (~) or gone (-), by whom, why and when."""

    type: str
    person: str
    reason: str
    at: datetime


def enter_stages(kind: type[Record], keys: Sequence[Any], entered: Entered) -> None:
    """Enter the records with these primary keys as they stand now."""
    own, history = kind._meta, kind.history.model._meta
    told = {
        "history_type": entered.type,
        "history_user_id": entered.person,
        "history_change_reason": entered.reason,
        "history_date": entered.at,
    }
    fields = [history.get_field(name) for name in told]
    values = [
        one.get_db_prep_save(value, connection=connection)
        for one, value in zip(fields, told.values(), strict=True)
    ]
    kept = names_of_columns(own.concrete_fields)
    copy = (
        f"INSERT INTO {quoted(history.db_table)} ({kept}, {names_of_columns(fields)}) "  # noqa: S608
        f"SELECT {kept}, {marks_for(fields)} FROM {quoted(own.db_table)} WHERE {names_of_columns([own.pk])} IN"
    )
    with connection.cursor() as cursor:
        for start in range(0, len(keys), MOST_KEYS):
            some = keys[start : start + MOST_KEYS]
            cursor.execute(f"{copy} ({marks_for(some)})", [*values, *some])


def marks_for(values: Sequence[object]) -> str:
    """Return as many places for values as there are."""
    return ", ".join(["%s"] * len(values))


def names_of_columns(fields: Sequence[Any]) -> str:
    """Return the names of the columns of fields."""
    return ", ".join(quoted(field.column) for field in fields)


def quoted(name: str) -> str:
    """Return a name as the database wants it in a statement."""
    return str(connection.ops.quote_name(name))

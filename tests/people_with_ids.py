"""The demo organisation with ids for its people that are not their names, as a directory gives them."""

from __future__ import annotations

import json

from django.apps import apps
from django.db import connection

from domestique.parties.models import Person
from domestique.records.fields import PersonField, PersonListField

MARK = "hr7q"
"""Stands in every id, and in no word of the demo."""


def give_ids() -> dict[str, str]:
    """Give everybody an id of her own past the door, in records, their histories and log-ins; return ids by name."""
    ids = {name: f"{MARK}{at:03}" for at, name in enumerate(_names())}
    with connection.cursor() as cursor:
        for table, column, is_list in _columns():
            if is_list:
                rows = cursor.execute(f'SELECT rowid, "{column}" FROM "{table}"').fetchall()  # noqa: S608 - our own tables
                for row, names in rows:
                    changed = json.dumps([ids.get(one, one) for one in json.loads(names)])
                    cursor.execute(
                        f'UPDATE "{table}" SET "{column}" = %s WHERE rowid = %s',  # noqa: S608 - our own tables
                        [changed, row],
                    )
                continue
            for name, id_ in ids.items():
                cursor.execute(
                    f'UPDATE "{table}" SET "{column}" = %s WHERE "{column}" = %s',  # noqa: S608 - our own tables
                    [id_, name],
                )
    return ids


def _names() -> list[str]:
    return list(Person.objects.order_by("name").values_list("name", flat=True))


def _columns() -> list[tuple[str, str, bool]]:
    found = []
    for model in apps.get_models():
        table = model._meta.db_table
        for one in model._meta.concrete_fields:
            is_person = isinstance(one, PersonField | PersonListField)
            is_id = one.column == "id" and table in ("parties_person", "parties_historicalperson")
            if is_person or is_id or one.column == "history_user_id":
                found.append((table, one.column, isinstance(one, PersonListField)))
    return found

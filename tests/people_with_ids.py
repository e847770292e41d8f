"""The demo organisation with ids for its people that are not their names, as a directory gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model, QuerySet

from domestique.parties.models import Person
from domestique.records.fields import PersonField, PersonListField

MARK = "hr7q"
"""Stands in every id, and in no word of the demo."""


def give_ids() -> None:
    """Give everybody an id of her own past the door, in records, their histories and log-ins."""
    names = Person.objects.order_by("name").values_list("name", flat=True)
    ids = {name: f"{MARK}{at:03}" for at, name in enumerate(names)}
    with connection.cursor() as cursor:  # of all histories who did it is one field to Django
        for model in (one for one in apps.get_models() if hasattr(one, "history_user_id")):
            table = connection.ops.quote_name(model._meta.db_table)
            change = f"UPDATE {table} SET history_user_id = %s WHERE history_user_id = %s"  # noqa: S608 - our own tables
            cursor.executemany(change, [(id_, name) for name, id_ in ids.items()])
    for model, one in _columns():
        rows: QuerySet[Any] = QuerySet(model)
        for pk, named in list(rows.order_by().values_list("pk", one.attname)):
            given = _given(named, ids)
            if given != named:
                rows.filter(pk=pk).update(**{one.attname: given})


def _given(named: Any, ids: dict[str, str]) -> Any:
    if isinstance(named, list):
        return [ids.get(one, one) for one in named]
    return ids.get(named, named)


def _columns() -> Iterator[tuple[type[Model], Field[Any, Any]]]:
    people = (Person, Person.history.model)
    for model in apps.get_models():
        for one in model._meta.concrete_fields:
            is_person = isinstance(one, PersonField | PersonListField)
            is_id = one.column == "id" and model in people
            if is_person or is_id:
                yield model, one

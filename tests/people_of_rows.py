"""Tests make rows past the door that name anybody: whoever has no record gets one before the keys are checked."""

from functools import cache

from django.apps import apps
from django.db import connection

from domestique.parties.models import Person
from domestique.records.fields import PersonField
from domestique.records.models import Record


@cache
def _missing() -> str:
    columns = [
        (kind._meta.db_table, one.column)
        for kind in apps.get_models()
        if issubclass(kind, Record)
        for one in kind._meta.concrete_fields
        if isinstance(one, PersonField)
    ]
    columns.append(("access_account", "person"))
    named = " UNION ".join(f'SELECT "{column}" AS id FROM "{table}"' for table, column in columns)  # noqa: S608 - names of our own tables
    return (
        f"SELECT id FROM ({named}) AS named WHERE id IS NOT NULL "  # noqa: S608 - the same
        "AND id NOT IN (SELECT id FROM parties_person)"
    )


def enter_missing_people() -> None:
    """Enter everybody whom a row names and who has no record."""
    with connection.cursor() as cursor:
        cursor.execute(_missing())
        ids = [id_ for (id_,) in cursor.fetchall()]
    Person.objects.bulk_create(Person(id=id_, name=id_) for id_ in ids)

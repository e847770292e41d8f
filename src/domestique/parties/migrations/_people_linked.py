"""How names in older databases become people: the operations of the migrations that link a room's columns to them.

A name that nobody has becomes a person whose id it is, with her history; names that only white space, case or signs
nobody sees keep apart stay apart, and a finding asks whether they are one person.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.db import migrations
from django.utils import timezone

from domestique.records.fields import PersonField, PersonIsThere

REASON = "Named in the picture before people had records"


class Named(NamedTuple):
    """Which columns of a kind name somebody in every row, which in some, and which name several people."""

    always: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()
    several: tuple[str, ...] = ()

    @property
    def one(self) -> tuple[str, ...]:
        """The columns that name one person."""
        return self.always + self.sometimes


def people_linked(app: str, kinds: Mapping[str, Named]) -> list[Any]:
    """Return the operations: everybody is entered, the columns become links, and nobody is nothing."""

    def enter(apps: Any, editor: Any) -> None:
        enter_people(apps, editor, {*_names(apps, editor.connection.alias, app, kinds)})

    def clear(apps: Any, editor: Any) -> None:
        quote = editor.quote_name
        for kind, named in kinds.items():
            table = quote(apps.get_model(app, kind)._meta.db_table)
            for column in map(quote, named.one):
                editor.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ''")  # noqa: S608 - names from Django's own models

    nothing = migrations.RunPython.noop
    return [
        migrations.RunPython(enter, nothing),
        *(
            migrations.AlterField(model, column, PersonField(blank=column in named.sometimes))
            for kind, named in kinds.items()
            for column in named.one
            for model in (kind, f"historical{kind}")
        ),
        migrations.RunPython(clear, nothing),
        *(
            migrations.AddConstraint(
                kind, PersonIsThere(field=column, name=f"{app}_{kind}_{column}_there")
            )
            for kind, named in kinds.items()
            for column in named.one
        ),
    ]


def enter_people(apps: Any, editor: Any, names: set[str]) -> None:
    """Enter everybody of these names who is not there yet, with the reason in her history."""
    person, history = (apps.get_model("parties", name) for name in ("Person", "HistoricalPerson"))
    there = editor.connection.alias
    new = sorted(names - {*person.objects.using(there).values_list("id", flat=True)})
    person.objects.using(there).bulk_create(person(id=name, name=name) for name in new)
    told = {"history_type": "+", "history_date": timezone.now(), "history_change_reason": REASON}
    history.objects.using(there).bulk_create(history(id=name, name=name, **told) for name in new)


def _names(apps: Any, there: str, app: str, kinds: Mapping[str, Named]) -> Iterator[str]:
    for kind, named in kinds.items():
        rows = apps.get_model(app, kind).objects.using(there)
        for column in named.one:
            found = rows.exclude(**{column: ""}).exclude(**{column: None})
            yield from found.values_list(column, flat=True).distinct()
        for column in named.several:
            for names in rows.values_list(column, flat=True):
                yield from names or ()

"""What stands in the database already, in as many queries for a thousand rows as for one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Key
from domestique.records.columns import Kind, Table
from domestique.records.models import Record, TakenOut
from domestique.records.past.history import OUT
from domestique.records.tables import table_named

# A query names at most so many values; SQLite takes 999 parameters.
_MOST_VALUES = 500
_CHUNK = 5_000


def records_standing(table: Table, keys: Collection[Key]) -> dict[Key, tuple[Value, ...]]:
    """Return the records with these keys, in the order of the table's own fields, in one query."""
    places = [table.fields.index(column.field) for column in table.key_columns]
    wanted = keys if isinstance(keys, set) else set(keys)
    standing = {}
    for values in _rows(_narrowed(table, wanted), table.fields):
        key = tuple([values[place] for place in places])
        if key in wanted:
            standing[key] = values
    return standing


def rows_out(table: Table) -> dict[Key, tuple[TakenOut, tuple[Value, ...]]]:
    """Return the rows that were taken out of a table, each as it stood, by their keys; in two queries at most."""
    out = {one.stage: one for one in TakenOut.objects.filter(table=table.name)}
    if not out:
        return {}
    places = [table.fields.index(column.field) for column in table.key_columns]
    stages = table.model.history.filter(history_type=OUT).values_list("history_id", *table.fields)
    return {
        tuple([values[place] for place in places]): (out[stage], tuple(values))
        for stage, *values in stages
        if stage in out
    }


def values_standing(table: Table, names: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    """Yield the values of some columns of every record of a table, in one query."""
    fields = [table.by_name[name].field for name in names]
    return _rows(_all(table), fields)


def ids_standing(name: str) -> set[str]:
    """Return the ids of a table's records, or the names of calendars, in one query."""
    table = table_named(name)
    return set(_all(table).values_list(table.key_columns[0].field, flat=True).distinct())


def _all(table: Table) -> QuerySet[Record]:
    return QuerySet(table.model).order_by()


def _rows(records: QuerySet[Record], fields: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return records.values_list(*fields).iterator(chunk_size=_CHUNK)


def _narrowed(table: Table, keys: set[Key]) -> QuerySet[Record]:
    """Leave out records that cannot have one of the keys, by the key column of fewest values."""
    records = _all(table)
    choices = [
        (column.field, {key[place] for key in keys})
        for place, column in enumerate(table.key_columns)
        if column.kind is not Kind.PERSON  # nobody is nothing there, and is found by no value
    ]
    if not choices:
        return records
    field, values = min(choices, key=lambda choice: len(choice[1]))
    return records.filter(**{f"{field}__in": values}) if len(values) <= _MOST_VALUES else records

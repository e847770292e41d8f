"""One ``[[table]]`` of a mapping file, checked against our tables before any row is looked at."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from domestique.exchange.errors import MappingRefused
from domestique.exchange.files.cells import table_name
from domestique.exchange.headers import missing_column, unknown_column, unknown_table
from domestique.exchange.nearest import not_among
from domestique.exchange.old_columns import column_of_file
from domestique.exchange.reading.readers import reader_of
from domestique.quantities.sentence import say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column, Table
from domestique.records.tables import TABLES, table_named

Plain: TypeAlias = str | int | float | bool | date | datetime
Texts: TypeAlias = dict[str, str]


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """How one of our tables is filled from one of their sheets.

    ``columns``, ``fixed`` and ``made`` say where each of our columns comes from; ``words`` what
    their words are in ours, by our column; ``where`` which rows are taken, by their column.
    ``count`` is our column that holds how many of their rows became one.
    """

    table: Table
    sheet: str
    columns: Texts
    fixed: dict[str, Plain]
    made: Texts
    words: dict[str, Texts] = field(default_factory=dict)
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    count: str = ""
    is_unique: bool = False
    skips_empty: bool = False

    def column(self, name: str) -> Column:
        """Return a column that is filled, which the table may have had once."""
        return column_of_file(self.table, name) or self.table.by_name[name]

    @property
    def ours(self) -> tuple[str, ...]:
        """Our columns that are filled, each once."""
        count = [self.count] if self.count else []
        return (*self.columns, *self.fixed, *self.made, *count)


_KEYS: dict[str, Callable[[Any], bool]] = {
    "fill": lambda value: isinstance(value, str),
    "from": lambda value: isinstance(value, str),
    "columns": lambda value: _holds(value, str),
    "fixed": lambda value: _holds(value, str, int, float, bool, date),
    "made": lambda value: _holds(value, str),
    "words": lambda value: isinstance(value, dict) and all(_holds(w, str) for w in value.values()),
    "where": lambda value: isinstance(value, dict) and all(map(_is_filter, value.values())),
    "count": lambda value: isinstance(value, str),
    "unique": lambda value: isinstance(value, bool),
    "skip_empty": lambda value: isinstance(value, bool),
}


def _holds(value: object, *kinds: type) -> bool:
    return isinstance(value, dict) and all(isinstance(part, kinds) for part in value.values())


def _is_filter(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(part, str) for part in value)
    )


def read_entry(written: dict[str, Any]) -> MappingEntry:
    """Read one ``[[table]]``. Raises ``MappingRefused``."""
    _check_keys(written)
    if written["fill"] not in {table.name for table in TABLES}:
        raise MappingRefused(unknown_table(written["fill"]), value=written["fill"])
    entry = MappingEntry(
        table_named(written["fill"]),
        table_name(written["from"]),
        written.get("columns", {}),
        written.get("fixed", {}),
        written.get("made", {}),
        written.get("words", {}),
        {name: _as_list(value) for name, value in written.get("where", {}).items()},
        written.get("count", ""),
        written.get("unique", False) or "count" in written,
        written.get("skip_empty", False),
    )
    _check_columns(entry)
    _check_fixed(entry)
    return entry


def _as_list(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _check_keys(written: dict[str, Any]) -> None:
    fills = str(written.get("fill", ""))
    for key, value in written.items():
        if key not in _KEYS:
            reason = not_among(
                key,
                _KEYS,
                say("There is no “%(key)s” in a mapping; did you mean %(meant)s?"),
                say("There is no “%(key)s” in a mapping; there are %(names)s."),
                key=key,
            )
            raise MappingRefused(reason, table=fills, value=key)
        if not _KEYS[key](value):
            reason = say("“%(key)s” does not hold what it should; see the example files.", key=key)
            raise MappingRefused(reason, table=fills, value=str(value))
    for key in ("fill", "from"):
        if key not in written:
            reason = say("A [[table]] lacks “%(key)s”; it needs both fill and from.", key=key)
            raise MappingRefused(reason, table=fills)


def _check_columns(entry: MappingEntry) -> None:
    """Refuse columns that are not ours, that are filled twice, or that the key lacks."""
    table = entry.table
    for name in (*entry.ours, *entry.words):
        if column_of_file(table, name) is None:
            raise MappingRefused(unknown_column(table, name), table=table.name, value=name)
    for name in entry.ours:
        if entry.ours.count(name) > 1:
            reason = say("“%(column)s” is filled in two ways; leave one of them.", column=name)
            raise MappingRefused(reason, table=table.name, column=name)
    for column in table.key_columns:
        if column.required and column.name not in entry.ours:
            reason = missing_column(column.name)
            raise MappingRefused(reason, table=table.name, column=column.name)


def _check_fixed(entry: MappingEntry) -> None:
    """Refuse a fixed value that its column does not take, once instead of in every row."""
    for name, value in entry.fixed.items():
        try:
            reader_of(entry.table, entry.column(name))(value)
        except Unreadable as refusal:
            raise MappingRefused(
                refusal.sentence, table=entry.table.name, column=name, value=str(value)
            ) from None

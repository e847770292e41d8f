"""Rows on their way in: where each came from, what was read in it, and what is to become of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from domestique.exchange.files.cells import Problem, Row
from domestique.exchange.reading.readers import Value
from domestique.exchange.written import as_text
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Column, Kind, Table
from domestique.records.models import TakenOut

Key: TypeAlias = tuple[Value, ...]


class Outcome(StrEnum):
    """What loading does to a row."""

    NEW = "new"
    CHANGED = "changed"
    PUT_BACK = "put_back"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Found:
    """Rows found for a table: the columns of it that are there, in the order of the rows' cells.

    ``headings`` are the names of those columns in the file; with a mapping, someone else's. ``is_typed`` where
    a person wrote the cells, and no machine.
    """

    table: Table
    file: str
    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    rows: list[Row]
    is_typed: bool = False


@dataclass(slots=True)
class Entry:
    """A row read: its number, its key (``None`` if that could not be read) and its values.

    ``before`` is the record as it stands in the database, in the order of the model's own fields,
    where the row changes it; or as it stood when it was taken ``out``.
    """

    row: int
    key: Key | None
    values: tuple[Value, ...]
    outcome: Outcome = Outcome.NEW
    before: tuple[Value, ...] | None = None
    out: TakenOut | None = None


@dataclass(slots=True)
class Incoming:
    """The rows read from one sheet for one table.

    ``staying_out`` are those that were taken out and stay so; where it ``is_named`` they are only people whom other
    rows name.
    """

    table: Table
    file: str
    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    staying_out: list[Entry] = field(default_factory=list)
    is_named: bool = False
    places: tuple[int, ...] = field(init=False)

    def position(self, name: str) -> int | None:
        """Return where a column's values stand in the entries; ``None`` if the sheet lacks it."""
        names = [column.name for column in self.columns]
        return names.index(name) if name in names else None

    def places_of(self, *names: str) -> tuple[int, ...]:
        """Return where columns' values stand in the entries; -1 for those the sheet lacks."""
        known = [column.name for column in self.columns]
        return tuple(known.index(name) if name in known else -1 for name in names)

    def __post_init__(self) -> None:
        """Find where the sheet's columns stand among the record's own fields."""
        self.places = tuple(self.table.fields.index(column.field) for column in self.columns)

    def add(self, column: Column) -> None:
        """Let the entries have one more value, of a column the sheet lacks; they must have it already, at the end."""
        self.columns, self.headings = (*self.columns, column), (*self.headings, column.name)
        self.__post_init__()

    def value_of(self, name: str) -> Callable[[Entry], Value]:
        """Return what tells a column's value after the load, even if the sheet lacks the column."""
        at = self.position(name)
        if at is not None:
            return lambda entry: entry.values[at]
        stands = self.table.fields.index(self.table.by_name[name].field)
        default = self.table.empty_values[self.table.by_name[name].field]
        return lambda entry: default if entry.before is None else entry.before[stands]

    def refuse(self, entry: Entry, column: str, reason: Sentence) -> Problem:
        """Refuse a row for what was read in a column, or the whole of it if that is not there."""
        entry.outcome = Outcome.REFUSED
        at = self.position(column)
        heading = None if at is None else self.headings[at]
        value = None if at is None else as_text(entry.values[at], self.columns[at].kind)
        return Problem(self.file, entry.row, heading, value, reason, self.table.name)


def key_text(table: Table, key: Key) -> str:
    """Write a key as ``Record.key`` does: ``C04 S03 2026-10``; the one row of a table has none."""
    return " ".join(
        str.__str__(part) if column.kind is Kind.PERSON else as_text(part, column.kind)
        for column, part in zip(table.key_columns, key, strict=True)
    ).rstrip()

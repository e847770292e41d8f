"""What a reader asks of a table, as she wrote it: conditions, words, columns, order, rows to a page.

A question is kept as it was written, also where it cannot be answered, so that a page can show it again with
what is wrong. It is written into an address and read back from one without loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from domestique.lists.errors import ColumnNotThere, RowsNotOffered
from domestique.lists.operators import Operator
from domestique.records.columns import Column, Table

ROWS_OFFERED = (20, 50, 200)
USUAL_ROWS = 50
_RANGE = ".."
# Tables too wide to be read whole; the others show all they have at first.
_USUAL_COLUMNS = {
    "services": (
        "id",
        "name_en",
        "kind",
        "unit",
        "impact_level",
        "rto_minutes",
        "availability_target",
        "owner",
        "state",
    ),
    "units": ("id", "name", "parent", "head", "country", "headcount", "budget", "it_budget"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing asked of one column: ``rto_minutes at-most 60``; ``until`` is the far end of a stretch."""

    column: str
    operator: str
    value: str = ""
    until: str = ""

    @classmethod
    def read(cls, text: str) -> Condition:
        """Read what ``written`` wrote."""
        column, _, rest = text.partition(":")
        operator, _, value = rest.partition(":")
        until = ""
        if operator == Operator.BETWEEN:
            value, _, until = value.partition(_RANGE)
        return cls(column, operator, value, until)

    @property
    def written(self) -> str:
        """The condition as an address has it: ``rto_minutes:at-most:60``."""
        value = f"{self.value}{_RANGE}{self.until}" if self.until else self.value
        return f"{self.column}:{self.operator}:{value}"


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What is asked of a table. ``sort`` is a column's name, with ``-`` before it for the largest first."""

    table: Table
    conditions: tuple[Condition, ...] = ()
    words: str = ""
    shown: tuple[str, ...] = ()
    sort: str = ""
    rows: str = ""

    @classmethod
    def read(cls, table: Table, asked: Mapping[str, Sequence[str]]) -> ListQuestion:
        """Read the values of an address; nothing is refused yet."""
        return cls(
            table=table,
            conditions=tuple(Condition.read(text) for text in asked.get("where", ())),
            words=" ".join(_last(asked, "q").split()),
            shown=_unless_usual(table, asked.get("show", ())),
            sort=_last(asked, "sort").strip(),
            rows=_last(asked, "rows").strip(),
        )

    @classmethod
    def parse(cls, table: Table, query: str) -> ListQuestion:
        """Read a question from the part of an address that ``written`` wrote."""
        return cls.read(table, parse_qs(query, keep_blank_values=True))

    @property
    def written(self) -> str:
        """The question as the part of an address after the question mark; empty where nothing is asked."""
        return urlencode(list(self._pairs()))

    def _pairs(self) -> Iterator[tuple[str, str]]:
        if self.words:
            yield "q", self.words
        yield from (("where", condition.written) for condition in self.conditions)
        yield from (("show", name) for name in self.shown)
        if self.sort:
            yield "sort", self.sort
        if self.rows and self.rows != str(USUAL_ROWS):
            yield "rows", self.rows

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than every row."""
        return bool(self.conditions or self.words)

    @property
    def rows_a_page(self) -> int:
        """How many rows a page has. Refuses a number that is not offered."""
        offered = {str(number): number for number in ROWS_OFFERED}
        if self.rows and self.rows not in offered:
            raise RowsNotOffered(written=self.rows, offered=", ".join(offered))
        return offered.get(self.rows, USUAL_ROWS)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns to show, in the table's order; those of the key always. Refuses others than the table's."""
        names = self.shown or usual_columns(self.table)
        for name in names:
            column_named(self.table, name)
        wanted = {*names, *self.table.key}
        return tuple(column for column in self.table.columns if column.name in wanted)

    @property
    def order(self) -> tuple[Column, bool] | None:
        """The column to sort by and whether the largest comes first; ``None`` is the order of the key."""
        if not self.sort:
            return None
        return column_named(self.table, self.sort.removeprefix("-")), self.sort.startswith("-")


def usual_columns(table: Table) -> tuple[str, ...]:
    """Return the columns a list shows until others are picked."""
    return _USUAL_COLUMNS.get(table.name) or tuple(column.name for column in table.columns)


def column_named(table: Table, name: str) -> Column:
    """Return the column of a name; refuses another as ``ColumnNotThere``."""
    if name not in table.by_name:
        raise ColumnNotThere(table=table.name, name=name, columns=", ".join(table.by_name))
    return table.by_name[name]


def _unless_usual(table: Table, names: Sequence[str]) -> tuple[str, ...]:
    is_usual = {*names, *table.key} == {*usual_columns(table), *table.key}
    return () if is_usual else tuple(dict.fromkeys(names))


def _last(asked: Mapping[str, Sequence[str]], name: str) -> str:
    values = asked.get(name)
    return values[-1] if values else ""

"""Which kind of column is read how, and what an empty cell means."""

from collections.abc import Callable
from typing import Any, TypeAlias

from domestique.exchange.files.cells import Cell
from domestique.exchange.files.tidying import is_empty
from domestique.exchange.reading import numbers, texts, times
from domestique.quantities.sentence import say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column, Kind, Table

Value: TypeAlias = Any
"""What a record holds: a text, number, day, local time, yes or no, list, or None for not known."""

_READERS: dict[Kind, Callable[[Column, Cell], Value]] = {
    Kind.ID: texts.read_id,
    Kind.TEXT: texts.read_text,
    Kind.WHOLE: numbers.read_whole,
    Kind.DECIMAL: numbers.read_decimal,
    Kind.DATE: times.read_date,
    Kind.LOCAL_TIME: times.read_local_time,
    Kind.MONTH: times.read_month,
    Kind.YEAR: times.read_year,
    Kind.PERIOD: times.read_period,
    Kind.CLOCK: times.read_clock,
    Kind.CHOICE: texts.read_choice,
    Kind.YES_NO: texts.read_yes_no,
    Kind.HOURS: texts.read_hours,
    Kind.TIME_ZONE: texts.read_time_zone,
    Kind.CURRENCY: texts.read_currency,
    Kind.COUNTRY: texts.read_country,
    Kind.LINK: texts.read_id,
    Kind.LINKS: texts.read_ids,
    Kind.NAMES: texts.read_names,
    Kind.PERSON: texts.read_person,
    Kind.PEOPLE: texts.read_people,
}
_TYPED: dict[Kind, Callable[[Column, Cell], Value]] = {
    Kind.WHOLE: numbers.typed_whole,
    Kind.DECIMAL: numbers.typed_decimal,
}
# Beyond this many different texts in a column, remembering what they were read as gains nothing.
_REMEMBERED = 50_000


class _Remembered(dict[Cell, Value]):
    """What the texts of a column were read as: the ids and months of a long table are few.

    Other cells are read each time, for 1, 1.0 and yes are the same to a dictionary.
    """

    def __init__(self, read: Callable[[Cell], Value]) -> None:
        """Remember what this reads."""
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Value:
        """Read a cell that is not remembered."""
        value = self._read(cell)
        if isinstance(cell, str) and len(self) < _REMEMBERED:
            self[cell] = value
        return value


def reader_of(table: Table, column: Column, *, is_typed: bool = False) -> Callable[[Cell], Value]:
    """Return what reads a cell of this column, as files have it or as a person types it; it raises ``Unreadable``."""
    read, empty = _READERS[column.kind], table.empty_values.get(column.field)
    read = _TYPED.get(column.kind, read) if is_typed else read

    def read_cell(cell: Cell) -> Value:
        """Read one cell; an empty one is what empty means in its column, unless every row needs it."""
        if not is_empty(cell):
            return read(column, cell)
        if column.required:
            raise Unreadable(
                say("The cell is empty; every row needs “%(column)s”.", column=column.name)
            )
        return empty

    return _Remembered(read_cell).__getitem__

"""Which kind of column is read how, and what an empty cell means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from domestique.exchange.files.cells import Cell
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
}
_TYPED: dict[Kind, Callable[[Column, Cell], Value]] = {
    Kind.WHOLE: numbers.typed_whole,
    Kind.DECIMAL: numbers.typed_decimal,
}
# Beyond this many different texts in a column, remembering what they were read as gains nothing.
_REMEMBERED = 50_000


def reader_of(table: Table, column: Column, *, is_typed: bool = False) -> Callable[[Cell], Value]:
    """Return what reads a cell of this column, as files have it or as a person types it; it raises ``Unreadable``.

    What a text was read as is remembered: the ids and months of a long table are few.
    """
    read, empty = _READERS[column.kind], table.empty_values[column.field]
    read = _TYPED.get(column.kind, read) if is_typed else read
    remembered: dict[str, Value] = {}

    def read_cell(cell: Cell) -> Value:
        """Read one cell; an empty one is what empty means in its column, unless every row needs it."""
        if isinstance(cell, str) and cell in remembered:
            return remembered[cell]
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            if column.required:
                raise Unreadable(
                    say("The cell is empty; every row needs “%(column)s”.", column=column.name)
                )
            return empty
        value = read(column, cell)
        if isinstance(cell, str) and len(remembered) < _REMEMBERED:
            remembered[cell] = value
        return value

    return read_cell

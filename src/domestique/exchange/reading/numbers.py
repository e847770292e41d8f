"""Numbers in cells: a point before decimals, nothing between thousands, at most fifteen digits."""

from decimal import Decimal

from domestique.exchange.files.cells import Cell
from domestique.exchange.reading.refusal import text_of
from domestique.quantities import written_number
from domestique.quantities.sentence import say
from domestique.records.columns import Column


def read_whole(column: Column, cell: Cell) -> int:
    """Read a whole number: ``12``, and ``12.0`` as spreadsheets write it."""
    number = _number(cell)
    if number != number.to_integral_value():
        raise written_number.Unreadable(
            say(
                "“%(value)s” has decimals, and only whole numbers are taken here, "
                "for example %(example)s.",
                value=text_of(cell),
                example=int(number),
            )
        )
    _check_range(column, number)
    return int(number)


def read_decimal(column: Column, cell: Cell) -> Decimal:
    """Read a decimal with as many places as the column keeps."""
    number = _number(cell)
    _check_range(column, number)
    written_number.check_digits(number, column.places, text_of(cell))
    return number


def typed_whole(column: Column, cell: Cell) -> int:
    """Read a whole number as a person types it."""
    return read_whole(column, written_number.as_files_have_it(text_of(cell), column.places))


def typed_decimal(column: Column, cell: Cell) -> Decimal:
    """Read a decimal as a person types it: ``4 100 000,50``. What can mean two numbers is refused."""
    return read_decimal(column, written_number.as_files_have_it(text_of(cell), column.places))


def _number(cell: Cell) -> Decimal:
    # A yes is no number, though Python counts it as 1; its text is not one either.
    return written_number.number_of(text_of(cell))


def _check_range(column: Column, number: Decimal) -> None:
    low, high = column.minimum, column.maximum
    if (low is None or number >= low) and (high is None or number <= high):
        return
    if high is None:
        reason = say("%(value)s is too small; it must be %(low)s or more.", value=number, low=low)
    else:
        reason = say(
            "%(value)s is out of range; it must be from %(low)s to %(high)s.",
            value=number,
            low=low,
            high=high,
        )
    raise written_number.Unreadable(reason)

"""Numbers in cells: a point before decimals, nothing between thousands, at most fifteen digits."""

from __future__ import annotations

import re
from decimal import Decimal

from domestique.exchange.cells import Cell
from domestique.exchange.reading.refusal import Unreadable, number_text, text_of
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column

DIGITS = 15
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SPACED = re.compile(r"(?<=[0-9])[\s'’_\u00a0\u202f](?=[0-9])")
_BOTH = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})+(?!\1)[.,][0-9]+")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_AFFIX = re.compile(r"^(?:[A-Za-z]{3}|[€$£])\s*|\s*(?:%|[A-Za-z]{1,3}|[€$£])$")


def read_whole(column: Column, cell: Cell) -> int:
    """Read a whole number: ``12``, and ``12.0`` as spreadsheets write it."""
    number = _number(cell)
    if number != number.to_integral_value():
        raise Unreadable(
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
    _check_digits(column, number, cell)
    return number


def _number(cell: Cell) -> Decimal:
    text = text_of(cell)
    if isinstance(cell, bool) or not _NUMBER.fullmatch(text):
        raise Unreadable(_not_a_number(text))
    # Zeros at the end go as text, for arithmetic would round what has more than 28 digits.
    return Decimal(number_text(Decimal(text))) or Decimal(0)


def _not_a_number(text: str) -> Sentence:
    """Say what is not understood as a number, with what was probably meant."""
    if _COMMA.fullmatch(text):
        return _with_comma(text)
    suggested = _guess(text)
    if suggested:
        return say(
            "“%(value)s” is not understood as a number; decimals are written with a point, "
            "thousands without a separator, and no unit beside the number: %(suggested)s.",
            value=text,
            suggested=suggested,
        )
    return say(
        "“%(value)s” is not a number; write digits, and decimals after a point, "
        "for example 1234.5, or leave the cell empty when it is not known.",
        value=text,
    )


def _with_comma(text: str) -> Sentence:
    point = text.replace(",", ".")
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}", text):
        return say(
            "“%(value)s” can mean two numbers; decimals are written with a point and thousands "
            "without a separator: %(point)s or %(whole)s.",
            value=text,
            point=point,
            whole=text.replace(",", ""),
        )
    return say(
        "“%(value)s” has a decimal comma; decimals are written with a point: %(suggested)s.",
        value=text,
        suggested=point,
    )


def _guess(text: str) -> str:
    """Return the number a text probably means, without separators and units, or nothing."""
    bare = _SPACED.sub("", _AFFIX.sub("", text)).replace("−", "-")
    if _BOTH.fullmatch(bare):
        decimal = max(".,", key=bare.rfind)
        return bare.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    if _THOUSANDS.fullmatch(bare):
        return re.sub("[.,]", "", bare)
    if _COMMA.fullmatch(bare):
        return bare.replace(",", ".")
    return bare if _NUMBER.fullmatch(bare) else ""


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
    raise Unreadable(reason)


def _check_digits(column: Column, number: Decimal, cell: Cell) -> None:
    if -int(number.as_tuple().exponent) > column.places:
        raise Unreadable(
            say(
                "“%(value)s” has more than %(places)s decimals; "
                "round it to at most %(places)s decimals.",
                value=text_of(cell),
                places=column.places,
            )
        )
    whole = DIGITS - column.places
    if abs(number) >= 10**whole:
        raise Unreadable(
            say(
                "“%(value)s” is too large; at most %(digits)s digits are kept, "
                "%(places)s of them decimals, so %(whole)s before the point.",
                value=text_of(cell),
                digits=DIGITS,
                places=column.places,
                whole=whole,
            )
        )

"""A number as somebody wrote it: read exactly, or refused with what it can mean.

There is one reader. A file is written by a machine: a point before decimals, nothing between thousands. A person
types as she is used to, and is understood where that can mean one number only:

| typed            | is                                                        |
| ---------------- | --------------------------------------------------------- |
| ``4 100 000,50`` | 4100000.50                                                |
| ``1.234,50``     | 1234.50: of two marks the last one stands before decimals |
| ``1.234.567``    | 1234567: a mark that stands twice stands between thousands |
| ``1,5``          | 1.5                                                       |
| ``900.000``      | refused: 900.00 or 900000; so is ``1,234``                |
| ``1234,505``     | 1234.505, which is refused where two decimals are kept    |
"""

import re
from decimal import Decimal

from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import Sentence, say

DIGITS = 15
"""Digits kept of a number, its decimals among them."""
CENTS = 2
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SPACED = re.compile(r"(?<=[0-9])[\s'’_](?=[0-9])")
_IN_THREES = re.compile(r"[+-]?[0-9]{1,3}(?:[\s'’_][0-9]{3})+(?:[.,][0-9]*)?")
_BOTH = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})+(?!\1)[.,][0-9]+")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_ONE_MARK = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_AFFIX = re.compile(r"^(?:[A-Za-z]{3}|[€$£])\s*|\s*(?:%|[A-Za-z]{1,3}|[€$£])$")


class Unreadable(Worded):
    """A text that does not hold what is taken there; the sentence says what would be accepted."""


class NotAnAmount(Refusal):
    """A text that is not an amount of money."""

    text = say(
        "“%(written)s” is not an amount from 0 up; write it in digits, for example 900000 or 1250.50."
    )


def number_of(text: str) -> Decimal:
    """Read a number as files have it, without padding zeros. Refuses ``Unreadable`` with what was probably meant."""
    if not _NUMBER.fullmatch(text):
        raise Unreadable(_not_a_number(text))
    # Zeros at the end go as text, for arithmetic would round what has more than 28 digits.
    return Decimal(without_padding(f"{Decimal(text):f}")) or Decimal(0)


def without_padding(text: str) -> str:
    """Take the zeros off the end of a written decimal: ``12.50`` is ``12.5``, ``12.0`` is ``12``."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_files_have_it(text: str, places: int) -> str:
    """Write what a person typed as a file has it, for a number of so many decimals; what is no number stays as it is.

    Refuses ``Unreadable`` where it can mean two numbers.
    """
    text = text.strip()
    if _IN_THREES.fullmatch(text):
        return _SPACED.sub("", text).replace(",", ".")
    if _ONE_MARK.fullmatch(text) and ("," in text or places < 3):
        raise Unreadable(_two_numbers(text, f"{Decimal(text.replace(',', '.')):.{places}f}"))
    return _unmarked(text) or text


def amount_of(text: str) -> Decimal | None:
    """Read an amount of money a person typed; nothing is ``None``.

    Refuses ``NotAnAmount``, and ``Unreadable`` where it can mean two numbers or has more than two decimals.
    """
    if not text.strip():
        return None
    written = as_files_have_it(text, CENTS)
    if not _NUMBER.fullmatch(written):
        raise NotAnAmount(written=text)
    amount = number_of(written)
    if amount < 0:
        raise NotAnAmount(written=text)
    check_digits(amount, CENTS, text)
    return amount


def check_digits(number: Decimal, places: int, text: str) -> None:
    """Refuse, as ``Unreadable``, a number of more decimals or more digits than are kept."""
    if -int(number.as_tuple().exponent) > places:
        raise Unreadable(
            say(
                "“%(value)s” has more than %(places)s decimals; "
                "round it to at most %(places)s decimals.",
                value=text,
                places=places,
            )
        )
    whole = DIGITS - places
    if abs(number) >= 10**whole:
        raise Unreadable(
            say(
                "“%(value)s” is too large; at most %(digits)s digits are kept, "
                "%(places)s of them decimals, so %(whole)s before the point.",
                value=text,
                digits=DIGITS,
                places=places,
                whole=whole,
            )
        )


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
    if _ONE_MARK.fullmatch(text):
        return _two_numbers(text, point)
    return say(
        "“%(value)s” has a decimal comma; decimals are written with a point: %(suggested)s.",
        value=text,
        suggested=point,
    )


def _two_numbers(text: str, point: str) -> Sentence:
    return say(
        "“%(value)s” can mean two numbers; decimals are written with a point and thousands "
        "without a separator: %(point)s or %(whole)s.",
        value=text,
        point=point,
        whole=re.sub("[.,]", "", text),
    )


def _guess(text: str) -> str:
    """Return the number a text probably means, without separators and units, or nothing."""
    bare = _SPACED.sub("", _AFFIX.sub("", text)).replace("−", "-")
    return _unmarked(bare) or (bare if _NUMBER.fullmatch(bare) else "")


def _unmarked(bare: str) -> str:
    """Return a number without its marks between thousands, a point before its decimals; nothing if it has no marks."""
    if _BOTH.fullmatch(bare):
        decimal = max(".,", key=bare.rfind)
        return bare.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    if _THOUSANDS.fullmatch(bare):
        return re.sub("[.,]", "", bare)
    return bare.replace(",", ".") if _COMMA.fullmatch(bare) else ""

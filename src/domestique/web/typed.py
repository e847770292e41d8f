"""What was typed into a form, read field by field; a refusal names what was written and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.http import QueryDict

from domestique.satisfaction.errors import AmountNotUnderstood
from domestique.web.asking import number_in

MOST_VERSION = 999_999_999
MOST_WEEKS = 999
LARGEST = Decimal(10) ** 12


def text_in(typed: QueryDict, name: str) -> str:
    """Read a text; browsers end lines their own way."""
    return typed.get(name, "").replace("\r\n", "\n").strip()


def money_in(typed: QueryDict, name: str) -> Decimal | None:
    """Read an amount of money, ``None`` where nothing is written; refuses ``AmountNotUnderstood``.

    Spaces between thousands and a decimal comma are understood: ``4 100 000,50``.
    """
    written = text_in(typed, name)
    plain = "".join(written.split()).replace("\u00a0", "")
    if not plain:
        return None
    if plain.count(",") == 1 and "." not in plain and len(plain.rpartition(",")[2]) != 3:
        plain = plain.replace(",", ".")
    try:
        amount = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        raise AmountNotUnderstood(written) from None
    if not amount.is_finite() or not 0 <= amount < LARGEST or amount != round(amount, 2):
        raise AmountNotUnderstood(written)
    return amount


def whole_in(typed: QueryDict, name: str, most: int = MOST_WEEKS) -> int | None:
    """Read a whole number from 1 on, ``None`` where nothing is written; refuses ``NumberNotUnderstood``."""
    written = text_in(typed, name)
    return number_in(written, 1, most) if written else None


def version_in(typed: QueryDict) -> int:
    """Read the version of the record that the form was opened on; none counts as never seen."""
    written = typed.get("seen", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def chosen_in(typed: QueryDict, name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Read ids that were ticked, those that are known."""
    offered = set(known)
    return tuple(id_ for id_ in typed.getlist(name) if id_ in offered)

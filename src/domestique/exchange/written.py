"""How values are written as text: the same always and everywhere, so that files can be compared."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from domestique.quantities.person_id import PersonId
from domestique.records.columns import Kind

Value: TypeAlias = str | int | bool | Decimal | date | datetime | list[str] | None
"""What a record keeps in the field of a column."""


def as_text(value: Value, kind: Kind) -> str:
    """Write a record's value as a CSV cell has it.

    ``2026-10-25``, ``2026-10-25 01:30``, ``73.9``, ``40``, ``yes``, ids separated by spaces, names
    by ``; ``, and nothing for what is not known. People are written by their names, with their ids behind where two have one
    name.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")
    if isinstance(value, list):
        several = map(_person, value) if kind is Kind.PEOPLE else value
        return (" " if kind is Kind.LINKS else "; ").join(several)
    return _person(str.__str__(value)) if kind is Kind.PERSON else str(value)


def _person(id_: str) -> str:
    return PersonId(id_).written

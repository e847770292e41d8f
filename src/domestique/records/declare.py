"""Fields of records, each declared once: what the database keeps, what stands in files and forms, what it means.

A field's column has its name and follows it: it is required where the field may not be empty and has no default. What
differs is said: ``name`` in files, and what ``empty`` means where that is not “not known”.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypedDict, TypeVar, Unpack, overload

from django.db import models

from domestique.quantities.choice import Choice
from domestique.quantities.person_id import PersonId
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Column, Kind
from domestique.records.fields import (
    ExactDecimalField,
    IdListField,
    LocalTimeField,
    PersonField,
    PersonListField,
)
from domestique.records.models import ID_LENGTH, NAME_LENGTH
from domestique.records.models import link as bare_link

LANGUAGES = ("en", "sv", "fi")
# What a whole number in the database holds.
LARGEST_WHOLE = 2_147_483_647
_Field = TypeVar("_Field", bound="models.Field[Any, Any]")


class Said(TypedDict, total=False):
    """What a column may say besides."""

    name: str
    empty: str
    one_of: tuple[str, ...]


def own_id(
    meaning: Sentence,
    *,
    may_be_name: bool = False,
    is_given: bool = False,
    length: int = ID_LENGTH,
) -> models.CharField[str, str]:
    """Make the field for an id of the owner's own choosing, which is the record's key: ``C04``, ``S01``.

    One that ``is_given`` where a row has none may be left out.
    """
    field: models.CharField[str, str] = models.CharField(
        max_length=length, primary_key=True, blank=is_given
    )
    return _declared(field, Kind.ID, meaning, may_be_name=may_be_name, letters=length)


def key(*fields: str, name: str) -> models.UniqueConstraint:
    """Make the constraint of a kind without an id of its own: these fields together are a row's key."""
    return models.UniqueConstraint(fields=fields, name=name)


def mark(meaning: Sentence) -> models.CharField[str, str]:
    """Make a field for an id that is a part of the key."""
    return _declared(models.CharField(max_length=ID_LENGTH), Kind.ID, meaning)


def link(
    to: str,
    meaning: Sentence,
    *,
    required: bool = False,
    may_be_name: bool = False,
    **said: Unpack[Said],
) -> models.ForeignKey[Any, Any]:
    """Make a link to another record by its own id."""
    field = bare_link(to, **_may_be_null(required))
    return _declared(field, Kind.LINK, meaning, may_be_name=may_be_name, **said)


def customer(meaning: Sentence, *, required: bool = True) -> models.ForeignKey[Any, Any]:
    """Make the link to the customer a row is about; with it the row is her business."""
    return link("parties.Customer", meaning, required=required)


def ids(table: str, meaning: Sentence, **said: Unpack[Said]) -> IdListField:
    """Make a field for ids of rows of a table."""
    return _declared(IdListField(), Kind.LINKS, meaning, to=table, **said)


def names(meaning: Sentence) -> IdListField:
    """Make a field for several short texts."""
    return _declared(IdListField(), Kind.NAMES, meaning)


def person(
    meaning: Sentence, *, required: bool = False, **said: Unpack[Said]
) -> models.CharField[str, PersonId]:
    """Make a link to a person, written in files by her id, e-mail or name."""
    field: Any = PersonField(blank=not required)
    return _declared(field, Kind.PERSON, meaning, to="people", **said)


def people(meaning: Sentence) -> PersonListField:
    """Make a field for several people."""
    return _declared(PersonListField(), Kind.PEOPLE, meaning, to="people")


def text(
    meaning: Sentence, *, required: bool = False, **said: Unpack[Said]
) -> models.CharField[str, str]:
    """Make a field for a short text, such as a person's name."""
    return _letters(Kind.TEXT, NAME_LENGTH, meaning, required=required, **said)


def words(
    meaning: Sentence, *, required: bool = False, **said: Unpack[Said]
) -> models.TextField[str, str]:
    """Make a field for a text of any length."""
    field: models.TextField[str, str] = models.TextField(blank=not required)
    return _declared(field, Kind.TEXT, meaning, is_long=True, **said)


def chosen(
    among: type[Choice] | Sequence[str],
    meaning: Sentence,
    *,
    required: bool = False,
    default: str = "",
    length: int = 0,
    **said: Unpack[Said],
) -> models.CharField[str, str]:
    """Make a field for one of some words; a list of words is known to files and forms only."""
    values = among.values if isinstance(among, type) else among
    options = {"choices": among.choices} if isinstance(among, type) else {}
    field = _chars(length or max(map(len, values)), required=required, default=default, **options)
    also = tuple(among.also) if isinstance(among, type) else ()
    return _declared(field, Kind.CHOICE, meaning, choices=tuple(values), also=also, **said)


def language(meaning: Sentence, *, default: str = "") -> models.CharField[str, str]:
    """Make a field for one of the languages the product speaks."""
    return chosen(LANGUAGES, meaning, default=default, length=5)


@overload
def day(
    meaning: Sentence, *, required: Literal[True], **said: Unpack[Said]
) -> models.DateField[date, date]: ...
@overload
def day(
    meaning: Sentence, *, required: Literal[False] = False, **said: Unpack[Said]
) -> models.DateField[date | None, date | None]: ...
def day(meaning: Sentence, *, required: bool = False, **said: Unpack[Said]) -> Any:
    """Make a field for a day."""
    return _declared(models.DateField(**_may_be_null(required)), Kind.DATE, meaning, **said)


@overload
def local_time(
    meaning: Sentence, *, required: Literal[True]
) -> LocalTimeField[datetime, datetime]: ...
@overload
def local_time(
    meaning: Sentence, *, required: Literal[False] = False, empty: str = ""
) -> LocalTimeField[datetime | None, datetime | None]: ...
def local_time(meaning: Sentence, *, required: bool = False, **said: Unpack[Said]) -> Any:
    """Make a field for a local time of the organisation, as its clock showed it."""
    return _declared(LocalTimeField(**_may_be_null(required)), Kind.LOCAL_TIME, meaning, **said)


def year(meaning: Sentence) -> models.PositiveSmallIntegerField[int, int]:
    """Make a field for a year."""
    return _declared(models.PositiveSmallIntegerField(), Kind.YEAR, meaning)


def month(meaning: Sentence) -> models.CharField[str, str]:
    """Make a field for a month: ``2026-10``."""
    return _letters(Kind.MONTH, 7, meaning, required=True)


def period(meaning: Sentence) -> models.CharField[str, str]:
    """Make a field for a year or a month."""
    return _letters(Kind.PERIOD, 7, meaning, required=True)


def clock(meaning: Sentence, **said: Unpack[Said]) -> models.CharField[str, str]:
    """Make a field for a time of day, up to ``24:00``."""
    return _letters(Kind.CLOCK, 5, meaning, **said)


def hours(meaning: Sentence) -> models.CharField[str, str]:
    """Make a field for service hours."""
    return _letters(Kind.HOURS, NAME_LENGTH, meaning)


def time_zone(meaning: Sentence, *, default: str) -> models.CharField[str, str]:
    """Make a field for the name of a time zone."""
    return _letters(Kind.TIME_ZONE, 64, meaning, default=default)


def country(meaning: Sentence, *, default: str = "") -> models.CharField[str, str]:
    """Make a field for a country in two letters."""
    return _letters(Kind.COUNTRY, 2, meaning, default=default)


def currency(
    meaning: Sentence, *, required: bool = False, default: str = "", **said: Unpack[Said]
) -> models.CharField[str, str]:
    """Make a field for a currency in three letters."""
    return _letters(Kind.CURRENCY, 3, meaning, required=required, default=default, **said)


@overload
def yes_no(
    meaning: Sentence, *, default: bool, **said: Unpack[Said]
) -> models.BooleanField[bool, bool]: ...
@overload
def yes_no(
    meaning: Sentence, *, default: None = None, **said: Unpack[Said]
) -> models.BooleanField[bool | None, bool | None]: ...
def yes_no(meaning: Sentence, *, default: bool | None = None, **said: Unpack[Said]) -> Any:
    """Make a field for yes or no; without a default it may be neither."""
    options = _may_be_null(required=False) if default is None else {"default": default}
    return _declared(models.BooleanField(**options), Kind.YES_NO, meaning, **said)


@overload
def whole(
    meaning: Sentence, *, required: Literal[True], least: int = 0, most: int = LARGEST_WHOLE
) -> models.PositiveIntegerField[int, int]: ...
@overload
def whole(
    meaning: Sentence, *, default: int, least: int = 0
) -> models.PositiveIntegerField[int, int]: ...
@overload
def whole(
    meaning: Sentence, *, least: int = 0, most: int = LARGEST_WHOLE, is_small: bool = False
) -> models.PositiveIntegerField[int | None, int | None]: ...
def whole(
    meaning: Sentence,
    *,
    required: bool = False,
    default: int | None = None,
    least: int = 0,
    most: int = LARGEST_WHOLE,
    is_small: bool = False,
) -> Any:
    """Make a field for a whole number, between ``least`` and ``most``."""
    number = models.PositiveSmallIntegerField if is_small else models.PositiveIntegerField
    options = _may_be_null(required) if default is None else {"default": default}
    ends = {"minimum": Decimal(least), "maximum": Decimal(most)}
    return _declared(number(**options), Kind.WHOLE, meaning, **ends)


@overload
def decimal(
    meaning: Sentence,
    *,
    places: int,
    required: Literal[True],
    least: int | None = None,
    most: int | None = None,
) -> ExactDecimalField[Decimal, Decimal]: ...
@overload
def decimal(
    meaning: Sentence,
    *,
    places: int,
    required: Literal[False] = False,
    least: int | None = None,
    most: int | None = None,
    **said: Unpack[Said],
) -> ExactDecimalField[Decimal | None, Decimal | None]: ...
def decimal(
    meaning: Sentence,
    *,
    places: int,
    required: bool = False,
    least: int | None = None,
    most: int | None = None,
    **said: Unpack[Said],
) -> Any:
    """Make a field for a number with so many decimals."""
    field: Any = ExactDecimalField(decimal_places=places, **_may_be_null(required))
    ends = {
        "minimum": None if least is None else Decimal(least),
        "maximum": None if most is None else Decimal(most),
    }
    return _declared(field, Kind.DECIMAL, meaning, places=places, **ends, **said)


def money(
    meaning: Sentence, *, places: int = 2, **said: Unpack[Said]
) -> ExactDecimalField[Decimal | None, Decimal | None]:
    """Make a field for an amount of money."""
    return decimal(meaning, places=places, **said)


def percent(
    meaning: Sentence, *, places: int = 6
) -> ExactDecimalField[Decimal | None, Decimal | None]:
    """Make a field for a part of a hundred."""
    return decimal(meaning, places=places, least=0, most=100)


def _letters(
    kind: Kind,
    length: int,
    meaning: Sentence,
    *,
    required: bool = False,
    default: str = "",
    **said: Unpack[Said],
) -> models.CharField[str, str]:
    return _declared(_chars(length, required=required, default=default), kind, meaning, **said)


def _chars(
    length: int, *, required: bool, default: str, **options: Any
) -> models.CharField[str, str]:
    if default:
        options["default"] = default
    elif not required:
        options["blank"] = True
    return models.CharField(max_length=length, **options)


def _may_be_null(required: bool) -> dict[str, Any]:  # noqa: FBT001 - as the makers have it
    return {} if required else {"null": True, "blank": True}


def _declared(field: _Field, kind: Kind, meaning: Sentence, **column: Any) -> _Field:
    """Give a field its column; migrations know nothing of it, for Django writes down only what it was made of."""
    column = {"name": "", "field": ""} | column
    field.declared = Column(kind=kind, meaning=meaning, **column)  # type: ignore[attr-defined]
    return field

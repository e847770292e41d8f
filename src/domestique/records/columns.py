"""What a table is made of: its columns, what their cells may hold, and the record a row becomes."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from domestique.quantities.sentence import Sentence
from domestique.records.models import ID_LENGTH, NAME_LENGTH, Record


class Kind(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "decimal"
    DATE = "date"
    LOCAL_TIME = "local time"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    CLOCK = "clock"
    CHOICE = "choice"
    YES_NO = "yes or no"
    HOURS = "service hours"
    TIME_ZONE = "time zone"
    CURRENCY = "currency"
    COUNTRY = "country"
    LINK = "link"
    LINKS = "links"
    NAMES = "names"
    PERSON = "person"
    PEOPLE = "people"


# Where a cell of these kinds is a text in the database, and how long that may be.
_LONGEST = {
    Kind.ID: ID_LENGTH,
    Kind.LINK: ID_LENGTH,
    Kind.TEXT: NAME_LENGTH,
    Kind.PERSON: NAME_LENGTH,
    Kind.HOURS: NAME_LENGTH,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file and the attribute of the record it fills.

    ``field`` is the attribute that holds the plain value, so for a link ``customer_id``.
    ``required`` cells are never empty; the column itself may be absent unless a row is new or it is
    part of the key. ``places`` are the decimals kept; ``minimum`` and ``maximum`` are included.
    ``is_long`` texts have no limit. ``empty`` is what an empty cell means where that is not “not known”. An id that
    ``may_be_name`` may have spaces in it, since it stands in no list of ids: who starts with three tables writes the
    unit's name there. ``also`` are words of other languages that are read as one of the ``choices``.
    ``one_of`` are the tables of which a text names a row, of the one or the other.
    """

    name: str
    field: str
    kind: Kind
    meaning: Sentence
    required: bool = False
    to: str = ""
    one_of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    places: int = 0
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_long: bool = False
    may_be_name: bool = False
    empty: str = ""
    letters: int = 0

    @property
    def longest(self) -> int | None:
        """How many characters a text of this column may have, ``letters`` or what is usual; ``None`` is any number."""
        return None if self.is_long else self.letters or _LONGEST.get(self.kind)


@dataclass(frozen=True, eq=False)
class Table:
    """One table: the record its rows become, and the columns that together are a row's key.

    An empty ``key`` means that the table has one row at most.
    """

    name: str
    model: type[Record]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    meaning: Sentence

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names in the file."""
        return {column.name: column for column in self.columns}

    @cached_property
    def key_columns(self) -> tuple[Column, ...]:
        """The columns of the key."""
        return tuple(self.by_name[name] for name in self.key)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The attributes of all the record's own fields, in the order the database has them."""
        return tuple(field.attname for field in self._own_fields)

    @cached_property
    def empty_values(self) -> dict[str, Any]:
        """What an absent or empty column is kept as, by field: nothing, or the model's default."""
        return {
            field.attname: field.get_default() if field.has_default() or not field.null else None
            for field in self._own_fields
        }

    @property
    def primary_key(self) -> str:
        """The field the database knows a record by: the owner's id, or a number of its own."""
        return str(next(field.name for field in self._own_fields if field.primary_key))

    @property
    def _own_fields(self) -> tuple[Any, ...]:
        return tuple(self.model._meta.concrete_fields)

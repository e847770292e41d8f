"""One field of a form for each column: what it means, what it takes, what was typed and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domestique.exchange.export.about import accepted
from domestique.exchange.written import as_text
from domestique.lists.naming import first_names
from domestique.lists.operators import choices_of
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Column, Kind, Table

MOST_OFFERED = 400
Options = Sequence[tuple[str, str]]
_NUMERIC = frozenset({Kind.WHOLE, Kind.YEAR, Kind.DATE, Kind.LOCAL_TIME, Kind.MONTH, Kind.CLOCK})
# What these take is told by their meaning, or offered.
_TOLD = frozenset({Kind.TEXT, Kind.HOURS, Kind.CHOICE, Kind.YES_NO})
_NARROW = frozenset({*_NUMERIC, Kind.ID, Kind.DECIMAL, Kind.PERIOD, Kind.CURRENCY, Kind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a form: its texts, what is wrong by column, and what a row says now that was changed meanwhile."""

    texts: Mapping[str, str]
    errors: Mapping[str, Sequence[Sentence]]
    now: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as the page shows it. ``control`` is how it is filled in; ``fixed`` is part of an existing row's key."""

    column: Column
    control: str
    accepted: Sentence | None
    value: str
    offered: Options = ()
    can_be_unknown: bool = True
    errors: Sequence[Sentence] = ()
    now: str | None = None

    @property
    def is_numeric(self) -> bool:
        """Whether a telephone shows its digits for it."""
        return self.column.kind in _NUMERIC

    @property
    def is_narrow(self) -> bool:
        """Whether a few characters fill it."""
        return self.column.kind in _NARROW

    @property
    def described_by(self) -> str:
        """The ids of what is said about the field."""
        told = ("error",) if self.errors else ()
        return " ".join(f"{part}-{self.column.name}" for part in (*told, "about"))


def fields_for(table: Table, filled: Filled, *, is_new: bool) -> list[FormField]:
    """Return the fields of a form, in the order of the table's columns; one query for each table linked to."""
    targets = {column.to for column in table.columns if column.kind is Kind.LINK}
    offered = {name: first_names(name, MOST_OFFERED) for name in sorted(targets)}
    return [_field(table, column, (filled, offered), is_new=is_new) for column in table.columns]


def usual_texts(table: Table) -> dict[str, str]:
    """Return what the columns of a new row hold unless something else is typed."""
    return {
        column.name: as_text(table.empty_values[column.field], column.kind)
        for column in table.columns
    }


def _field(
    table: Table, column: Column, given: tuple[Filled, Mapping[str, Options]], *, is_new: bool
) -> FormField:
    filled, offered = given
    choices = tuple((word, word) for word in choices_of(column))
    return FormField(
        column=column,
        control=_control(table, column, is_new=is_new),
        accepted=None if column.kind in _TOLD else accepted(column),
        value=filled.texts.get(column.name, ""),
        offered=choices or offered.get(column.to if column.kind is Kind.LINK else "", ()),
        can_be_unknown=table.empty_values[column.field] in (None, ""),
        errors=filled.errors.get(column.name, ()),
        now=filled.now.get(column.name),
    )


def _control(table: Table, column: Column, *, is_new: bool) -> str:
    if column.name in table.key and not is_new:
        return "fixed"
    if choices_of(column):
        return "choice"
    return "long" if column.is_long else "line"

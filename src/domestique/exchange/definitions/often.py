"""Columns that many tables of the daily work have."""

from __future__ import annotations

from domestique.quantities.sentence import Sentence
from domestique.records.columns import Column, Kind


def own(meaning: Sentence) -> Column:
    """Make the column of the owner's own id."""
    return Column("id", "id", Kind.ID, meaning, required=True)


def customer(meaning: Sentence, *, required: bool = True) -> Column:
    """Make the column of the customer a row is about."""
    return Column("customer", "customer_id", Kind.LINK, meaning, required=required, to="customers")


def linked(name: str, to: str, meaning: Sentence, *, required: bool = False) -> Column:
    """Make a column that holds the id of a row of another table."""
    return Column(name, f"{name}_id", Kind.LINK, meaning, required=required, to=to)


def ids(name: str, to: str, meaning: Sentence) -> Column:
    """Make a column that holds ids of rows of another table."""
    return Column(name, name, Kind.LINKS, meaning, to=to)


def text(name: str, meaning: Sentence, *, required: bool = False) -> Column:
    """Make a column for a short text, such as a person's name."""
    return Column(name, name, Kind.TEXT, meaning, required=required)


def words(name: str, meaning: Sentence, *, required: bool = False) -> Column:
    """Make a column for a text of any length."""
    return Column(name, name, Kind.TEXT, meaning, required=required, is_long=True)


def names(name: str, meaning: Sentence) -> Column:
    """Make a column for names of people."""
    return Column(name, name, Kind.NAMES, meaning)


def day(name: str, meaning: Sentence, *, field: str = "", required: bool = False) -> Column:
    """Make a column for a day."""
    return Column(name, field or name, Kind.DATE, meaning, required=required)


def money(name: str, meaning: Sentence, *, places: int = 2) -> Column:
    """Make a column for an amount of money."""
    return Column(name, name, Kind.DECIMAL, meaning, places=places)


def chosen(name: str, choices: list[str], meaning: Sentence, *, required: bool = False) -> Column:
    """Make a column for one of some words."""
    return Column(name, name, Kind.CHOICE, meaning, required=required, choices=tuple(choices))

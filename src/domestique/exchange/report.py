"""What a load tells: what became of every row, what changed, and everything that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from domestique.exchange.cells import Problem
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table were new, changed something, changed nothing, or were refused."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record, by its column, as it stood and as it was loaded; empty is nothing."""

    table: str
    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The outcome of a load: all errors at once, and nothing loaded if there is one.

    ``tables`` holds the tables that were there, in load order. ``notices`` are no errors: they
    tell what was kept although it cannot be checked yet, or left out on purpose. ``loaded`` is whether
    the database now holds it all; after a dry run it does not.
    """

    tables: dict[str, Counts] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    notices: list[Sentence] = field(default_factory=list)
    loaded: bool = False

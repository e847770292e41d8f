"""What a load tells: what became of every row, what changed, and everything that is wrong."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field

from domestique.exchange.files.cells import Problem
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table were new, changed something, changed nothing, or were refused.

    And how many had been taken out: put back, or staying out.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    put_back: int = 0
    stays_out: int = 0

    @property
    def added(self) -> int:
        """How many rows stand by it that did not stand before."""
        return self.new + self.put_back


def total_of(tables: Iterable[Counts]) -> Counts:
    """Add up the rows of several tables."""
    return Counts(*map(sum, zip(*map(astuple, tables), strict=True)))


@dataclass(frozen=True, slots=True)
class LoadedChange:
    """One field of one record, by its column, as it stood and as it was loaded; empty is nothing."""

    table: str
    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The outcome of a load: all errors at once, and nothing loaded if there is one.

    ``tables`` holds the tables that were there, in load order, and ``new_keys`` the keys of their first
    new rows. ``notices`` are no errors: they tell what was kept although it cannot be checked yet, or left
    out on purpose. ``loaded`` is whether the database now holds it all; after a dry run it does not.
    ``digest`` stands for exactly this outcome where one is shown before it is loaded, and ``is_other`` says
    that what was to be loaded has another one by now, so nothing was. ``run`` is the number under which a
    load of files is kept.
    """

    tables: dict[str, Counts] = field(default_factory=dict)
    changes: list[LoadedChange] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    notices: list[Sentence] = field(default_factory=list)
    loaded: bool = False
    digest: str = ""
    is_other: bool = False
    run: int | None = None
    new_keys: dict[str, list[str]] = field(default_factory=dict)

"""A figure that explains itself: what it is, over which period, from how much, how sure, and from which rows.

Source: measurement house rule (requirement S5-12). A figure that is not known has the value ``None``;
it is never shown as zero and never as met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from domestique.quantities.sentence import Sentence


class Grade(StrEnum):
    """How sure a figure is. The grade of a derived figure is the lowest of its parts."""

    MEASURED = "A"  # measured automatically, complete
    ROUTINE = "B"  # measured, at least 90 % complete, or manual with a routine
    ESTIMATED = "C"  # estimated by someone named
    GUESSED = "D"  # guess, old, or unknown

    @classmethod
    def lowest(cls, grades: Iterable[Grade]) -> Grade:
        """Return the least sure of the grades; with no parts at all nothing is known: D."""
        return max(grades, default=cls.GUESSED, key=lambda grade: grade.value)


@dataclass(frozen=True, slots=True)
class Source:
    """A row a figure came from: the table as the workbook names it, and the row's own id."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a reckoning: what it is, how much, in which unit, and the rows behind it."""

    what: Sentence
    amount: Decimal | Fraction | int | None = None
    unit: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with everything needed to believe it or doubt it.

    ``unit`` is a word (``"%"``, ``"min"``) or a currency code; ``period`` is ``2026-10``, ``2026`` or
    ``2026-01 – 2026-10``; ``observations`` counts the rows behind it; ``completeness`` is present over expected.
    """

    value: Decimal | Fraction | int | None
    unit: str
    period: str
    observations: int
    completeness: Fraction
    grade: Grade
    formula: Sentence
    lines: tuple[Line, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is a value at all."""
        return self.value is not None


def grade_of_completeness(completeness: Fraction) -> Grade:
    """Grade a measured figure by how complete its rows are: whole A, at least 90 % B, else C, none D."""
    if completeness >= 1:
        return Grade.MEASURED
    if completeness >= Fraction(9, 10):
        return Grade.ROUTINE
    return Grade.ESTIMATED if completeness > 0 else Grade.GUESSED

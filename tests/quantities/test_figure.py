"""Figures know how sure they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domestique.quantities.figure import Figure, Grade, grade_of_completeness
from domestique.quantities.sentence import say


def test_a_derived_figure_is_as_sure_as_its_least_sure_part() -> None:
    assert Grade.lowest([Grade.MEASURED, Grade.ESTIMATED, Grade.ROUTINE]) is Grade.ESTIMATED
    assert Grade.lowest([]) is Grade.GUESSED


@pytest.mark.parametrize(
    ("present", "grade"),
    [("1", "A"), ("0.9", "B"), ("0.8999", "C"), ("0.0001", "C"), ("0", "D")],
)
def test_grade_follows_completeness(present: str, grade: str) -> None:
    assert grade_of_completeness(Fraction(present)) == grade


def test_zero_is_known_and_nothing_is_not() -> None:
    def figure(value: int | None) -> Figure:
        return Figure(value, "min", "2026-10", 0, Fraction(1), Grade.MEASURED, say("Sum."))

    assert figure(0).is_known
    assert not figure(None).is_known

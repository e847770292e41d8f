"""Verbs of the register of improvements, on the demo organisation."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.improvement.errors import (
    ImprovementIncomplete,
    ImprovementNotThere,
    StateNotKnown,
)
from domestique.improvement.improvement_actions import (
    Idea,
    change_improvement,
    move_on,
    raise_improvement,
    split,
    tell_felt,
)
from domestique.improvement.models import Improvement
from domestique.improvement.queries import effects_of, improvements_visible_to
from domestique.records.saving import ChangedMeanwhile
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)
LARS = Viewer("Lars Wikander")
SCANNERS = Idea("Scanners charge at night", ("C06",), ("S06",), "Full at six", "Empty at noon", 1)


def version_of(id_: str) -> int:
    return Improvement.objects.get(pk=id_).version


def test_raised_with_customer_value_and_problem():
    raised = raise_improvement(LARS, TODAY, SCANNERS)
    assert (raised.id, raised.raised_by, raised.state) == ("IM9", "Lars Wikander", "proposed")


@pytest.mark.parametrize(
    ("idea", "field"),
    [
        (Idea("", ("C06",), (), "value", "problem"), "What is made better"),
        (Idea("x", (), (), "value", "problem"), "Which customer"),
        (Idea("x", ("C06",), (), " ", "problem"), "Which value"),
        (Idea("x", ("C06",), (), "value", ""), "Which problem"),
    ],
)
def test_the_three_lines_are_asked_for(idea, field):
    with pytest.raises(ImprovementIncomplete, match=f"{field} is empty"):
        raise_improvement(LARS, TODAY, idea)


def test_split_makes_parts_that_carry_its_lines():
    parts = split(LARS, "IM6", version_of("IM6"), TODAY, [("Order them", 2), ("Swap them", 3)])
    whole = Improvement.objects.get(pk="IM6")
    assert [(one.part_of_id, one.problem) for one in parts] == [("IM6", whole.problem)] * 2
    assert whole.state == "stopped"
    assert effects_of(improvements_visible_to(LARS))["IM6"].is_split


def test_done_has_its_day_and_its_reading():
    done = move_on(LARS, "IM5", version_of("IM5"), TODAY, state="done", after="0")
    assert (done.done_on, done.after) == (TODAY, "0")
    reopened = move_on(LARS, "IM5", done.version, TODAY, state="started", after="")
    assert reopened.done_on is None
    with pytest.raises(StateNotKnown, match="proposed, planned, started"):
        move_on(LARS, "IM5", reopened.version, TODAY, state="nearly", after="")


def test_felt_is_told_customer_by_customer_and_can_be_taken_back():
    told = tell_felt(LARS, "IM1", version_of("IM1"), customer="C12", is_felt=True)
    assert (told.felt_by, told.not_felt_by) == (["C07", "C12"], [])
    back = tell_felt(LARS, "IM1", told.version, customer="C12", is_felt=None)
    assert effects_of([back])["IM1"].not_asked == ("C12",)


def test_somebody_elses_change_meanwhile_is_not_lost():
    with pytest.raises(ChangedMeanwhile):
        change_improvement(LARS, "IM6", 0, SCANNERS)


def test_who_sees_one_customer_sees_its_improvements_only():
    mira = Viewer("Mira Falk", frozenset({"C02"}))
    assert {one.id for one in improvements_visible_to(mira)} == {"IM2", "IM3", "IM4", "IM7"}
    with pytest.raises(ImprovementNotThere):
        tell_felt(mira, "IM6", 1, customer="C06", is_felt=True)

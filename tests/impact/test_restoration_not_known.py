"""Durations nobody has told: said so, never taken as zero, and marked when assumed."""

from fractions import Fraction

import pytest
from given_impact import minutes, structure_of

from domestique.impact.critical_path import explain_earliest, find_critical_path
from domestique.impact.errors import AssumedMinutesBelowZero
from domestique.impact.restoration import plan_restoration
from domestique.impact.work import Restorable

NEEDS = "B>A C>B D>A"


def test_what_stands_on_an_unknown_duration_is_not_known() -> None:
    plan = plan_restoration(structure_of(NEEDS), minutes(A=10, C=5, D=5), "A", crews=1)
    assert plan.earliest == {"A": 10, "B": None, "C": None, "D": 15}
    assert plan.not_known == ("B", "C")
    assert plan.finish_minutes is None
    assert [step.service for step in plan.steps] == ["A", "D"]


def test_service_nobody_described_is_not_known() -> None:
    plan = plan_restoration(structure_of("B>A"), {}, "A")
    assert plan.not_known == ("A", "B")
    assert (plan.steps, plan.late, plan.impossible) == ((), (), ())


def test_assumed_steps_are_marked() -> None:
    told = minutes(A=10, C=5, D=5)
    plan = plan_restoration(structure_of(NEEDS), told, "A", crews=1, assumed_minutes=60)
    assert plan.earliest == {"A": 10, "B": 70, "C": 75, "D": 15}
    assert [step.service for step in plan.steps if step.is_assumed] == ["B"]
    assert plan.finish_minutes == 80


def test_unknown_dependant_makes_a_promise_no_tighter_than_is_sure() -> None:
    services = {"A": Restorable(50), "B": Restorable(None, promised_minutes=40)}
    plan = plan_restoration(structure_of("B>A"), services, "A")
    assert [(broken.service, broken.slack_minutes) for broken in plan.impossible] == [("A", -10)]


def test_explanation_names_what_is_missing() -> None:
    plan = plan_restoration(structure_of(NEEDS), minutes(A=10, C=5, D=5), "A")
    figure = explain_earliest(plan, "C")
    assert (figure.value, figure.grade, figure.completeness) == (None, "D", Fraction(2, 3))
    assert [str(line.what) for line in figure.lines] == [
        "How long it takes to restore B is not known."
    ]
    assert find_critical_path(plan, "C") is None


def test_explanation_of_an_assumed_step_is_a_guess() -> None:
    plan = plan_restoration(structure_of("B>A"), minutes(A=10), "A", assumed_minutes=30)
    figure = explain_earliest(plan, "B")
    assert (figure.value, figure.grade, figure.observations) == (40, "D", 1)
    assert str(figure.lines[1].what) == "B is assumed to take so long once A is back."


def test_negative_assumption_is_refused() -> None:
    with pytest.raises(AssumedMinutesBelowZero, match="assumed -1 minutes"):
        plan_restoration(structure_of("B>A"), {}, "A", assumed_minutes=-1)

"""How crews take work: urgency, moments, crews by number, refusals."""

import pytest
from given_impact import minutes, structure_of

from domestique.impact.errors import CrewsFewerThanOne, HardNeedsFormCycle, RestoreMinutesBelowZero
from domestique.impact.restoration import plan_restoration
from domestique.impact.work import Restorable


def test_rank_goes_before_promise_and_promise_before_id() -> None:
    services = {
        "A": Restorable(10),
        "B": Restorable(10, promised_minutes=60),
        "C": Restorable(40, promised_minutes=60),
        "D": Restorable(10, rank=9),
    }
    plan = plan_restoration(structure_of("", "A B C D"), services, "ABCD", crews=1)
    assert [step.service for step in plan.steps] == ["D", "C", "B", "A"]


def test_what_a_finish_frees_is_weighed_before_anything_starts() -> None:
    """X has waited since 0, but at 10 the more urgent TOP becomes ready in the same moment."""
    services = {
        "BASE": Restorable(10),
        "TOP": Restorable(5, rank=1),
        "X": Restorable(5, rank=2),
    }
    plan = plan_restoration(structure_of("TOP>BASE", "X"), services, ["BASE", "X"], crews=1)
    assert [(step.service, step.start) for step in plan.steps] == [
        ("BASE", 0), ("TOP", 10), ("X", 15),
    ]  # fmt: skip


def test_free_crew_with_the_lowest_number_is_taken() -> None:
    """Crew 2 is free from 5, crew 1 from 10; then C is ready and crew 1 takes it."""
    told = minutes(A=10, B=5, C=5)
    plan = plan_restoration(structure_of("C>A", "B"), told, "AB", crews=2)
    assert [(step.service, step.crew) for step in plan.steps] == [("A", 1), ("B", 2), ("C", 1)]


def test_steps_of_no_length_hold_nothing_up() -> None:
    plan = plan_restoration(structure_of("B>A C>B"), minutes(A=0, B=0, C=5), "A", crews=1)
    assert [(step.service, step.start, step.end) for step in plan.steps] == [
        ("A", 0, 0), ("B", 0, 0), ("C", 0, 5),
    ]  # fmt: skip


def test_promise_kept_to_the_minute_is_kept() -> None:
    services = {"A": Restorable(10), "B": Restorable(20, promised_minutes=30)}
    plan = plan_restoration(structure_of("B>A"), services, "A")
    assert [plan.physics.slack_of(number) for number in (0, 1)] == [0, 0]
    assert (plan.late, plan.impossible) == ((), ())


def test_nothing_lost_is_nothing_to_do() -> None:
    plan = plan_restoration(structure_of("B>A"), minutes(A=1, B=1), [], crews=3)
    assert (plan.affected, plan.steps, plan.finish_minutes, plan.waves) == ((), (), 0, ())


def test_long_chain_needs_no_recursion() -> None:
    chain = " ".join(f"N{n + 1:04}>N{n:04}" for n in range(3000))
    told = {f"N{n:04}": Restorable(1) for n in range(3001)}
    plan = plan_restoration(structure_of(chain), told, ["N0000"], crews=2)
    assert plan.finish_minutes == 3001


def test_cycle_among_the_lost_is_refused_by_name() -> None:
    structure = structure_of("A>B B>C C>B A>D")
    with pytest.raises(HardNeedsFormCycle, match="none can start first: B → C → B"):
        plan_restoration(structure, {}, ["B"])
    assert plan_restoration(structure, minutes(A=1, D=1), ["D"]).finish_minutes == 2


def test_fewer_crews_than_one_are_refused() -> None:
    with pytest.raises(CrewsFewerThanOne, match="0 crews can restore nothing"):
        plan_restoration(structure_of("B>A"), minutes(A=1, B=1), "A", crews=0)


def test_negative_minutes_are_refused() -> None:
    with pytest.raises(RestoreMinutesBelowZero, match="Restoring A is said to take -5 minutes"):
        plan_restoration(structure_of("B>A"), minutes(A=-5, B=1), "A")

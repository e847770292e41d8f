"""Why a promise breaks and the smallest repairs, each repair carried out and planned again."""

from dataclasses import replace

import pytest
from given_impact import demo_services, demo_structure, random_losses, structure_of
from hypothesis import given, settings

from domestique.impact.critical_path import explain_earliest, find_critical_path
from domestique.impact.errors import PromiseNotBroken, ServiceNotAffected
from domestique.impact.repairs import AddCrews, RelaxPromise, ShortenStep, SoftenNeed, each_repair
from domestique.impact.restoration import RestorationPlan, plan_restoration
from domestique.impact.structure import ServiceNeed, Structure, build_structure
from domestique.impact.work import Restorable

Loss = tuple[Structure, dict[str, Restorable], list[str]]


def lose_hall(crews: int | None = None) -> RestorationPlan:
    return plan_restoration(demo_structure(), demo_services(), ["T10"], crews=crews)


def late_services(plan: RestorationPlan) -> set[str]:
    return {late.service for late in plan.late}


def test_critical_path_of_the_erp() -> None:
    path = find_critical_path(lose_hall(), "S01")
    assert path is not None
    assert " ".join(f"{step.service}:{step.minutes}" for step in path.steps) == (
        "T10:30 T03:60 T01:60 T05:30 T02:45 S01:90"
    )
    assert (path.minutes, path.promised_minutes) == (315, 240)


def test_critical_path_of_a_supporting_service_leads_up_to_the_promise_it_breaks() -> None:
    path = find_critical_path(lose_hall(), "T06")
    assert path is not None
    assert [step.service for step in path.steps[-3:]] == ["T06", "S05", "S03"]
    assert (path.minutes, path.promised_minutes) == (330, 240)


def test_critical_path_where_nothing_is_promised() -> None:
    services = {"A": Restorable(5), "B": Restorable(7)}
    path = find_critical_path(plan_restoration(structure_of("B>A"), services, "A"), "B")
    assert path is not None
    assert (path.minutes, path.promised_minutes) == (12, None)


def test_orders_can_be_saved_by_three_shorter_steps_or_two_softer_needs() -> None:
    repairs = [*each_repair(lose_hall(), "S05")]
    shorter = [(r.service, r.to_minutes) for r in repairs if isinstance(r, ShortenStep)]
    softer = [(r.service, r.needs) for r in repairs if isinstance(r, SoftenNeed)]
    assert shorter == [("T03", 15), ("T01", 15), ("S05", 15)]
    assert softer == [("T03", "T10"), ("T01", "T03")]
    assert repairs[-1] == RelaxPromise("S05", 240, 285)


def test_no_single_step_saves_the_web_shop() -> None:
    assert [*each_repair(lose_hall(crews=4), "S03")] == [RelaxPromise("S03", 240, 360)]


def test_third_crew_saves_the_warehouse() -> None:
    more, relax = each_repair(lose_hall(crews=2), "S06")
    assert more == AddCrews(3, ("S06", "S08", "S12", "S15", "S18", "S24"))
    assert "S06" not in late_services(lose_hall(crews=3))
    assert str(relax.sentence) == "Promise S06 after 500 minutes instead of 480."


def test_step_is_never_shortened_to_nothing() -> None:
    services = {"A": Restorable(10), "B": Restorable(30, promised_minutes=30)}
    repairs = [*each_repair(plan_restoration(structure_of("B>A"), services, "A"), "B")]
    assert [(r.service, r.to_minutes) for r in repairs if isinstance(r, ShortenStep)] == [("B", 20)]


def test_explanation_adds_up_and_points_to_its_rows() -> None:
    figure = explain_earliest(lose_hall(), "S01")
    assert figure.value == sum(line.amount or 0 for line in figure.lines) == 315
    assert str(figure.lines[-1].what) == "S01 takes so long once T02 is back."
    assert [(s.table, s.id) for s in figure.lines[-1].sources] == [
        ("services", "S01"), ("dependencies", "S01 T02"),
    ]  # fmt: skip
    assert (figure.grade, figure.completeness, figure.observations) == ("C", 1, 7)


def test_promise_that_holds_has_no_repair() -> None:
    with pytest.raises(PromiseNotBroken, match="S07 has no broken promise"):
        next(each_repair(lose_hall(), "S07"))


def test_service_outside_the_loss_has_no_path() -> None:
    plan = plan_restoration(demo_structure(), demo_services(), ["T08"])
    with pytest.raises(ServiceNotAffected, match="S01 does not fall with what is lost"):
        find_critical_path(plan, "S01")


def carry_out(loss: Loss, repair: object) -> RestorationPlan:
    """Change the input as the repair says and plan again with all hands."""
    structure, services, lost = loss
    if isinstance(repair, ShortenStep):
        changed = replace(services[repair.service], restore_minutes=repair.to_minutes)
        return plan_restoration(structure, services | {repair.service: changed}, lost)
    assert isinstance(repair, SoftenNeed)
    rows = [
        ServiceNeed(service, structure.ids[need], is_hard=True)
        for service, needs in zip(structure.ids, structure.hard_needs, strict=True)
        for need in needs
        if (service, structure.ids[need]) != (repair.service, repair.needs)
    ]
    return plan_restoration(build_structure(structure.ids, rows), services, lost)


@settings(max_examples=40, deadline=None)
@given(random_losses())
def test_every_repair_keeps_what_it_says_when_carried_out(loss: Loss) -> None:
    plan = plan_restoration(*loss)
    for late in plan.late:
        *changes, relaxed = each_repair(plan, late.service)
        assert relaxed == RelaxPromise(late.service, late.promised, late.back)
        for change in changes:
            assert isinstance(change, ShortenStep | SoftenNeed)
            still_late = late_services(carry_out(loss, change))
            assert set(change.keeps) == late_services(plan) - still_late


@settings(max_examples=40, deadline=None)
@given(random_losses())
def test_fewest_crews_that_are_enough(loss: Loss) -> None:
    plan = plan_restoration(*loss, crews=1)
    for late in plan.late:
        for repair in each_repair(plan, late.service):
            if isinstance(repair, AddCrews):
                fewer = plan_restoration(*loss, crews=repair.crews - 1)
                enough = plan_restoration(*loss, crews=repair.crews)
                assert late.service in late_services(fewer)
                assert set(repair.keeps) == late_services(plan) - late_services(enough)

"""What holds for every restoration, and the reckoning done a second, slower way."""

from given_impact import random_losses
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.impact.critical_path import find_critical_path
from domestique.impact.restoration import RestorationPlan, plan_restoration
from domestique.impact.structure import ServiceNeed, Structure, build_structure
from domestique.impact.work import Restorable

Loss = tuple[Structure, dict[str, Restorable], list[str]]
fast = settings(max_examples=40, deadline=None)
crews = st.integers(1, 4)


def hard_needs(plan: RestorationPlan) -> dict[str, list[str]]:
    ids, work = plan.affected, plan.work
    return {ids[n]: [ids[need] for need in beneath] for n, beneath in enumerate(work.needs)}


@fast
@given(random_losses(), crews)
def test_nothing_is_restored_before_a_hard_need_is_back(loss: Loss, crews: int) -> None:
    plan = plan_restoration(*loss, crews=crews)
    steps = {step.service: step for step in plan.steps}
    assert set(steps) == set(plan.affected)
    for service, needs in hard_needs(plan).items():
        assert all(steps[need].end <= steps[service].start for need in needs)


@fast
@given(random_losses(), crews)
def test_crews_never_exceed_their_number_nor_do_two_things_at_once(loss: Loss, crews: int) -> None:
    plan = plan_restoration(*loss, crews=crews)
    assert all(1 <= step.crew <= crews for step in plan.steps)
    for one in plan.steps:
        for other in plan.steps:
            if one is not other and one.crew == other.crew:
                assert one.end <= other.start or other.end <= one.start


@fast
@given(random_losses(), crews)
def test_no_crew_idles_while_work_is_ready(loss: Loss, crews: int) -> None:
    plan = plan_restoration(*loss, crews=crews)
    needs = hard_needs(plan)
    ends = {step.service: step.end for step in plan.steps}
    for step in plan.steps:
        ready = max((ends[need] for need in needs[step.service]), default=0)
        for minute in range(ready, step.start):
            assert sum(other.start <= minute < other.end for other in plan.steps) == crews


@fast
@given(random_losses())
def test_one_crew_takes_the_sum_of_all_durations(loss: Loss) -> None:
    plan = plan_restoration(*loss, crews=1)
    durations = [loss[1][service].restore_minutes or 0 for service in plan.affected]
    assert plan.finish_minutes == sum(durations)


@fast
@given(random_losses())
def test_unlimited_crews_reach_the_earliest_finish(loss: Loss) -> None:
    plan = plan_restoration(*loss)
    assert {step.service: step.end for step in plan.steps} == plan.earliest


@fast
@given(random_losses())
def test_slack_is_the_worst_over_every_chain_through_the_service(loss: Loss) -> None:
    """Second way: write out every chain of needs, and see what it leaves of its top's promise."""
    structure, services, lost = loss
    plan = plan_restoration(structure, services, lost)
    needs = hard_needs(plan)

    def chains(service: str) -> list[list[str]]:
        longer = [[*chain, service] for need in needs[service] for chain in chains(need)]
        return [[service], *longer]

    worst: dict[str, int] = {}
    for top in plan.affected:
        promised = services[top].promised_minutes
        for chain in chains(top) if promised is not None else []:
            left = (promised or 0) - sum(services[s].restore_minutes or 0 for s in chain)
            for service in chain:
                worst[service] = min(left, worst.get(service, left))
    slacks = {service: plan.physics.slack_of(n) for n, service in enumerate(plan.affected)}
    assert {service: slack for service, slack in slacks.items() if slack is not None} == worst


@fast
@given(random_losses(), crews)
def test_agrees_with_a_clock_that_ticks_every_minute(loss: Loss, crews: int) -> None:
    """Second way: walk minute by minute and let each free crew take the most urgent ready work."""
    plan = plan_restoration(*loss, crews=crews)
    far = 10**9
    takes = {service: loss[1][service].restore_minutes or 0 for service in plan.affected}

    def urgency(service: str) -> tuple[int, int, str]:
        at = plan.affected.index(service)
        rank, latest = plan.physics.ranks.values[at], plan.physics.latest.values[at]
        by = far if latest is None else latest - takes[service]
        return (far if rank is None else rank, by, service)

    needs, ends, minute = hard_needs(plan), dict[str, int](), 0
    while len(ends) < len(plan.affected):
        busy = sum(end > minute for end in ends.values())
        back = {service for service, end in ends.items() if end <= minute}
        ready = [s for s in plan.affected if s not in ends and back.issuperset(needs[s])]
        for service in sorted(ready, key=urgency)[: crews - busy]:
            ends[service] = minute + takes[service]
        minute += not any(end == minute for s, end in ends.items() if s not in back)
    assert {step.service: step.end for step in plan.steps} == ends


@fast
@given(random_losses())
def test_critical_path_accounts_for_every_missing_minute(loss: Loss) -> None:
    plan = plan_restoration(*loss)
    for broken in plan.impossible:
        path = find_critical_path(plan, broken.service)
        assert path is not None
        assert path.minutes - (path.promised_minutes or 0) == -broken.slack_minutes
        assert broken.service in [step.service for step in path.steps]


@fast
@given(random_losses(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(loss: Loss, chance: "st.random.Random") -> None:
    structure, services, lost = loss
    rows = [
        ServiceNeed(service, structure.ids[need], is_hard)
        for is_hard, needs in ((True, structure.hard_needs), (False, structure.soft_needs))
        for service, beneath in zip(structure.ids, needs, strict=True)
        for need in beneath
    ]
    chance.shuffle(rows)
    plan = plan_restoration(structure, services, lost, crews=2)
    shuffled = build_structure(structure.ids[::-1], rows)
    again = plan_restoration(shuffled, services, lost[::-1], crews=2)
    assert again == plan
    assert (again.conflicts, again.physics.latest.values) == (
        plan.conflicts,
        plan.physics.latest.values,
    )

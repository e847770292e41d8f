"""The vector of measurement 4.3, to the last minute."""

from given_impact import VECTOR, VECTOR_NEEDS, structure_of

from domestique.impact.restoration import RestorationPlan, plan_restoration


def plan_vector(crews: int | None = None) -> RestorationPlan:
    return plan_restoration(structure_of(VECTOR_NEEDS), VECTOR, ["DC"], crews=crews)


def test_earliest_finish_with_unlimited_crews() -> None:
    assert plan_vector().earliest == {
        "DC": 30, "NET": 90, "STO": 150, "CMP": 180, "IAM": 210,
        "DB": 225, "SMT": 255, "COM": 255, "ERP": 315, "WEB": 315,
    }  # fmt: skip


def test_slack_is_inherited_promise_less_earliest_finish() -> None:
    plan = plan_vector()
    slacks = {
        id_: plan.physics.slack_of(plan.affected.index(id_)) for id_ in ("ERP", "WEB", "SMT", "COM")
    }
    assert slacks == {"ERP": -75, "WEB": -75, "SMT": 45, "COM": -75}
    com = plan.affected.index("COM")
    assert (plan.work.promised[com], plan.physics.latest.values[com]) == (480, 180)


def test_supporting_services_inherit_rank() -> None:
    plan = plan_vector()
    ranks = dict(zip(plan.affected, plan.physics.ranks.values, strict=True))
    assert ranks == {
        "DC": 1, "NET": 1, "STO": 1, "CMP": 1, "DB": 1, "IAM": 1,
        "ERP": 1, "SMT": 2, "WEB": 3, "COM": 3,
    }  # fmt: skip


def test_one_crew_takes_the_sum_of_all() -> None:
    plan = plan_vector(crews=1)
    assert {step.service: step.start for step in plan.steps} == {
        "DC": 0, "NET": 30, "STO": 90, "CMP": 150, "DB": 180,
        "IAM": 225, "ERP": 255, "SMT": 345, "COM": 375, "WEB": 420,
    }  # fmt: skip
    ends = {step.service: step.end for step in plan.steps if step.rank and step.start > 225}
    assert ends == {"ERP": 345, "SMT": 375, "COM": 420, "WEB": 480}
    assert plan.finish_minutes == 480


def test_two_crews() -> None:
    ends = {step.service: step.end for step in plan_vector(crews=2).steps}
    assert (ends["ERP"], ends["SMT"], ends["COM"], ends["WEB"]) == (315, 285, 255, 345)


def test_waves_stand_on_the_ones_before() -> None:
    assert plan_vector().waves == (
        ("DC",), ("NET",), ("STO",), ("CMP",), ("DB", "IAM"), ("COM", "ERP", "SMT"), ("WEB",),
    )  # fmt: skip

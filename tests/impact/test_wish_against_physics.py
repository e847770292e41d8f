"""Where the wish and the promises meet what services stand on."""

from given_impact import VECTOR, VECTOR_NEEDS, demo_services, demo_structure, structure_of

from domestique.impact.restoration import RestorationPlan, plan_restoration
from domestique.impact.work import Restorable


def told(plan: RestorationPlan, kind: str) -> list[str]:
    return [str(conflict.sentence) for conflict in plan.conflicts if conflict.kind == kind]


def test_wish_for_the_web_before_its_communications_contradicts_the_dependency() -> None:
    plan = plan_restoration(structure_of(VECTOR_NEEDS), VECTOR, ["DC"])
    assert told(plan, "wished after dependant") == [
        "COM is wished as number 4, but WEB, wished as number 3, cannot run without it."
    ]


def test_supporting_services_nobody_wished_inherit_from_the_first_that_needs_them() -> None:
    plan = plan_restoration(structure_of(VECTOR_NEEDS), VECTOR, ["IAM"])
    assert told(plan, "not ranked") == [
        "IAM is not in the wish, but ERP, wished as number 1, cannot run without it."
    ]
    assert told(plan, "not promised") == [
        (
            "Nothing is promised for IAM, but it must be back after 135 minutes for WEB to keep "
            "its promise."
        )
    ]


def test_promise_looser_than_inherited_is_told_with_both() -> None:
    plan = plan_restoration(demo_structure(), demo_services(), ["S05"])
    assert told(plan, "promise too loose") == [
        (
            "S05 promises to be back after 240 minutes, but must be so after 180 minutes for S03 "
            "to keep its promise."
        )
    ]


def test_promise_no_one_beneath_can_save_is_told_without_a_negative_time() -> None:
    services = {
        "A": Restorable(10, promised_minutes=60),
        "B": Restorable(10),
        "TOP": Restorable(90, promised_minutes=60),
    }
    plan = plan_restoration(structure_of("TOP>A TOP>B"), services, ["A", "B"])
    assert told(plan, "promise too loose") == [
        (
            "A promises to be back after 60 minutes, but TOP cannot keep its own promise however "
            "soon A is back."
        )
    ]
    assert "nothing could be: TOP cannot keep" in told(plan, "not promised")[0]


def test_no_conflict_where_everything_beneath_comes_first_in_time() -> None:
    services = {"A": Restorable(10, 20, rank=1), "B": Restorable(10, 60, rank=2)}
    plan = plan_restoration(structure_of("B>A"), services, ["A"])
    assert plan.conflicts == ()


def test_equal_promise_is_no_conflict_and_the_first_of_equal_dependants_is_named() -> None:
    services = {
        "A": Restorable(10, promised_minutes=30, rank=3),
        "B": Restorable(10, promised_minutes=40, rank=1),
        "C": Restorable(10, promised_minutes=40, rank=1),
    }
    plan = plan_restoration(structure_of("C>A B>A"), services, ["A"])
    assert [(c.kind, c.service, c.dependant) for c in plan.conflicts] == [
        ("wished after dependant", "A", "B"),
    ]

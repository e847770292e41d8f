"""Demo B7: the data centre hall is lost, with two crews, with four, and with all hands."""

from given_impact import demo_services, demo_structure

from domestique.impact.restoration import RestorationPlan, plan_restoration


def lose_hall(crews: int | None = None) -> RestorationPlan:
    return plan_restoration(demo_structure(), demo_services(), ["T10"], crews=crews)


def late(plan: RestorationPlan) -> str:
    return ", ".join(f"{late.service} {late.back}/{late.promised}" for late in plan.late)


def test_earliest_possible_finish_of_what_is_wished_first() -> None:
    earliest = lose_hall().earliest
    assert [earliest[s] for s in ("S01", "S30", "S26", "S27", "S05")] == [315, 240, 255, 240, 285]
    assert [earliest[s] for s in ("S03", "S02", "S06", "S07")] == [345, 315, 285, 135]


def test_promises_impossible_even_with_all_hands() -> None:
    plan = lose_hall()
    assert {broken.service: broken.slack_minutes for broken in plan.impossible} == {
        "S01": -75, "S02": -75, "S03": -105, "S05": -105, "T01": -105, "T02": -105,
        "T03": -105, "T05": -105, "T06": -90, "T08": -75, "T10": -105,
    }  # fmt: skip
    assert late(plan) == "S01 315/240, S02 315/240, S03 345/240, S05 285/240"


def test_two_crews_bring_everything_back_after_905_minutes() -> None:
    plan = lose_hall(crews=2)
    assert plan.finish_minutes == 905
    assert late(plan) == (
        "S01 315/240, S02 465/240, S03 440/240, S04 660/480, S05 380/240, S06 500/480, "
        "S08 600/480, S12 540/480, S15 605/480, S18 510/480, S24 560/480"
    )


def test_four_crews_bring_everything_back_after_545_minutes() -> None:
    plan = lose_hall(crews=4)
    assert plan.finish_minutes == 545
    assert late(plan) == "S01 315/240, S02 345/240, S03 360/240, S05 300/240"


def test_order_of_four_crews() -> None:
    steps = [f"{step.service} {step.start}" for step in lose_hall(crews=4).steps[:20]]
    assert ", ".join(steps) == (
        "T10 0, T03 30, S07 90, S20 90, S28 90, T01 90, T05 150, S10 180, T02 180, T04 180, "
        "T06 180, S30 210, S01 225, S26 225, S27 225, S05 240, S02 255, T08 255, S06 285, S03 300"
    )


def test_web_shop_makes_the_order_promise_tighter() -> None:
    loose = [c for c in lose_hall().conflicts if c.kind == "promise too loose"]
    assert [(c.service, c.own, c.inherited, c.dependant) for c in loose] == [
        ("S05", 240, 180, "S03"),
    ]


def test_only_what_falls_is_restored() -> None:
    plan = plan_restoration(demo_structure(), demo_services(), ["T08"], crews=1)
    assert plan.affected == ("S03", "T08")
    assert [(step.service, step.start, step.end) for step in plan.steps] == [
        ("T08", 0, 30),
        ("S03", 30, 90),
    ]

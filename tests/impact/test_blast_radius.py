"""Blast radius both ways: what falls, what limps, what a service stands on, and why."""

import itertools

import pytest
from given_impact import demo_structure, random_needs, structure_of
from hypothesis import given, settings

from domestique.impact.blast import affected_by, stands_on
from domestique.impact.errors import ServiceNotInStructure
from domestique.impact.structure import ServiceNeed, build_structure


def distances(reached: dict) -> dict[str, int]:
    return {service: reach.distance for service, reach in reached.items()}


def test_hard_dependants_fall_with_their_distance() -> None:
    radius = affected_by(structure_of("ERP>DB DB>STO WEB>ERP WEB>STO HR>CLOUD"), ["STO"])
    assert distances(radius.affected) == {"STO": 0, "DB": 1, "WEB": 1, "ERP": 2}
    assert not radius.degraded


def test_soft_need_anywhere_on_the_way_only_degrades() -> None:
    radius = affected_by(structure_of("DB>STO ERP~DB WEB>ERP APP~WEB"), ["STO"])
    assert distances(radius.affected) == {"STO": 0, "DB": 1}
    assert distances(radius.degraded) == {"ERP": 2, "WEB": 3, "APP": 4}
    assert [reach.is_hard for reach in radius.degraded.values()] == [False, True, False]


def test_hard_way_round_counts_more_than_a_soft_short_cut() -> None:
    radius = affected_by(structure_of("WEB~STO WEB>DB DB>STO"), ["STO"])
    assert distances(radius.affected) == {"STO": 0, "DB": 1, "WEB": 2}
    assert not radius.degraded


def test_why_leads_back_to_the_cause() -> None:
    radius = affected_by(structure_of("WEB>ERP ERP>DB DB>STO APP~WEB"), ["STO"])
    assert radius.why("APP") == ("APP", "WEB", "ERP", "DB", "STO")
    assert radius.why("STO") == ("STO",)
    assert radius.why("HR") == ()


def test_soft_cycle_ends() -> None:
    radius = affected_by(structure_of("NET~IAM IAM>NET IAM~MON MON~IAM"), ["NET"])
    assert distances(radius.affected) == {"NET": 0, "IAM": 1}
    assert distances(radius.degraded) == {"MON": 2}


def test_service_stands_on_hard_and_soft_needs() -> None:
    foundation = stands_on(structure_of("WEB>ERP ERP>DB DB>STO ERP~MON MON>NET"), "ERP")
    assert distances(foundation.hard) == {"DB": 1, "STO": 2}
    assert distances(foundation.soft) == {"MON": 1, "NET": 2}
    assert foundation.why("NET") == ("ERP", "MON", "NET")


def test_demo_hall_carries_everything() -> None:
    radius = affected_by(demo_structure(), ["T10"])
    assert len(radius.affected) == 40
    assert radius.why("S03") == ("S03", "S05", "T02", "T01", "T10")


def test_demo_integration_platform_stops_one_service_and_hampers_others() -> None:
    radius = affected_by(demo_structure(), ["T08"])
    assert list(radius.affected) == ["T08", "S03"]
    assert [s for s, reach in radius.degraded.items() if reach.distance == 1] == [
        "S01",
        "S04",
        "S12",
    ]


def test_unknown_service_is_refused_by_name() -> None:
    with pytest.raises(ServiceNotInStructure, match="There is no service T99"):
        affected_by(demo_structure(), ["T99"])
    with pytest.raises(ServiceNotInStructure, match="There is no service B"):
        build_structure(["A"], [ServiceNeed("A", "B", is_hard=True)])


@settings(max_examples=50, deadline=None)
@given(random_needs(may_cycle=True))
def test_agrees_with_spreading_until_nothing_changes(drawn: tuple[str, list[ServiceNeed]]) -> None:
    """Second way: mark dependants over and over until no mark is new."""
    names, needs = drawn
    falls, touched = {"A"}, {"A"}
    for _ in names:
        falls |= {need.service for need in needs if need.is_hard and need.needs in falls}
        touched |= {need.service for need in needs if need.needs in touched}
    radius = affected_by(build_structure(names, needs), ["A"])
    assert set(radius.affected) == falls
    assert set(radius.degraded) == touched - falls


@settings(max_examples=50, deadline=None)
@given(random_needs(may_cycle=True))
def test_every_why_is_a_chain_of_needs_as_long_as_its_distance(
    drawn: tuple[str, list[ServiceNeed]],
) -> None:
    names, needs = drawn
    radius = affected_by(build_structure(names, needs), ["A"])
    known = {(need.service, need.needs) for need in needs}
    for service, reach in {**radius.affected, **radius.degraded}.items():
        chain = radius.why(service)
        assert len(chain) == reach.distance + 1
        assert chain[-1] == "A"
        assert known.issuperset(itertools.pairwise(chain))


@settings(max_examples=40, deadline=None)
@given(random_needs(may_cycle=True))
def test_both_directions_agree(drawn: tuple[str, list[ServiceNeed]]) -> None:
    structure = build_structure(*drawn)
    for above in drawn[0]:
        foundation = stands_on(structure, above)
        assert all(
            above in affected_by(structure, [beneath]).affected for beneath in foundation.hard
        )
        assert all(
            above in affected_by(structure, [beneath]).degraded for beneath in foundation.soft
        )

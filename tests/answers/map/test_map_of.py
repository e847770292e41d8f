"""The surroundings of a service: what falls with it, what it stands on, and what a map leaves out."""

from __future__ import annotations

import pytest

from domestique.answers.map.map_of import MOST_DRAWN, map_of
from domestique.answers.map.map_words import Direction, Tie
from domestique.portfolio.models import Dependency, Service

pytestmark = pytest.mark.django_db


def given(*needs: str, names: dict[str, str] | None = None) -> None:
    """Load needs written ``S1<-T1`` (hard) or ``S1~T1`` (soft)."""
    pairs = [
        (*need.replace("<-", " ").replace("~", " ").split(), "soft" if "~" in need else "hard")
        for need in needs
    ]
    ids = sorted({id_ for service, needed, _ in pairs for id_ in (service, needed)})
    Service.objects.bulk_create(Service(id=id_, name_en=(names or {}).get(id_, "")) for id_ in ids)
    Dependency.objects.bulk_create(
        Dependency(service_id=service, needs_id=needed, kind=kind)
        for service, needed, kind in pairs
    )


def test_both_ways_are_told_with_distance_and_way(viewer):
    given("S1<-S2", "S2<-T1", "T1<-T2", names={"S1": "Web shop", "S2": "Orders", "T1": "Database"})
    page = map_of(viewer, "T1", 2)
    assert [(one.id, one.tie, one.distance) for one in page.listed] == [
        ("S2", Tie.FALLS, 1),
        ("T2", Tie.CARRIES, 1),
        ("S1", Tie.FALLS, 2),
    ]
    assert page.listed[2].way == "Web shop → Orders → Database"


def test_softly_reached_limps(viewer):
    given("S1~T1", "S2<-T1")
    page = map_of(viewer, "T1")
    assert {one.id: one.tie for one in page.listed} == {"S1": Tie.LIMPS, "S2": Tie.FALLS}
    assert str(page.headline) == "If T1 falls, 1 service falls with it."
    assert str(page.reasons[0]) == "1 more would limp."


def test_depth_cuts_and_says_how_much(viewer):
    given("S1<-T1", "S2<-S1", "S3<-S2", "S4<-S2")
    page = map_of(viewer, "T1", 2)
    assert [one.id for one in page.drawn] == ["S1", "S2"]
    assert [str(cut) for cut in page.cuts] == ["2 more stand on these; depth 3 shows more."]


def test_greatest_depth_promises_no_deeper_one(viewer):
    given(*(f"S{n + 1}<-S{n}" for n in range(1, 8)))
    page = map_of(viewer, "S1", 5)
    assert [str(cut) for cut in page.cuts] == [
        "2 more stand on these, further away than a map reaches."
    ]


def test_direction_leaves_the_other_way_out(viewer):
    given("S1<-T1", "T1<-T2")
    up, down = (map_of(viewer, "T1", 2, way) for way in (Direction.UP, Direction.DOWN))
    assert [one.id for one in up.listed] == ["S1"]
    assert [one.id for one in down.listed] == ["T2"]
    assert str(down.headline) == "T1 cannot run without 1 other service."


def test_in_a_circle_a_service_is_listed_twice_and_drawn_once(viewer):
    given("T6<-T3", "T3~T6")
    page = map_of(viewer, "T3")
    assert [(one.id, one.tie) for one in page.listed] == [("T6", Tie.FALLS), ("T6", Tie.EASES)]
    assert [(one.id, one.tie) for one in page.drawn] == [("T6", Tie.FALLS)]


def test_crowd_is_cut_by_rank_and_the_few_beneath_keep_their_place(viewer):
    given("T1<-T0", *(f"S{n:03}<-T1" for n in range(200)))
    Service.objects.filter(pk="S150").update(impact_level=1)
    page = map_of(viewer, "T1")
    drawn = [one.id for one in page.drawn]
    assert len(drawn) == MOST_DRAWN - 1
    assert {"T0", "S150"} <= set(drawn)
    assert "Drawn are the 59 nearest and gravest of 201." in map(str, page.cuts)


def test_every_need_between_the_drawn_is_an_edge(viewer):
    given("S1<-T1", "S2<-T1", "S2<-S1")
    edges = {(edge.needed, edge.dependant) for edge in map_of(viewer, "T1").edges}
    assert edges == {("T1", "S1"), ("T1", "S2"), ("S1", "S2")}


def test_alone_says_so(viewer):
    Service.objects.create(id="S1", name_en="Web shop")
    page = map_of(viewer, "S1")
    assert str(page.headline) == "Nothing is known to fall with Web shop."
    assert str(page.reasons[0]) == "It is not known to stand on anything."
    assert map_of(viewer, "S9") is None


@pytest.mark.parametrize("dependants", [3, 300])
def test_queries_do_not_grow(viewer, dependants, django_assert_max_num_queries):
    given(*(f"S{n:03}<-T1" for n in range(dependants)))
    with django_assert_max_num_queries(9):
        map_of(viewer, "T1")


def test_demo_network_carries_all_but_the_hall(viewer, demo):
    page = map_of(viewer, "T03", 5)
    falls = {one.id for one in page.listed if one.tie is Tie.FALLS}
    assert len(falls) == 38
    assert not falls & {"T03", "T10"}

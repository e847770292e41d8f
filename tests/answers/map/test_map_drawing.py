"""The dependency map, drawn: every line ends on its boxes, nothing overlaps, and the same makes the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.answers.map.layers import lay_out
from domestique.answers.map.map_drawing import (
    BOX,
    TALL,
    TIP,
    Box,
    Branch,
    DrawnNeed,
    MapDrawing,
    draw_map,
)
from domestique.answers.map.map_of import Edge, Relative, ServiceMap, map_of
from domestique.answers.map.map_words import Tie
from domestique.quantities.sentence import say

NOTHING = say("")


def page(drawn: list[Relative], edges: list[Edge]) -> ServiceMap:
    return ServiceMap(
        "T1", "Database", True, NOTHING, (), tuple(drawn), tuple(edges), tuple(drawn), ()
    )


def every_line(drawing: MapDrawing) -> tuple[DrawnNeed, ...]:
    def lines_of(branch: Branch) -> Iterator[DrawnNeed]:
        yield from [branch.line] if branch.line else []
        for one in branch.branches:
            yield from lines_of(one)

    return (*drawing.lines, *lines_of(drawing.root))


def relative(id_: str, distance: int, because: str, tie: Tie = Tie.FALLS) -> Relative:
    return Relative(id_, f"Service {id_}", tie, distance, because, False, None)


CHAIN = page(
    [relative("S1", 1, "T1"), relative("S2", 2, "S1"), relative("T0", 1, "T1", Tie.CARRIES)],
    [
        Edge("T1", "S1", True),
        Edge("S1", "S2", True),
        Edge("T0", "T1", True),
        Edge("T0", "S2", False),
    ],
)


@st.composite
def maps(draw: st.DrawFn) -> ServiceMap:
    """Any map: services at distances, each reached over one a step nearer, and any further needs."""
    nearer = {0: ["T1"]}
    drawn: list[Relative] = []
    edges: dict[tuple[str, str], Edge] = {}
    for number, distance in enumerate(draw(st.lists(st.integers(1, 3), max_size=14))):
        at = min(distance, max(nearer) + 1)
        because = draw(st.sampled_from(nearer[at - 1]))
        one = relative(f"S{number:02}", at, because)
        drawn.append(one)
        nearer.setdefault(at, []).append(one.id)
        edges[because, one.id] = Edge(because, one.id, True)
    ids = ["T1", *(one.id for one in drawn)]
    for ends in draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=12)):
        if ends[0] != ends[1]:
            edges.setdefault(ends, Edge(*ends, False))
    drawn.sort(key=lambda one: (one.distance, one.id))
    return page(drawn, list(edges.values()))


@settings(max_examples=60, deadline=None)
@given(maps())
def test_every_line_ends_on_the_boxes_it_joins(some_map):
    drawing = draw_map(some_map)
    boxes = {box.id: box for box in drawing.boxes}
    assert len(every_line(drawing)) == len(some_map.edges)
    for line in every_line(drawing):
        for id_, (x, y) in ((line.edge.needed, line.start), (line.edge.dependant, line.end)):
            assert x in (boxes[id_].x, boxes[id_].x + BOX)
            assert boxes[id_].y <= y <= boxes[id_].y + TALL


@settings(max_examples=60, deadline=None)
@given(maps())
def test_no_box_overlaps_another_and_all_lie_in_the_picture(some_map):
    drawing = draw_map(some_map)
    assert not [pair for pair in combinations(drawing.boxes, 2) if overlap(*pair)]
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - BOX
        assert 0 <= box.y <= drawing.height - TALL


@settings(max_examples=30, deadline=None)
@given(maps())
def test_same_services_make_the_same_picture(some_map):
    assert draw_map(some_map) == draw_map(some_map)


def overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < BOX and abs(one.y - other.y) < TALL


def test_what_carries_stands_left_and_what_falls_right():
    x = {box.id: box.x for box in draw_map(CHAIN).boxes}
    assert x["T0"] < x["T1"] < x["S1"] < x["S2"]


def test_boxes_hang_on_the_one_they_are_reached_over():
    root = draw_map(CHAIN).root
    assert [one.box.id for one in root.branches] == ["S1", "T0"]
    assert [one.box.id for one in root.branches[0].branches] == ["S2"]
    assert [line.edge.needed for line in draw_map(CHAIN).lines] == ["T0"]


def test_line_that_passes_a_column_runs_beside_its_boxes():
    drawing = draw_map(CHAIN)
    (line,) = drawing.lines
    lanes = [float(y) for y in re.findall(r"L\S+ (\S+?)(?=C|$)", line.path)]
    near = [box for box in drawing.boxes if box.id in ("T1", "S1")]
    assert len(lanes) == 2
    assert all(not box.y <= y <= box.y + TALL for box, y in zip(near, lanes, strict=True))


def test_tip_points_at_the_dependant():
    line = next(one for one in every_line(draw_map(CHAIN)) if one.edge.dependant == "S1")
    assert line.tip.startswith(f"M{line.end[0]:g} {line.end[1]:g}")
    assert line.path.endswith(f"{line.end[0] - TIP:g} {line.end[1]:g}")


def test_loss_is_said_by_signs():
    signs = {box.id: box.sign for box in draw_map(CHAIN, is_lost=True).boxes}
    assert signs == {"T1": "✕", "S1": "✕", "S2": "✕", "T0": ""}


def test_alone_is_one_box():
    drawing = draw_map(page([], []))
    assert (len(drawing.boxes), every_line(drawing)) == (1, ())


def test_neighbours_stand_level_and_lines_do_not_cross():
    columns = {"A": 0, "B": 0, "X": 1, "Y": 1}
    heights = lay_out(columns, [("A", "Y"), ("B", "X")], (34, 14)).heights
    assert heights[("A",)] == heights[("Y",)]
    assert heights[("B",)] == heights[("X",)]


@pytest.mark.django_db
def test_demo_map_has_no_touching_labels(viewer, demo):
    for service in ("T03", "T10", "S01"):
        drawing = draw_map(map_of(viewer, service, 5))
        columns: dict[float, list[float]] = {}
        for box in drawing.boxes:
            columns.setdefault(box.x, []).append(box.y)
        gaps = [b - a for ys in columns.values() for a, b in pairwise(sorted(ys))]
        assert min(gaps, default=99) >= TALL + 4

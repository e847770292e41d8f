"""A dependency map, drawn: columns by distance, and lines in the direction of impact, from left to right.

Left of the service stands what it stands on, right of it what falls or limps with it. Every line
begins at the edge of the box that is needed and ends, with its tip, at the edge of the one that
needs it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from domestique.answers.map.layers import Layout, Place, lay_out
from domestique.answers.map.map_of import Edge, Relative, ServiceMap
from domestique.answers.map.map_words import Tie
from domestique.quantities.sentence import Sentence, say, say_counted

BOX, TALL, GAP, ROW, LANE = 180, 26, 78, 34, 14
MARGIN, TOP, TIP = 6, 34, 7
MOST_LETTERS = 25
Point: TypeAlias = "tuple[float, float]"
SIGNS = {Tie.FALLS: "✕", Tie.LIMPS: "▲"}


@dataclass(frozen=True, slots=True)
class Box:
    """A service in the picture, by its upper left corner; ``tie`` is ``None`` for the one asked about."""

    id: str
    name: str
    tie: Tie | None
    is_supporting: bool
    distance: int
    x: float
    y: float
    sign: str = ""

    @property
    def label(self) -> str:
        """The name, cut to the width of the box."""
        room = MOST_LETTERS - 3 * bool(self.sign)
        return self.name if len(self.name) <= room else f"{self.name[: room - 1].rstrip()}…"

    @property
    def middle(self) -> float:
        """The height at which lines reach it."""
        return self.y + TALL / 2

    @property
    def text_x(self) -> float:
        """Where its name begins."""
        return self.x + 11

    @property
    def text_y(self) -> float:
        """The line its name stands on."""
        return self.y + 17.5


@dataclass(frozen=True, slots=True)
class DrawnNeed:
    """A need, drawn from the needed to the dependant; ``tip`` is the outline of its arrowhead."""

    edge: Edge
    start: Point
    end: Point
    path: str
    tip: str


@dataclass(slots=True)
class Branch:
    """A box, the line on the way to it, and what is reached over it: pointing at a box lights its whole way."""

    box: Box
    line: DrawnNeed | None
    branches: list[Branch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The whole picture: the tree of boxes with the ways to them, and the lines that are on no such way.

    ``captions`` stand over the columns: where, what, and whether over the middle one.
    """

    width: float
    height: float
    captions: tuple[tuple[float, Sentence, bool], ...]
    root: Branch
    lines: tuple[DrawnNeed, ...]
    boxes: tuple[Box, ...]

    @property
    def focus(self) -> Box:
        """The service asked about."""
        return self.root.box


def draw_map(page: ServiceMap, *, is_lost: bool = False) -> MapDrawing:
    """Draw a map; with ``is_lost`` every service says with a sign what happens to it."""
    columns = {page.id: 0} | {one.id: _column(one) for one in page.drawn}
    layout = lay_out(columns, _ends(page.edges), (ROW, LANE))
    lift = TOP + TALL / 2 - min(layout.heights[(id_,)] for id_ in columns)
    left = min(columns.values())
    places = {
        id_: (_column_x(column - left), round(layout.heights[(id_,)] + lift - TALL / 2, 1))
        for id_, column in columns.items()
    }
    placed = {box.id: box for box in _boxes(page, places, is_lost)}
    lines = {
        (edge.needed, edge.dependant): _line(edge, placed, layout, lift, left)
        for edge in page.edges
    }
    root, rest = _branches(page, placed, lines)
    lowest = max((*layout.heights.values(), 0.0)) + lift + TALL / 2
    last = max(columns.values()) - left
    return MapDrawing(
        width=2 * MARGIN + (last + 1) * BOX + last * GAP + _room_for_arcs(page.edges, columns),
        height=round(lowest + MARGIN, 1),
        captions=tuple(
            (_column_x(column - left) + BOX / 2, _caption(column), column == 0)
            for column in sorted(set(columns.values()))
        ),
        root=root,
        lines=rest,
        boxes=tuple(placed.values()),
    )


def _ends(edges: Iterable[Edge]) -> list[tuple[str, str]]:
    return [(edge.needed, edge.dependant) for edge in edges]


def _room_for_arcs(edges: Iterable[Edge], columns: Mapping[str, int]) -> int:
    """Return the room right of the last column, if a line within it needs any."""
    last = max(columns.values())
    return GAP // 2 if any(columns[a] == columns[b] == last for a, b in _ends(edges)) else 0


def _column(one: Relative) -> int:
    return one.distance if one.tie.is_above else -one.distance


def _column_x(number: int) -> float:
    return MARGIN + number * (BOX + GAP)


def _boxes(page: ServiceMap, places: Mapping[str, Point], is_lost: bool) -> Iterable[Box]:  # noqa: FBT001 - passed on
    sign = "✕" if is_lost else ""
    yield Box(page.id, page.name, None, page.is_supporting, 0, *places[page.id], sign)
    for one in page.drawn:
        sign = SIGNS.get(one.tie, "") if is_lost else ""
        yield Box(one.id, one.name, one.tie, one.is_supporting, one.distance, *places[one.id], sign)


def _line(
    edge: Edge, boxes: Mapping[str, Box], layout: Layout, lift: float, left: int
) -> DrawnNeed:
    needed, dependant = boxes[edge.needed], boxes[edge.dependant]
    if needed.x == dependant.x:
        return _arc(edge, needed, dependant)
    way = 1 if dependant.x > needed.x else -1
    start = (needed.x + (BOX if way > 0 else 0), needed.middle)
    end = (dependant.x + (0 if way > 0 else BOX), dependant.middle)
    places = layout.passes[edge.needed, edge.dependant]
    stops = [start]
    for place in places:
        near, far = _lane(place, left, way)
        y = round(layout.heights[place] + lift, 1)
        stops += [(near, y), (far, y)]
    stops.append((end[0] - way * TIP, end[1]))
    return DrawnNeed(edge, start, end, _curve(stops), _tip(end, way))


def _lane(place: Place, left: int, way: int) -> tuple[float, float]:
    x = _column_x(int(place[2]) - left)
    return (x, x + BOX) if way > 0 else (x + BOX, x)


def _curve(stops: Sequence[Point]) -> str:
    """Join the stops with curves that leave and arrive level; every second piece is a straight lane."""
    path = f"M{_said(stops[0])}"
    for number, (one, other) in enumerate(itertools.pairwise(stops)):
        if number % 2:
            path += f"L{_said(other)}"
        else:
            middle = round((one[0] + other[0]) / 2, 1)
            path += f"C{_said((middle, one[1]))} {_said((middle, other[1]))} {_said(other)}"
    return path


def _arc(edge: Edge, needed: Box, dependant: Box) -> DrawnNeed:
    """Join two boxes of one column around their right side."""
    start, end = ((box.x + BOX, box.middle) for box in (needed, dependant))
    out = round(start[0] + min(GAP * 0.62, 18 + abs(end[1] - start[1]) * 0.12), 1)
    path = f"M{_said(start)}C{_said((out, start[1]))} {_said((out, end[1]))} {_said((end[0] + TIP, end[1]))}"
    return DrawnNeed(edge, start, end, path, _tip(end, -1))


def _tip(end: Point, way: int) -> str:
    back = end[0] - way * TIP
    return f"M{_said(end)}L{_said((back, end[1] - 3.5))}L{_said((back, end[1] + 3.5))}Z"


def _said(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"


def _branches(
    page: ServiceMap, boxes: Mapping[str, Box], lines: Mapping[tuple[str, str], DrawnNeed]
) -> tuple[Branch, tuple[DrawnNeed, ...]]:
    """Hang every box on the one through which it is reached; what hangs nowhere, on the service itself."""
    relatives = {one.id: one for one in page.drawn}
    branches = {page.id: Branch(boxes[page.id], None)}
    on_ways = set()
    for one in page.drawn:
        ends = (one.because, one.id) if one.tie.is_above else (one.id, one.because)
        parent = relatives.get(one.because)
        follows = one.because == page.id or (
            parent is not None and parent.tie.is_above is one.tie.is_above
        )
        known = follows and one.because in branches and ends in lines
        branches[one.id] = Branch(boxes[one.id], lines[ends] if known else None)
        branches[one.because if known else page.id].branches.append(branches[one.id])
        if known:
            on_ways.add(ends)
    return branches[page.id], tuple(line for ends, line in lines.items() if ends not in on_ways)


def _caption(column: int) -> Sentence:
    if column == 0:
        return say("this service")
    if column == -1:
        return say("it stands on")
    if column == 1:
        return say("stands on it")
    if column < 0:
        return say_counted("%(count)s step beneath", "%(count)s steps beneath", -column)
    return say_counted("%(count)s step away", "%(count)s steps away", column)

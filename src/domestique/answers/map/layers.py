"""Layered layout: which place in its column everything gets, so that lines cross little and run level.

A column holds the services at one distance. An edge that passes a column gets a place there of its
own, so that no line runs through a box. The order within columns follows the mean place of the
neighbours (barycentre, Sugiyama 1981), in a few sweeps there and back; the heights are then the
nearest to level that this order and the sizes allow (isotonic regression). Everything is decided by
ids and positions, so the same services make the same picture.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

SWEEPS = 8
Place: TypeAlias = "tuple[str, ...]"
"""A service ``(id,)``, or where an edge passes a column ``(from, to, column)``."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The height of every place, and the places each edge passes between its two ends."""

    heights: Mapping[Place, float]
    passes: Mapping[tuple[str, str], tuple[Place, ...]]


@dataclass(slots=True)
class _Rows:
    """The columns while they are being ordered."""

    columns: dict[int, list[Place]]
    near: dict[Place, list[tuple[int, Place]]] = field(default_factory=lambda: defaultdict(list))

    def link(self, one: tuple[int, Place], other: tuple[int, Place]) -> None:
        """Remember two places as neighbours, each in its column."""
        self.near[one[1]].append(other)
        self.near[other[1]].append(one)


def lay_out(
    columns: Mapping[str, int], edges: Iterable[tuple[str, str]], sizes: tuple[float, float]
) -> Layout:
    """Give services in columns, joined by edges, their heights; ``sizes`` are the room of a service and of a line."""
    rows = _Rows(defaultdict(list))
    for id_, column in columns.items():
        rows.columns[column].append((id_,))
    passes = {edge: _add_edge(rows, columns, edge) for edge in edges}
    _order(rows)
    return Layout(_heights(rows, sizes), passes)


def _add_edge(rows: _Rows, columns: Mapping[str, int], edge: tuple[str, str]) -> tuple[Place, ...]:
    """Link the ends of an edge over a place in each column between them."""
    start, end = (columns[id_] for id_ in edge)
    step = 1 if end > start else -1
    between: list[Place] = [(*edge, str(column)) for column in range(start + step, end, step)]
    if start == end:
        between = []
    for place in between:
        rows.columns[int(place[2])].append(place)
    chain = [(edge[0],), *between, (edge[1],)]
    for number, (one, other) in enumerate(itertools.pairwise(chain)):
        column = start + step * number
        rows.link((column, one), (end if start == end else column + step, other))
    return tuple(between)


def _order(rows: _Rows) -> None:
    """Order every column by the mean place of its neighbours in the column before, then after, and so on."""
    ways = [sorted(rows.columns), sorted(rows.columns, reverse=True)]
    for sweep in range(SWEEPS):
        way = ways[sweep % 2]
        for before, column in itertools.pairwise(way):
            rank = {place: number for number, place in enumerate(rows.columns[before])}
            _sort_by_neighbours(rows, column, before, rank)


def _sort_by_neighbours(rows: _Rows, column: int, before: int, rank: Mapping[Place, int]) -> None:
    places = rows.columns[column]

    def mean(numbered: tuple[int, Place]) -> tuple[float, int]:
        number, place = numbered
        found = [rank[other] for at, other in rows.near[place] if at == before]
        return (sum(found) / len(found) if found else float(number), number)

    rows.columns[column] = [place for _, place in sorted(enumerate(places), key=mean)]


def _heights(rows: _Rows, sizes: tuple[float, float]) -> dict[Place, float]:
    """Stack each column, then move it as near to level with its neighbours as its order allows."""
    heights: dict[Place, float] = {}
    offsets = {column: _offsets(places, sizes) for column, places in rows.columns.items()}
    for column, places in rows.columns.items():
        middle = offsets[column][-1] / 2
        heights |= {
            place: offset - middle for place, offset in zip(places, offsets[column], strict=True)
        }
    ways = [sorted(rows.columns), sorted(rows.columns, reverse=True)]
    for sweep in range(SWEEPS):
        for column in ways[sweep % 2]:
            places = rows.columns[column]
            wished = [_wished(place, column, rows, heights) for place in places]
            kept = _nearest_in_order(
                [wish - offset for wish, offset in zip(wished, offsets[column], strict=True)]
            )
            heights |= {
                place: round(level + offset, 3)
                for place, level, offset in zip(places, kept, offsets[column], strict=True)
            }
    return heights


def _offsets(places: Sequence[Place], sizes: tuple[float, float]) -> list[float]:
    """Return how far below the first each place must at least be."""
    offsets = [0.0]
    for one, other in itertools.pairwise(places):
        offsets.append(offsets[-1] + sum(sizes[len(place) > 1] for place in (one, other)) / 2)
    return offsets


def _wished(place: Place, column: int, rows: _Rows, heights: Mapping[Place, float]) -> float:
    found = [heights[other] for at, other in rows.near[place] if at != column]
    return sum(found) / len(found) if found else heights[place]


def _nearest_in_order(wished: Iterable[float]) -> list[float]:
    """Return the numbers that never fall and lie nearest to these (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for wish in wished:
        mean, count = wish, 1
        while pools and pools[-1][0] > mean:
            above, more = pools.pop()
            mean = (mean * count + above * more) / (count + more)
            count += more
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]

"""Cycles of hard needs: services none of which can start first (measurement 4.3, step 1).

Each strongly connected group is named by one of its shortest cycles, for that is the place where
one need must become soft. Soft cycles are fine and are not looked for.
"""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from domestique.quantities.graph import strong_groups

Links: TypeAlias = dict[int, set[int]]


def hard_cycles(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return one shortest cycle for each group of services that need each other.

    ``edges`` are (service, needed service) pairs of hard needs. In a cycle each service needs the
    next and the last needs the first; it begins with its first id, and cycles come in that order.
    A service that needs itself is a cycle of one.
    """
    pairs = list(edges)
    ids = sorted({end for pair in pairs for end in pair})
    numbers = {service: number for number, service in enumerate(ids)}
    needs: Links = {number: set() for number in range(len(ids))}
    for service, needed in pairs:
        needs[numbers[service]].add(numbers[needed])
    cycles = [_shortest_cycle(within) for within in _groups(needs)]
    return [tuple(ids[number] for number in cycle) for cycle in sorted(cycles)]


def _groups(needs: Links) -> list[Links]:
    """Return the needs inside each strongly connected group that holds a cycle."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        edges = [(above, under) for above in needs for under in needs[above]]
        groups = map(set, strong_groups(len(needs), edges))
        within = ({number: needs[number] & group for number in group} for group in groups)
        return [links for links in within if any(links.values())]
    return []


def _shortest_cycle(needs: Links) -> list[int]:
    """Return the shortest cycle, beginning with its lowest number.

    The shortest through the lowest number, or one without that number: so each number is tried and
    then taken out, and what is left with nothing to need goes with it.
    """
    dependants: Links = {number: set() for number in needs}
    for above, beneath in needs.items():
        for under in beneath:
            dependants[under].add(above)
    shortest: list[int] = []
    for start in sorted(needs):
        if start in needs:
            shortest = _cycle_through(start, needs, shorter_than=len(shortest)) or shortest
            _take_out(start, needs, dependants)
    return shortest


def _cycle_through(start: int, needs: Links, *, shorter_than: int) -> list[int]:
    """Search breadth first from a service back to itself; 0 sets no limit, empty: there is none."""
    paths = [[start]]
    seen = {start}
    while paths and (not shorter_than or len(paths[0]) < shorter_than):
        longer = []
        for path in paths:
            if start in needs[path[-1]]:
                return path
            for under in sorted(needs[path[-1]] - seen):
                seen.add(under)
                longer.append([*path, under])
        paths = longer
    return []


def _take_out(start: int, needs: Links, dependants: Links) -> None:
    gone = [start]
    while gone:
        under = gone.pop()
        del needs[under]
        for above in dependants[under] & needs.keys():
            needs[above].discard(under)
            if not needs[above]:
                gone.append(above)

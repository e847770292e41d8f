"""Stretches of time: half-open intervals in whole seconds since the epoch, UTC.

``(start, end)`` holds ``start`` but not ``end``. A *joined* list is sorted and its intervals
neither overlap nor touch; ``union`` makes one, and the others take and return joined lists. All are
linear sweeps; only ``union`` sorts.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Interval: TypeAlias = "tuple[int, int]"


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """Join intervals that overlap or touch, whatever order they come in; empty ones go."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def intersect(these: Sequence[Interval], those: Sequence[Interval]) -> list[Interval]:
    """Return what lies in both joined lists."""
    common: list[Interval] = []
    i = j = 0
    while i < len(these) and j < len(those):
        start, end = max(these[i][0], those[j][0]), min(these[i][1], those[j][1])
        if start < end:
            common.append((start, end))
        if these[i][1] <= those[j][1]:
            i += 1
        else:
            j += 1
    return common


def subtract(these: Sequence[Interval], those: Sequence[Interval]) -> list[Interval]:
    """Return what lies in the first joined list but not in the second."""
    left: list[Interval] = []
    j = 0
    for start, end in these:
        free = start
        while j < len(those) and those[j][0] < end:
            if free < those[j][0]:
                left.append((free, those[j][0]))
            free = max(free, those[j][1])
            if those[j][1] > end:
                break  # this one reaches into the next interval too
            j += 1
        if free < end:
            left.append((free, end))
    return left


def length(intervals: Iterable[Interval]) -> int:
    """Return how many seconds a joined list holds."""
    return sum(end - start for start, end in intervals)

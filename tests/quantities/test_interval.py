"""Intervals: worked examples, and what must hold for any of them."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.quantities.interval import Interval, intersect, length, subtract, union

INTERVALS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


def seconds_in(intervals: list[Interval]) -> set[int]:
    """Count by brute force: every second that lies in one of the intervals."""
    return {second for start, end in intervals for second in range(start, end)}


def test_overlapping_and_touching_intervals_join() -> None:
    assert union([(5, 9), (0, 3), (3, 4), (8, 12), (20, 20)]) == [(0, 4), (5, 12)]


def test_what_lies_in_both() -> None:
    assert intersect([(0, 10), (20, 30)], [(5, 22), (28, 40)]) == [(5, 10), (20, 22), (28, 30)]


def test_one_interval_can_be_cut_out_of_several() -> None:
    assert subtract([(0, 10), (20, 30)], [(5, 22), (25, 26)]) == [(0, 5), (22, 25), (26, 30)]


def test_nothing_taken_away_leaves_all() -> None:
    assert subtract([(0, 10)], []) == [(0, 10)]
    assert length([(0, 10), (20, 30)]) == 20


@given(INTERVALS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_union_does_not_depend_on_order(intervals: list[Interval], random: Random) -> None:
    shuffled = list(intervals)
    random.shuffle(shuffled)
    assert union(shuffled) == union(intervals)
    assert seconds_in(union(intervals)) == seconds_in(intervals)


@given(INTERVALS, INTERVALS)
@settings(max_examples=80)
def test_common_and_rest_make_up_the_whole(these: list[Interval], those: list[Interval]) -> None:
    one, other = union(these), union(those)
    common, rest = intersect(one, other), subtract(one, other)
    assert seconds_in(common) == seconds_in(one) & seconds_in(other)
    assert seconds_in(rest) == seconds_in(one) - seconds_in(other)
    assert length(common) + length(rest) == length(one)
    assert union(common + rest) == one

"""Cycles of hard needs: found, and named by a shortest one."""

from itertools import permutations

from given_impact import random_needs
from hypothesis import given, settings

from domestique.impact.cycles import hard_cycles


def pairs_of(text: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[1]) for pair in text.split()]


def test_no_cycle_where_needs_lead_down() -> None:
    assert hard_cycles(pairs_of("AB AC BC CD")) == []
    assert hard_cycles([]) == []


def test_cycle_is_told_in_the_order_of_needs_from_its_first_id() -> None:
    assert hard_cycles(pairs_of("CA BC AB")) == [("A", "B", "C")]


def test_shortest_cycle_of_a_group_is_named_though_it_lacks_the_first_id() -> None:
    assert hard_cycles(pairs_of("AB BC CD DA CE EC")) == [("C", "E")]


def test_each_group_gets_one_cycle() -> None:
    assert hard_cycles(pairs_of("XY YX AB BA BX")) == [("A", "B"), ("X", "Y")]


def test_service_that_needs_itself_is_a_cycle_of_one() -> None:
    assert hard_cycles(pairs_of("AA AB")) == [("A",)]


def test_row_order_and_repeated_rows_change_nothing() -> None:
    rows = pairs_of("AB BC CA BD DB AB")
    assert hard_cycles(rows) == hard_cycles(rows[::-1]) == [("B", "D")]


def test_long_ring_is_found_without_deep_recursion() -> None:
    ring = [(f"{n:04}", f"{(n + 1) % 3000:04}") for n in range(3000)]
    assert len(hard_cycles(ring)[0]) == 3000


@settings(max_examples=40, deadline=None)
@given(random_needs(may_cycle=True))
def test_agrees_with_trying_every_circle(drawn: tuple[str, list[tuple[str, str, bool]]]) -> None:
    """Second way: every ordered choice of up to four services, tried one by one."""
    names, needs = drawn
    pairs = {(service, needed) for service, needed, _ in needs}
    circles = [
        circle
        for length in (1, 2, 3, 4)
        for circle in permutations(names[:6], length)
        if all(step in pairs for step in zip(circle, circle[1:] + circle[:1], strict=True))
    ]
    found = hard_cycles(pairs)
    for cycle in found:
        assert all(step in pairs for step in zip(cycle, cycle[1:] + cycle[:1], strict=True))
        assert cycle[0] == min(cycle)
    assert min(map(len, circles), default=5) >= min(map(len, found), default=5)

"""Several customers' rankings merged into one, and how much the weights matter."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.impact.errors import ServiceWishedTwice, WeightBelowZero
from domestique.impact.wish_merging import TieBreak, Wish, compare_weightings, merge_wishes


def in_order(*wishes: Wish, **tie_breaks: TieBreak) -> list[str]:
    return [wished.service for wished in merge_wishes(wishes, tie_breaks)]


def test_borda_points_by_place() -> None:
    merged = merge_wishes([Wish("C04", ("WEB", "ERP", "HR")), Wish("C05", ("ERP", "WEB", "HR"))])
    assert [(w.service, w.rank, w.points) for w in merged] == [
        ("ERP", 1, 3), ("WEB", 2, 3), ("HR", 3, 0),
    ]  # fmt: skip


def test_weight_decides_between_two_customers() -> None:
    web, erp = Wish("C04", ("WEB", "ERP"), weight=3), Wish("C05", ("ERP", "WEB"), weight=2)
    assert in_order(web, erp) == ["WEB", "ERP"]


def test_services_left_out_share_what_remains() -> None:
    merged = merge_wishes([Wish("C01", ("A",)), Wish("C02", ("A", "B", "C"))])
    assert [(w.service, w.points) for w in merged] == [
        ("A", 4), ("B", Fraction(3, 2)), ("C", Fraction(1, 2)),
    ]  # fmt: skip


def test_equal_points_go_by_level_then_cost_of_delay_then_id() -> None:
    one, other = Wish("C01", ("A", "B", "C", "D")), Wish("C02", ("D", "C", "B", "A"))
    breaks = {"B": TieBreak(2), "C": TieBreak(1, 500), "D": TieBreak(1, 900)}
    assert in_order(one, other) == ["A", "B", "C", "D"]
    assert in_order(one, other, **breaks) == ["D", "C", "B", "A"]


def test_order_under_several_weightings_shows_what_is_robust() -> None:
    wishes = [Wish("C04", ("ERP", "WEB", "HR")), Wish("C08", ("ERP", "HR", "WEB"))]
    shown = compare_weightings(
        wishes, {"money": {"C04": 12, "C08": 1}, "impact level": {"C04": 1, "C08": 3}}
    )
    assert [(rank.service, dict(rank.ranks), rank.is_robust) for rank in shown] == [
        ("ERP", {"money": 1, "impact level": 1}, True),
        ("WEB", {"money": 2, "impact level": 3}, False),
        ("HR", {"money": 3, "impact level": 2}, False),
    ]


def test_service_ranked_twice_is_refused() -> None:
    with pytest.raises(ServiceWishedTwice, match="The wish of C04 ranks WEB twice"):
        merge_wishes([Wish("C04", ("WEB", "ERP", "WEB"))])


def test_negative_weight_is_refused() -> None:
    with pytest.raises(WeightBelowZero, match="weight -1; a weight must be 0 or more"):
        merge_wishes([Wish("C04", ("WEB",), weight=-1)])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from("ABCDE"), unique=True), min_size=1, max_size=5))
def test_every_ranking_gives_out_the_same_points(rankings: list[list[str]]) -> None:
    wishes = [Wish(f"C{n}", tuple(ranking)) for n, ranking in enumerate(rankings)]
    services = {service for ranking in rankings for service in ranking}
    given_out = Fraction(len(services) * (len(services) - 1), 2) * len(wishes)
    assert sum(wished.points for wished in merge_wishes(wishes)) == given_out
    assert merge_wishes(wishes) == merge_wishes(wishes[::-1])

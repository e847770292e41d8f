"""Surveys: CSAT, NPS and change with their doubt, and what stays hidden."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.satisfaction.errors import AnswerOutsideScale
from domestique.satisfaction.surveys.survey import (
    Display,
    groups_to_hide,
    reckon_change,
    reckon_csat,
    reckon_csat_by_group,
    reckon_nps,
)


def answers(satisfied: int, others: int) -> list[int | None]:
    return [5] * satisfied + [3] * others


def test_csat_counts_four_and_five_among_valid_answers() -> None:
    csat = reckon_csat([5, 4, 4, 3, 2, 1, None, None])
    assert (csat.satisfied, csat.answers, csat.share) == (3, 6, Fraction(1, 2))
    assert csat.display is Display.COUNTS


def test_csat_carries_the_wilson_interval() -> None:
    interval = reckon_csat(answers(9, 1)).interval
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.5958, 0.9821)


@pytest.mark.parametrize(
    ("count", "display"),
    [
        (0, Display.HIDDEN),
        (4, Display.HIDDEN),
        (5, Display.COUNTS),
        (29, Display.COUNTS),
        (30, Display.PERCENT),
    ],
)
def test_display_follows_the_number_of_answers(count: int, display: Display) -> None:
    assert reckon_csat(answers(count, 0)).display is display


def test_hidden_result_carries_no_figures() -> None:
    csat = reckon_csat(answers(3, 1))
    assert (csat.satisfied, csat.answers, csat.share, csat.interval) == (None, None, None, None)
    nps = reckon_nps([9, 9, 9])
    assert (nps.promoters, nps.detractors, nps.answers, nps.result) == (None, None, None, None)


def test_named_customers_who_speak_openly_are_shown_when_few() -> None:
    csat = reckon_csat(answers(3, 1), is_open=True)
    assert (csat.display, csat.satisfied, csat.answers) == (Display.COUNTS, 3, 4)
    assert reckon_csat([None], is_open=True).display is Display.HIDDEN


def test_nps_sets_promoters_against_detractors() -> None:
    nps = reckon_nps([10, 9, 9, 9, 9, 8, 7, 6])
    assert (nps.promoters, nps.detractors, nps.answers) == (5, 1, 8)
    assert nps.result is not None
    assert nps.result.score == 50
    assert (round(nps.result.interval.low, 1), round(nps.result.interval.high, 1)) == (-7.4, 80.2)


def test_change_whose_interval_holds_zero_is_not_shown() -> None:
    change = reckon_change(reckon_csat(answers(45, 5)), reckon_csat(answers(40, 12)))
    assert change is not None
    assert round(float(change.difference), 4) == 0.1308
    assert (round(change.interval.low, 4), round(change.interval.high, 4)) == (-0.0164, 0.2730)
    assert not change.is_shown


def test_large_change_is_shown() -> None:
    change = reckon_change(reckon_csat(answers(45, 5)), reckon_csat(answers(20, 30)))
    assert change is not None
    assert change.is_shown


def test_change_against_a_hidden_period_is_not_known() -> None:
    shown, hidden = reckon_csat(answers(9, 3)), reckon_csat(answers(3, 1))
    assert reckon_change(shown, hidden) is None
    assert reckon_change(hidden, shown) is None


@pytest.mark.parametrize("answer", [0, 6])
def test_answer_outside_the_scale_is_refused(answer: int) -> None:
    with pytest.raises(AnswerOutsideScale) as refusal:
        reckon_csat([5, answer])
    assert str(refusal.value) == (
        f"The answer {answer} is not on the scale; it must be from 1 to 5,"
        " or empty for “don't know”."
    )


def test_nps_has_a_scale_from_zero_to_ten() -> None:
    assert reckon_nps([0, 10, 0, 10, 5]).answers == 5
    with pytest.raises(AnswerOutsideScale):
        reckon_nps([11])


def test_complement_of_a_small_group_is_hidden_with_it() -> None:
    assert groups_to_hide({"Race": 17, "Finance": 3}) == {"Race", "Finance"}
    assert groups_to_hide({"Race": 17, "Finance": 3, "People": 6}) == {"Finance", "People"}


def test_two_small_groups_hide_each_other() -> None:
    assert groups_to_hide({"Race": 17, "Finance": 3, "People": 4}) == {"Finance", "People"}


def test_group_that_nobody_answered_for_gives_nothing_away() -> None:
    assert groups_to_hide({"Race": 17, "Finance": 0}) == {"Finance"}


def test_groups_are_shown_or_hidden_beside_a_total() -> None:
    groups = {"Race": answers(8, 4), "Finance": answers(1, 2), "People": [5, 5, 4, 4, 1, None]}
    found = reckon_csat_by_group(groups)
    assert [found[group].display for group in groups] == [
        Display.COUNTS,
        Display.HIDDEN,
        Display.HIDDEN,
    ]
    assert found["Race"].share == Fraction(2, 3)


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12)))
@settings(max_examples=100, deadline=None)
def test_hidden_answers_can_never_be_derived_from_the_total(sizes: dict[str, int]) -> None:
    hidden = groups_to_hide(sizes)
    assert all(count >= 5 for group, count in sizes.items() if group not in hidden)
    derived = sum(sizes.values()) - sum(n for group, n in sizes.items() if group not in hidden)
    assert derived == 0 or derived >= 5 or hidden == set(sizes)

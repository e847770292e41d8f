"""Small, measured, felt: the rules of the register of improvements."""

from __future__ import annotations

import pytest

from domestique.improvement.errors import (
    NotOneOfItsCustomers,
    PartNotUnderstood,
    PartsMissing,
    StillTooBig,
)
from domestique.improvement.improvement_actions import read_parts
from domestique.improvement.register import (
    Effect,
    MeasuredEffect,
    measured_effect,
    why_not_asked,
    why_not_split,
)
from domestique.quantities.errors import refuse

BILL = Effect("done", 4, "14", "4", ("C07", "C12"), ("C07",), ("C12",))


@pytest.mark.parametrize(
    ("effect", "too_big"),
    [
        (Effect("proposed", 4), False),
        (Effect("proposed", 5), True),
        (Effect("done", 5), False),
        (Effect("proposed", 5, is_split=True), False),
        (Effect("proposed"), False),
    ],
)
def test_more_than_four_weeks_is_too_big_while_it_is_ahead(effect, too_big):
    assert effect.is_too_big is too_big


def test_measured_effect_counts_what_is_done():
    started = Effect("started", 2, "0", "12")
    blind = Effect("done", 2, "", "0", ("C01",))
    whole = Effect("done", 8, "1", "2", is_split=True)
    assert measured_effect([BILL, started, blind, whole]) == MeasuredEffect(2, 1, 1)


def test_who_has_not_been_asked():
    assert BILL.not_asked == ()
    assert Effect("done", customers=("C01", "C02"), felt_by=("C02",)).not_asked == ("C01",)


@pytest.mark.parametrize(
    ("weeks", "refusal"),
    [([], PartsMissing), ([3], PartsMissing), ([3, 5], StillTooBig), ([0, 2], StillTooBig)],
)
def test_a_split_makes_two_small_steps_at_least(weeks, refusal):
    with pytest.raises(refusal):
        refuse(why_not_split(weeks))
    refuse(why_not_split([3, 2]))


def test_parts_are_read_line_by_line():
    assert read_parts("Order scanners, 2\n\nSwap them, hall by hall, 3 ") == [
        ("Order scanners", 2),
        ("Swap them, hall by hall", 3),
    ]
    with pytest.raises(PartNotUnderstood, match="“Order scanners” is not a part"):
        read_parts("Order scanners")


def test_only_those_it_is_for_are_asked():
    with pytest.raises(NotOneOfItsCustomers, match="C07, C12"):
        refuse(why_not_asked("C01", BILL, "A bill on one page"))

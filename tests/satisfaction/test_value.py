"""What a service is worth against what it costs: the table of docs/calculations/value-and-willingness.md."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domestique.quantities.errors import refuse
from domestique.satisfaction.errors import ScoreOutsideScale
from domestique.satisfaction.value import (
    Advice,
    advice_for,
    dear_from,
    why_not_score,
    willingness_gap,
)

CHEAP, DEAR = Fraction(100), Fraction(900)


@pytest.mark.parametrize(
    ("score", "charge", "advice"),
    [
        (5, DEAR, "keep"),
        (4, DEAR, "keep"),
        (5, CHEAP, "grow"),
        (4, CHEAP, "grow"),
        (3, DEAR, "renegotiate"),
        (3, CHEAP, "keep"),
        (2, DEAR, "renegotiate"),
        (1, DEAR, "renegotiate"),
        (2, CHEAP, "drop?"),
        (1, CHEAP, "drop?"),
        (None, DEAR, "ask"),
        (5, None, "ask"),
    ],
)
def test_word_where_value_and_cost_meet(score, charge, advice):
    assert advice_for(score, charge, Fraction(500)) == Advice(advice)


def test_willingness_gap_is_ceiling_minus_price():
    assert willingness_gap(Decimal(40000), Decimal(34300)) == Decimal(5700)
    assert willingness_gap(Decimal(2500), Decimal(9800)) == Decimal(-7300)


@pytest.mark.parametrize(("ceiling", "price"), [(None, Decimal(1)), (Decimal(1), None)])
def test_gap_is_not_known_when_one_of_them_is_not(ceiling, price):
    assert willingness_gap(ceiling, price) is None


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_half_of_the_services_are_dear(charges):
    dear = dear_from(map(Fraction, charges))
    assert dear == Fraction(median(map(Fraction, charges)))
    assert 2 * sum(charge >= dear for charge in charges) >= len(charges)


def test_what_is_not_charged_does_not_say_what_is_dear():
    assert dear_from([None, Fraction(3), None]) == 3
    assert dear_from([None]) is None


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_score_is_one_to_five(score):
    with pytest.raises(ScoreOutsideScale, match="from 1, very little, to 5"):
        refuse(why_not_score(score))

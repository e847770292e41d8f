"""The vectors of measurement, section 1, and what must hold for any counts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from domestique.quantities.errors import CountsDoNotFit
from domestique.quantities.statistics import (
    ConfidenceInterval,
    Stratum,
    bounds_of_share,
    finite_population_factor,
    net_promoter_score,
    newcombe_change,
    weighted_share,
    wilson_interval,
)


def rounded(interval: ConfidenceInterval, decimals: int) -> tuple[float, float]:
    """Return an interval as a table shows it."""
    return round(interval.low, decimals), round(interval.high, decimals)


@pytest.mark.parametrize(
    ("positive", "answers", "low", "high"),
    [
        (9, 10, 0.5958, 0.9821),
        (10, 10, 0.7225, 1),
        (0, 5, 0, 0.4345),
        (3, 4, 0.3006, 0.9544),
        (7, 12, 0.3195, 0.8067),
        (45, 50, 0.7864, 0.9565),
        (180, 200, 0.8506, 0.9343),
    ],
)
def test_wilson_interval(positive: int, answers: int, low: float, high: float) -> None:
    assert rounded(wilson_interval(positive, answers), 4) == (low, high)


@pytest.mark.parametrize(
    ("later", "earlier", "difference", "low", "high"),
    [
        ((45, 50), (40, 52), 0.1308, -0.0164, 0.2730),
        ((9, 12), (7, 11), 0.1136, -0.2394, 0.4389),
    ],
)
def test_change_is_not_shown_while_zero_is_inside(
    later: tuple[int, int], earlier: tuple[int, int], difference: float, low: float, high: float
) -> None:
    change = newcombe_change(later, earlier)
    assert round(float(change.difference), 4) == difference
    assert rounded(change.interval, 4) == (low, high)
    assert not change.is_shown


def test_change_is_shown_when_zero_is_outside() -> None:
    assert newcombe_change((180, 200), (120, 200)).is_shown
    assert newcombe_change((120, 200), (180, 200)).is_shown


@pytest.mark.parametrize(
    ("promoters", "detractors", "answers", "score", "low", "high"),
    [
        (5, 1, 8, 50.0, -7.4, 80.2),
        (6, 2, 12, 33.3, -11.3, 64.6),
        (20, 10, 50, 20.0, -1.3, 39.0),
        (3, 0, 3, 100.0, -6.6, 100),
        (100, 50, 250, 20.0, 10.5, 29.0),
    ],
)
def test_net_promoter_score(
    promoters: int, detractors: int, answers: int, score: float, low: float, high: float
) -> None:
    net = net_promoter_score(promoters, detractors, answers)
    assert round(float(net.score), 1) == score
    assert rounded(net.interval, 1) == (low, high)


def test_bounds_tell_what_the_silent_could_change() -> None:
    low, high = bounds_of_share(7, 9, 12)
    assert (low, high) == (Fraction(7, 12), Fraction(10, 12))
    assert (round(float(low) * 100, 1), round(float(high) * 100, 1)) == (58.3, 83.3)


@pytest.mark.parametrize(
    ("answers", "population", "factor"),
    [(8, 12, 0.6030), (20, 40, 0.7161), (5, 30, 0.9285), (12, 12, 0), (1, 1, 0)],
)
def test_finite_population_factor(answers: int, population: int, factor: float) -> None:
    assert round(finite_population_factor(answers, population), 4) == factor


def test_uneven_answers_are_weighted_by_the_size_of_the_group() -> None:
    strata = [Stratum(210, 30, 24), Stratum(38, 20, 10), Stratum(64, 10, 9)]
    plain = Fraction(sum(group.positive for group in strata), sum(g.answers for g in strata))
    assert round(float(plain), 4) == 0.7167
    assert round(float(weighted_share(strata)), 4) == 0.7840


@pytest.mark.parametrize(("part", "whole"), [(6, 5), (-1, 5), (0, 0)])
def test_counts_that_do_not_fit_are_refused(part: int, whole: int) -> None:
    with pytest.raises(CountsDoNotFit, match=f"{part} of {whole} is not a share"):
        wilson_interval(part, whole)


def test_other_counts_that_do_not_fit_are_refused() -> None:
    with pytest.raises(CountsDoNotFit):
        net_promoter_score(3, 3, 5)
    with pytest.raises(CountsDoNotFit):
        bounds_of_share(5, 4, 12)
    with pytest.raises(CountsDoNotFit):
        weighted_share([Stratum(10, 0, 0)])


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@settings(max_examples=40)
def test_wilson_agrees_with_scipy(counts: tuple[int, int]) -> None:
    ours = wilson_interval(*counts)
    theirs = binomtest(*counts).proportion_ci(method="wilson")
    assert ours.low == pytest.approx(theirs.low, abs=1e-6)
    assert ours.high == pytest.approx(theirs.high, abs=1e-6)

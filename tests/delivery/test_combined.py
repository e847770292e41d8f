"""Expected availability of chains (vectors of measurement 2.2)."""

from __future__ import annotations

from fractions import Fraction

from domestique.delivery.combined import in_parallel, in_series
from domestique.quantities.rounding import round_half_even


def test_a_chain_is_weaker_than_each_of_its_links() -> None:
    links = [Fraction("0.999"), Fraction("0.998"), Fraction("0.9995")]
    assert str(round_half_even(in_series(links), 6)) == "0.996503"


def test_two_side_by_side_are_stronger_than_one() -> None:
    assert in_parallel([Fraction("0.98"), Fraction("0.98")]) == Fraction("0.9996")


def test_nothing_needed_is_always_up_and_nothing_at_all_never() -> None:
    assert in_series([]) == 1
    assert in_parallel([]) == 0

"""Amounts of a list are shown in one unit and add up to the total that is shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domestique.quantities.sentence import Sentence
from domestique.telling.briefly import adding_up


def lines_of(amounts: list[Decimal]) -> list[list[int]]:
    """Return one line for each amount, and the total last."""
    return [*([i] for i in range(len(amounts))), list(range(len(amounts)))]


def shown(said: list[Sentence]) -> list[Fraction]:
    """Return the numbers of what is said."""
    return [Fraction(dict(one.values)["amount"]) for one in said]


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ([1_740_400, 430_400, 1_200_400], ["1741 kSEK", "430 kSEK", "1200 kSEK", "3371 kSEK"]),
        ([30_000], ["30 kSEK", "30 kSEK"]),
        ([10_000_000, 300], ["10000000 SEK", "300 SEK", "10000300 SEK"]),
        ([500, Decimal("0.25")], ["500.00 SEK", "0.25 SEK", "500.25 SEK"]),
        ([150_040_000, 149_980_000], ["150.0 MSEK", "150.0 MSEK", "300.0 MSEK"]),
        ([], ["0 SEK"]),
    ],
)
def test_unit_follows_the_size_of_the_whole_and_what_is_least(amounts, said):
    assert [str(one) for one in adding_up(amounts, lines_of(amounts), "SEK")] == said


@given(st.lists(st.integers(-(10**13), 10**13), max_size=12), st.integers(0, 12))
def test_what_is_shown_adds_up_and_what_is_not_nothing_is_not_shown_as_nothing(minor, small):
    amounts = [
        Decimal(one).scaleb(-2 - 5 * (i < small)).quantize(Decimal("0.01"))
        for i, one in enumerate(minor)
    ]
    said = adding_up(amounts, lines_of(amounts), "SEK")
    *parts, total = shown(said)

    assert sum(parts) == total
    assert [bool(part) for part in parts] == [bool(amount) for amount in amounts]
    assert len({one.text for one in said}) == 1


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=12))
def test_no_part_is_further_off_than_one_step(minor):
    amounts = [Decimal(one).scaleb(-2) for one in minor]
    said = adding_up(amounts, lines_of(amounts), "SEK")
    worth = {"M": 1_000_000, "k": 1000}.get(said[0].text[len("%(amount)s ") :][:1], 1)

    assert all(
        abs(part * worth - Fraction(amount)) <= worth
        for part, amount in zip(shown(said), amounts, strict=False)
    )

"""Rounding a table so that it adds up in both directions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.costing.pool_rounding import round_table

ERP, WEB, PRINT = [105, 204], [77, 54], [8, 2]  # tenths of a minor unit


def test_documented_table_rounds_as_written() -> None:
    assert round_table([ERP, WEB, PRINT], 10, [19, 26]) == [[10, 21], [8, 5], [1, 0]]


def test_pools_that_no_service_shares_are_corrected_by_themselves() -> None:
    only_hardware, only_labour = [5, 0], [0, 5]

    rounded = round_table([only_hardware, only_hardware, only_labour, only_labour], 10, [1, 1])
    assert rounded == [[1, 0], [0, 0], [0, 1], [0, 0]]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[int]], list[int]]:
    """Draw amounts in hundredths, with one row that makes each column whole."""
    width = draw(st.integers(1, 4))
    row = st.lists(st.integers(-500, 500), min_size=width, max_size=width)
    rows = draw(st.lists(row, min_size=1, max_size=12))
    totals = [-(-sum(column) // 100) for column in zip(*rows, strict=True)]
    closing = [
        total * 100 - sum(column)
        for total, column in zip(totals, zip(*rows, strict=True), strict=True)
    ]
    return [*rows, closing], totals


@settings(max_examples=80, deadline=None)
@given(tables())
def test_any_table_adds_up_and_no_amount_moves_a_whole_unit(
    table: tuple[list[list[int]], list[int]],
) -> None:
    exact, totals = table

    rounded = round_table(exact, 100, totals)
    assert [sum(column) for column in zip(*rounded, strict=True)] == totals
    pairs = [
        pair
        for ours, theirs in zip(rounded, exact, strict=True)
        for pair in zip(ours, theirs, strict=True)
    ]
    assert all(abs(whole * 100 - amount) < 100 for whole, amount in pairs)

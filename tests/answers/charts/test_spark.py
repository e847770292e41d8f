"""Sparklines: level when nothing changes, with gaps where nothing is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domestique.web.pictures.spark import TALL, WIDE, draw_spark


def test_rising_values_rise():
    spark = draw_spark([100, 200])
    assert spark.paths == ("M2.5 15.5L69.5 2.5",)
    assert (spark.dot, spark.is_open) == ((69.5, 2.5), False)


def test_steady_values_are_a_level_line():
    assert draw_spark([500, 500, 500]).paths == ("M2.5 9L36 9L69.5 9",)


def test_gap_breaks_the_line():
    spark = draw_spark([1000, 1000, None, 1000, 1000])
    assert len(spark.paths) == 2


def test_unknown_newest_month_leaves_the_dot_open():
    assert draw_spark([1000, 1000, None]).is_open


@pytest.mark.parametrize("values", [[], [1], [None, 5, None], [None, None]])
def test_one_value_is_no_line(values):
    assert draw_spark(values) is None


@given(st.lists(st.none() | st.integers(-(10**9), 10**9), min_size=2, max_size=13))
def test_line_stays_in_its_place(values):
    spark = draw_spark(values)
    if spark is not None:
        x, y = spark.dot
        assert 0 <= x <= WIDE
        assert 0 <= y <= TALL


def test_customer_sees_thirteen_months_at_most_per_service(read, db, demo):
    lines = read("/customers/C04/").select("#services svg.trend")
    assert len(lines) == 20  # the first twenty services; the rest are a link away
    assert all(not line.find(style=True) for line in lines)

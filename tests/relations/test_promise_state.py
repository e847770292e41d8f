"""Promises: given, due, kept, late, taken back; and how many were kept in time (K14)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from domestique.relations.meetings.promise_state import (
    GivenPromise,
    PromiseState,
    promise_state,
    promises_kept,
)

TODAY = date(2026, 11, 21)
GIVEN = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("due", "kept", "back", "state"),
    [
        (date(2026, 11, 20), None, None, PromiseState.LATE),
        (date(2026, 11, 21), None, None, PromiseState.DUE),
        (date(2026, 11, 28), None, None, PromiseState.DUE),
        (date(2026, 11, 29), None, None, PromiseState.OPEN),
        (None, None, None, PromiseState.OPEN),
        (date(2026, 11, 10), date(2026, 11, 10), None, PromiseState.KEPT),
        (date(2026, 11, 10), date(2026, 11, 16), None, PromiseState.KEPT_LATE),
        (None, date(2026, 11, 16), None, PromiseState.KEPT),
        (date(2026, 11, 10), None, date(2026, 11, 1), PromiseState.TAKEN_BACK),
        (date(2026, 11, 10), date(2026, 12, 1), None, PromiseState.LATE),
    ],
)
def test_promise_stands_where_its_days_say(due, kept, back, state):
    assert promise_state(GivenPromise("PR1", GIVEN, due, kept, back), TODAY) is state


def test_kept_in_time_is_held_against_what_was_due():
    promises = [
        GivenPromise("in-time", GIVEN, date(2026, 11, 10), date(2026, 11, 9)),
        GivenPromise("late", GIVEN, date(2026, 11, 10), date(2026, 11, 16)),
        GivenPromise("forgotten", GIVEN, date(2026, 11, 10)),
        GivenPromise("not-due-yet", GIVEN, date(2026, 11, 21)),
        GivenPromise("kept-early", GIVEN, date(2026, 12, 1), date(2026, 11, 1)),
        GivenPromise("without-day", GIVEN, None, date(2026, 11, 1)),
    ]
    kept = promises_kept(promises, TODAY)
    assert kept.ids == ("in-time", "late", "forgotten", "kept-early")
    assert kept.share == Fraction(2, 4)


def test_taken_back_in_time_was_not_due_any_more_but_too_late_it_was():
    in_time = GivenPromise("a", GIVEN, date(2026, 11, 10), None, date(2026, 11, 1))
    too_late = GivenPromise("b", GIVEN, date(2026, 11, 10), None, date(2026, 11, 15))
    assert promises_kept([in_time, too_late], TODAY).ids == ("b",)


def test_nothing_due_is_not_known_and_never_all_kept():
    assert promises_kept([], TODAY).share is None


def test_a_promise_of_the_very_day_counts_and_one_given_later_does_not():
    day = date(2026, 11, 1)
    one = GivenPromise("a", day, day, day)
    assert promises_kept([one], day).ids == ("a",)
    assert promises_kept([one], day - timedelta(days=1)).ids == ()

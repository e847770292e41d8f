"""How far a complaint has come, when it waits for us, and what may be done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domestique.calendars.queries import holidays_until
from domestique.quantities.errors import refuse
from domestique.satisfaction.complaint_state import (
    ComplaintFacts,
    is_left_unsatisfied,
    is_open_long,
    is_unacknowledged,
    state_of,
    why_not_close,
    why_not_judge,
    why_not_step,
    working_days_since,
)
from domestique.satisfaction.errors import AnswerComesFirst, ClosedAlready, NotSatisfiedYet

NO_HOLIDAYS: frozenset[date] = frozenset()
FRIDAY = date(2026, 11, 20)
RECEIVED = ComplaintFacts(FRIDAY)


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ({}, "received"),
        ({"acknowledged_on": FRIDAY}, "acknowledged"),
        ({"cause": "a switch"}, "cause found"),
        ({"answered_on": FRIDAY}, "answered"),
        ({"answered_on": FRIDAY, "is_satisfied": False}, "not satisfied"),
        ({"answered_on": FRIDAY, "is_satisfied": False, "is_escalated": True}, "escalated"),
        ({"answered_on": FRIDAY, "is_satisfied": True}, "satisfied"),
        ({"closed_on": FRIDAY}, "closed"),
    ],
)
def test_state_is_the_furthest_step(done, state):
    assert state_of(replace(RECEIVED, **done)) == state


@pytest.mark.parametrize(
    ("today", "days", "late"),
    [
        (date(2026, 11, 20), 0, False),
        (date(2026, 11, 22), 0, False),
        (date(2026, 11, 23), 1, False),
        (date(2026, 11, 24), 2, True),
    ],
)
def test_a_weekend_is_no_working_day(today, days, late):
    assert working_days_since(FRIDAY, today, NO_HOLIDAYS) == days
    assert is_unacknowledged(RECEIVED, today, NO_HOLIDAYS) is late


@pytest.mark.parametrize(
    ("country", "today", "late"),
    [
        ("SE", date(2026, 12, 28), False),
        ("SE", date(2026, 12, 29), True),
        ("SA", date(2026, 12, 28), True),
        ("ZZ", date(2026, 12, 28), True),
    ],
)
def test_a_public_holiday_of_the_country_is_no_working_day(country, today, late):
    on_christmas_eve = ComplaintFacts(date(2026, 12, 24))
    assert is_unacknowledged(on_christmas_eve, today, holidays_until(country, today)) is late


def test_holidays_reach_over_the_turn_of_the_year():
    holidays = holidays_until("FI", date(2027, 1, 2))
    assert {date(2026, 12, 25), date(2027, 1, 1)} <= holidays


def test_who_is_not_satisfied_is_heard_one_step_up():
    unhappy = replace(RECEIVED, answered_on=FRIDAY, is_satisfied=False)
    assert is_left_unsatisfied(unhappy)
    assert not is_left_unsatisfied(replace(unhappy, is_escalated=True))


def test_open_for_more_than_thirty_days():
    assert not is_open_long(RECEIVED, date(2026, 12, 20))
    assert is_open_long(RECEIVED, date(2026, 12, 21))
    assert not is_open_long(replace(RECEIVED, closed_on=date(2026, 12, 19)), date(2027, 1, 30))


def test_nothing_is_done_with_what_is_closed():
    with pytest.raises(ClosedAlready, match="K1 was closed on 2026-11-20"):
        refuse(why_not_step(replace(RECEIVED, closed_on=FRIDAY), "K1"))


def test_she_is_asked_after_she_was_answered():
    with pytest.raises(AnswerComesFirst, match="answer it first"):
        refuse(why_not_judge(RECEIVED, "K1"))
    refuse(why_not_judge(replace(RECEIVED, answered_on=FRIDAY), "K1"))


@pytest.mark.parametrize("said", [None, False])
def test_only_what_satisfies_or_is_escalated_is_closed(said):
    answered = replace(RECEIVED, answered_on=FRIDAY, is_satisfied=said)
    with pytest.raises(NotSatisfiedYet, match="Ask, or escalate it"):
        refuse(why_not_close(answered, "K1"))
    refuse(why_not_close(replace(answered, is_escalated=True), "K1"))
    refuse(why_not_close(replace(answered, is_satisfied=True), "K1"))

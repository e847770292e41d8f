"""When the next meeting is due: so many weeks after the last; never held is overdue."""

from __future__ import annotations

from datetime import date

from domestique.relations.meetings.cadence import Held, Rhythm, next_due

TODAY = date(2026, 11, 21)


def test_next_is_due_so_many_weeks_after_the_last():
    due = next_due(5, [Held(date(2026, 9, 1)), Held(date(2026, 10, 22))], TODAY)
    assert due.due_on == date(2026, 11, 26)
    assert due.rhythm is Rhythm.NOT_YET_DUE


def test_late_by_the_days_since_it_was_due():
    due = next_due(13, [Held(date(2026, 5, 20))], TODAY)
    assert (due.rhythm, due.late_days) == (Rhythm.OVERDUE, 94)


def test_never_held_is_overdue_by_nobody_knows_how_much():
    due = next_due(13, [], TODAY)
    assert (due.rhythm, due.late_days, due.is_overdue) == (Rhythm.OVERDUE, None, True)


def test_planned_in_time_or_later_than_due():
    held = Held(date(2026, 10, 22))
    assert next_due(5, [held, Held(None, date(2026, 11, 26))], TODAY).rhythm is Rhythm.PLANNED
    late = next_due(5, [held, Held(None, date(2026, 11, 27))], TODAY)
    assert late.rhythm is Rhythm.PLANNED_LATE


def test_plan_that_has_passed_without_being_held_plans_nothing():
    assert next_due(5, [Held(None, date(2026, 11, 20))], TODAY).rhythm is Rhythm.OVERDUE

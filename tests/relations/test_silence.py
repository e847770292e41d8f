"""Silence: days since both sides spoke; never spoken with is an alarm too."""

from __future__ import annotations

from datetime import date

from domestique.relations.meetings.silence import Spoke, silence_on

TODAY = date(2026, 11, 21)


def test_days_run_from_last_contact_in_which_both_spoke():
    calls = [Spoke(date(2026, 10, 1), is_two_way=True), Spoke(date(2026, 11, 10), is_two_way=True)]
    silence = silence_on(TODAY, calls)
    assert silence.days == 11
    assert not silence.is_alarming


def test_message_without_answer_breaks_no_silence():
    contacts = [
        Spoke(date(2026, 9, 1), is_two_way=True),
        Spoke(date(2026, 11, 20), is_two_way=False),
    ]
    silence = silence_on(TODAY, contacts)
    assert silence.days == 81
    assert silence.is_alarming
    assert silence.tried_on == date(2026, 11, 20)


def test_never_spoken_with_is_not_known_and_alarming():
    silence = silence_on(TODAY, [Spoke(date(2026, 8, 12), is_two_way=False)])
    assert silence.days is None
    assert silence.is_alarming


def test_forty_five_days_are_the_last_that_raise_no_alarm():
    assert not silence_on(TODAY, [Spoke(date(2026, 10, 7), is_two_way=True)]).is_alarming
    assert silence_on(TODAY, [Spoke(date(2026, 10, 6), is_two_way=True)]).is_alarming


def test_contact_after_the_day_says_nothing_about_it():
    assert silence_on(TODAY, [Spoke(date(2026, 11, 22), is_two_way=True)]).days is None

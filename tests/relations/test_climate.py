"""The climate stays five ingredients, each with its reading, rows and trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domestique.quantities.figure import Source
from domestique.relations.climate import Complained, Felt, KnownOfRelationship, climate
from domestique.relations.meetings.meeting_mood import FeltMeeting, Turn
from domestique.relations.meetings.promise_state import GivenPromise
from domestique.relations.meetings.silence import ALARM_DAYS, Spoke

TODAY = date(2026, 11, 21)
NOTHING = KnownOfRelationship(TODAY, Felt("unknown", None), Felt("unknown", None), [], [], [], [])


def test_five_ingredients_always_in_the_same_order():
    names = [str(one.name) for one in climate(NOTHING)]
    assert names == [
        "How she feels",
        "When we last spoke",
        "Promises kept",
        "Complaints",
        "How meetings feel",
    ]


def test_nothing_known_is_said_so_and_never_good():
    states = [one.state for one in climate(NOTHING)]
    assert states == ["unknown", "missed", "unknown", "met", "unknown"]
    assert str(climate(NOTHING)[2].reading) == "None has been due yet"


def test_sentiment_is_read_with_its_age_and_compared_with_three_months_ago():
    source = Source("pulses", "C04 2026-11-10 Samira Haddad")
    felt = Felt("negative", 11, (source,))
    now = climate(replace(NOTHING, felt=felt, felt_before=Felt("neutral", 3)))[0]
    assert (now.state, now.turn, now.sources) == ("missed", Turn.WORSE, (source,))
    assert str(now.reading) == "Not satisfied, said 11 days ago"


def test_contact_age_turns_with_the_silence():
    contacts = [
        Spoke(date(2026, 6, 1), is_two_way=True, id="CT1"),
        Spoke(date(2026, 11, 20), is_two_way=True, id="CT2"),
    ]
    now = climate(replace(NOTHING, contacts=contacts))[1]
    assert (now.state, now.turn) == ("met", Turn.BETTER)
    assert now.sources == (Source("contacts", "CT2"),)


def test_promises_are_counted_and_name_their_rows():
    given = date(2026, 10, 1)
    promises = [
        GivenPromise("PR1", given, date(2026, 11, 1), date(2026, 11, 1)),
        GivenPromise("PR2", given, date(2026, 11, 1)),
    ]
    now = climate(replace(NOTHING, promises=promises))[2]
    assert (now.state, str(now.reading)) == ("near", "1 of 2 kept in time")
    assert [source.id for source in now.sources] == ["PR1", "PR2"]


def test_open_complaint_is_worse_than_none_three_months_ago():
    complaints = [
        Complained("K1", date(2026, 10, 12)),
        Complained("K2", date(2026, 7, 2), date(2026, 7, 10)),
    ]
    now = climate(replace(NOTHING, complaints=complaints))[3]
    assert (now.state, str(now.reading), now.turn) == ("missed", "1 is open", Turn.WORSE)


def test_worse_side_of_the_last_meeting_is_read():
    meetings = [FeltMeeting("MT1", "follow-up", date(2026, 10, 22), "accusing", "neutral")]
    now = climate(replace(NOTHING, meetings=meetings))[4]
    assert now.state == "missed"
    assert str(now.reading) == "Accusing on 2026-10-22, to the side that felt worse"


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "met"), (30, "met"), (31, "near"), (ALARM_DAYS, "near"), (ALARM_DAYS + 1, "missed")],
)
def test_silence_is_near_after_a_month_and_missed_after_the_alarm(days, state):
    spoke = [Spoke(TODAY - timedelta(days=days), is_two_way=True, id="CT1")]
    found = climate(replace(NOTHING, contacts=spoke))[1]
    assert found.state == state
    assert str(found.reading).startswith(f"Spoken with {days} day")
    assert [source.id for source in found.sources] == ["CT1"]


def test_a_contact_just_as_old_as_the_comparison_is_compared():
    before = Spoke(TODAY - timedelta(days=91), is_two_way=True)
    assert climate(replace(NOTHING, contacts=[before]))[1].turn is Turn.WORSE
    later = replace(before, day=TODAY - timedelta(days=90))
    assert climate(replace(NOTHING, contacts=[later]))[1].turn is Turn.UNKNOWN


@pytest.mark.parametrize(
    ("felt", "reading", "state"),
    [
        (Felt("positive", None), "Satisfied", "met"),
        (Felt("mixed", 0), "Of two minds, said 0 days ago", "near"),
        (Felt("neutral", 5), "Neither satisfied nor dissatisfied, said 5 days ago", "near"),
        (Felt("unknown", 120), "Last said anything 120 days ago: not known", "unknown"),
        (Felt("unknown", None), "Not known", "unknown"),
    ],
)
def test_each_feeling_reads_in_words(felt, reading, state):
    found = climate(replace(NOTHING, felt=felt))[0]
    assert (str(found.reading), found.state) == (reading, state)


OLD = date(2026, 6, 1)
NEW = date(2026, 11, 1)
IN_TIME, LATE = GivenPromise("A", OLD, OLD, OLD), GivenPromise("B", OLD, OLD, date(2026, 6, 2))
NOW_IN_TIME, NOW_LATE = (
    GivenPromise("C", NEW, NEW, NEW),
    GivenPromise("D", NEW, NEW, date(2026, 11, 2)),
)


@pytest.mark.parametrize(
    ("promises", "state", "turn"),
    [
        ([IN_TIME, NOW_IN_TIME], "met", Turn.SAME),
        ([LATE, NOW_IN_TIME], "near", Turn.BETTER),
        ([IN_TIME, NOW_LATE], "near", Turn.WORSE),
        ([LATE, NOW_LATE], "missed", Turn.SAME),
        ([NOW_IN_TIME], "met", Turn.UNKNOWN),
        ([NOW_LATE], "missed", Turn.UNKNOWN),
    ],
)
def test_promises_turn_against_those_of_three_months_ago(promises, state, turn):
    found = climate(replace(NOTHING, promises=promises))[2]
    assert (found.state, found.turn) == (state, turn)


@pytest.mark.parametrize(
    ("received", "closed", "is_open"),
    [(0, None, True), (1, None, False), (-9, 0, False), (-9, 1, True)],
)
def test_a_complaint_is_open_from_the_day_it_came_until_the_day_it_was_closed(
    received, closed, is_open
):
    ends = None if closed is None else TODAY + timedelta(days=closed)
    one = Complained("K1", TODAY + timedelta(days=received), ends)
    found = climate(replace(NOTHING, complaints=[one]))[3]
    assert (found.state == "missed") is is_open
    assert [source.id for source in found.sources] == (["K1"] if is_open else [])


@pytest.mark.parametrize(
    ("business", "it", "state", "reading"),
    [
        ("creative", "creative", "met", "Creative on 2026-10-22, to both sides"),
        ("neutral", "creative", "near", "Neutral on 2026-10-22, to the side that felt worse"),
        ("", "creative", "met", "Creative on 2026-10-22, to the one side that said"),
        ("accusing", "", "missed", "Accusing on 2026-10-22, to the one side that said"),
        ("", "", "unknown", "Nobody has said"),
    ],
)
def test_the_last_meeting_reads_as_the_worse_side_felt(business, it, state, reading):
    felt = [FeltMeeting("MT1", "follow-up", date(2026, 10, 22), business, it)]
    found = climate(replace(NOTHING, meetings=felt))[4]
    assert (found.state, str(found.reading)) == (state, reading)


def test_a_meeting_of_today_counts_and_one_of_tomorrow_does_not():
    felt = [FeltMeeting("MT1", "follow-up", TODAY, "creative", "")]
    assert climate(replace(NOTHING, meetings=felt))[4].state == "met"
    ahead = [replace(felt[0], held_on=TODAY + timedelta(days=1))]
    assert climate(replace(NOTHING, meetings=ahead))[4].state == "unknown"

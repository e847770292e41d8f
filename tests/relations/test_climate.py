"""The climate stays five ingredients, each with its reading, rows and trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domestique.quantities.figure import Source
from domestique.relations.climate import Complained, Felt, Known, climate
from domestique.relations.meetings.meeting_mood import FeltMeeting, Turn
from domestique.relations.meetings.promise_state import Given
from domestique.relations.meetings.silence import Spoke

TODAY = date(2026, 11, 21)
NOTHING = Known(TODAY, Felt("unknown", None), Felt("unknown", None), [], [], [], [])


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
        Given("PR1", given, date(2026, 11, 1), date(2026, 11, 1)),
        Given("PR2", given, date(2026, 11, 1)),
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

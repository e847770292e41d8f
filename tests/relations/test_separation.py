"""Two kinds of meeting kept apart, and how often they were (R10, K12)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domestique.relations.choices import ItemKind
from domestique.relations.choices import MeetingKind as Kind
from domestique.relations.meetings.separation import (
    ANYWHERE,
    BACKWARD,
    FORWARD,
    HeldMeeting,
    is_misplaced,
    kinds_for,
    meeting_for,
    separation,
)


@pytest.mark.parametrize("kind", BACKWARD)
def test_what_was_delivered_belongs_to_the_follow_up(kind):
    assert meeting_for(kind) == Kind.FOLLOW_UP
    assert is_misplaced(kind, Kind.DIALOGUE)
    assert not is_misplaced(kind, Kind.FOLLOW_UP)


@pytest.mark.parametrize("kind", FORWARD)
def test_what_is_to_change_belongs_to_the_dialogue(kind):
    assert meeting_for(kind) == Kind.DIALOGUE
    assert is_misplaced(kind, Kind.FOLLOW_UP)
    assert not is_misplaced(kind, Kind.DIALOGUE)


def test_teams_own_meeting_takes_anything_and_anything_takes_an_action():
    assert not any(is_misplaced(kind, Kind.TEAM) for kind in (*BACKWARD, *FORWARD))
    assert not any(is_misplaced(kind, Kind.DIALOGUE) for kind in ANYWHERE)


def test_rule_knows_every_kind_the_tables_know():
    assert {*FORWARD, *BACKWARD, *ANYWHERE} == set(ItemKind.values)
    assert set(kinds_for(Kind.TEAM)) == set(ItemKind.values)


def test_rate_counts_meetings_with_customers_free_of_the_others_items():
    held = [
        HeldMeeting("a", Kind.DIALOGUE, ("goal", "action")),
        HeldMeeting("b", Kind.DIALOGUE, ("idea", "statistics")),
        HeldMeeting("c", Kind.FOLLOW_UP, ("breach",)),
        HeldMeeting("d", Kind.TEAM, ("statistics", "new need")),
    ]
    found = separation(held)
    assert found.share == Fraction(2, 3)
    assert found.mixed == ("b",)


def test_no_meeting_held_is_not_known():
    assert separation([]).share is None

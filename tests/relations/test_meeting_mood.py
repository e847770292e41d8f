"""How dialogues feel, and gentle advice when they sour."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.relations.choices import MeetingKind
from domestique.relations.meetings.meeting_mood import FeltMeeting, Turn, advice, known_last


def felt(day: int, business: str, it: str, kind: str = MeetingKind.DIALOGUE) -> FeltMeeting:
    return FeltMeeting(f"MT{day}", kind, date(2026, 10, day), business, it)


def test_worse_side_counts_and_is_compared_with_the_meeting_before():
    last, turn = known_last([felt(1, "creative", "creative"), felt(20, "neutral", "creative")])
    assert last.id == "MT20"
    assert turn is Turn.WORSE


def test_meeting_nobody_told_the_mood_of_is_passed_over():
    last, turn = known_last([felt(1, "neutral", ""), felt(20, "", "")])
    assert (last.id, turn) == ("MT1", Turn.UNKNOWN)


@pytest.mark.parametrize(
    ("meetings", "words"),
    [
        ([felt(1, "accusing", "neutral")], "felt accusing"),
        ([felt(1, "creative", "creative"), felt(9, "neutral", "neutral")], "less creative"),
        ([felt(1, "neutral", "neutral"), felt(9, "creative", "neutral")], "did not feel"),
    ],
)
def test_dialogue_that_sours_is_advised_about(meetings, words):
    assert words in str(advice(meetings))


def test_hard_follow_up_and_good_dialogue_need_no_advice():
    assert advice([felt(1, "accusing", "accusing", MeetingKind.FOLLOW_UP)]) is None
    assert advice([felt(1, "creative", "creative")]) is None

"""How a question moves up, and what it needs for that."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.quantities.errors import Refusal, refuse
from domestique.relations.needs.escalating import (
    forum_above,
    is_overdue,
    one_line,
    why_not_ask,
    why_not_move_up,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Pay for a  second site,\nor promise less?", "Pay for a second site, or promise less?"),
        ("Is 99.5 % enough?", "Is 99.5 % enough?"),
    ],
)
def test_a_question_is_one_sentence(written, kept):
    refuse(why_not_ask(written, TODAY, TODAY))
    assert one_line(written) == kept


@pytest.mark.parametrize("written", ["", "We need money.", "It broke. Shall we pay?", "Why? How?"])
def test_anything_else_is_not_one_question(written):
    with pytest.raises(Refusal, match="is not one question"):
        refuse(why_not_ask(written, TODAY, TODAY))


def test_the_day_to_decide_lies_ahead():
    assert why_not_ask("Shall we?", TODAY, TODAY) is None
    for due in (None, date(2026, 11, 20)):
        with pytest.raises(Refusal, match="a day from 2026-11-21 on"):
            refuse(why_not_ask("Shall we?", due, TODAY))


@pytest.mark.parametrize(
    ("forum", "tried", "options", "above"),
    [
        ("operative", "", 0, "tactical"),
        ("tactical", "tuning", 2, "it steering group"),
        ("tactical", " ", 2, "Say what was tried"),
        ("tactical", "tuning", 1, "There are 1."),
        ("it steering group", "tuning", 2, "that is the top"),
    ],
)
def test_one_forum_up_at_a_time(forum, tried, options, above):
    if " " not in above or above == "it steering group":
        assert why_not_move_up(forum, tried, options) is None
        assert forum_above(forum) == above
        return
    with pytest.raises(Refusal, match=above):
        refuse(why_not_move_up(forum, tried, options))


def test_overdue_begins_the_day_after():
    assert not is_overdue(TODAY, TODAY)
    assert is_overdue(date(2026, 11, 20), TODAY)
    assert not is_overdue(None, TODAY)

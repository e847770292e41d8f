"""How a question moves up, and what it needs for that."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.quantities.errors import Refusal
from domestique.relations.needs.escalating import check_due, check_question, is_overdue, next_forum

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Pay for a  second site,\nor promise less?", "Pay for a second site, or promise less?"),
        ("Is 99.5 % enough?", "Is 99.5 % enough?"),
    ],
)
def test_a_question_is_one_sentence(written, kept):
    assert check_question(written) == kept


@pytest.mark.parametrize("written", ["", "We need money.", "It broke. Shall we pay?", "Why? How?"])
def test_anything_else_is_not_one_question(written):
    with pytest.raises(Refusal, match="is not one question"):
        check_question(written)


def test_the_day_to_decide_lies_ahead():
    assert check_due(TODAY, TODAY) == TODAY
    for due in (None, date(2026, 11, 20)):
        with pytest.raises(Refusal, match="a day from 2026-11-21 on"):
            check_due(due, TODAY)


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
        assert next_forum(forum, tried, options) == above
        return
    with pytest.raises(Refusal, match=above):
        next_forum(forum, tried, options)


def test_overdue_begins_the_day_after():
    assert not is_overdue(TODAY, TODAY)
    assert is_overdue(date(2026, 11, 20), TODAY)
    assert not is_overdue(None, TODAY)

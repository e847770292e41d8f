"""How a question moves up: one sentence, a day, what was tried, options; from forum to forum, one at a time. Pure rules."""

from __future__ import annotations

import re
from datetime import date

from domestique.relations.needs.errors import (
    AtTheTop,
    DayHasPassed,
    NotAQuestion,
    NotTried,
    TooFewOptions,
)

LADDER = ("operative", "tactical", "it steering group")
LEAST_OPTIONS = 2


def check_question(text: str) -> str:
    """Return a question as it is kept: one sentence that ends with a question mark."""
    question = " ".join(text.split())
    if not question.endswith("?") or re.search(r"[?!.]\s+[A-ZÅÄÖ]", question):
        raise NotAQuestion(written=question)
    return question


def check_due(due: date | None, today: date) -> date:
    """Return the day by which it must be decided: today or later."""
    if due is None or due < today:
        raise DayHasPassed(today=today)
    return due


def next_forum(forum: str, tried: str, options: int) -> str:
    """Return the forum above, if the question is ready for it.

    The steering group gets what was tried, and at least two ``options`` that say their consequence.
    """
    if forum not in LADDER[:-1]:
        raise AtTheTop
    above = LADDER[LADDER.index(forum) + 1]
    if above == LADDER[-1]:
        if not tried.strip():
            raise NotTried
        if options < LEAST_OPTIONS:
            raise TooFewOptions(count=options)
    return above


def is_overdue(due: date | None, today: date) -> bool:
    """Whether the day by which it had to be decided has passed."""
    return due is not None and due < today

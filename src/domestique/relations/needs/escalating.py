"""How a question moves up: one sentence, a day, what was tried, options; from forum to forum, one at a time. Pure rules."""

import re
from datetime import date

from domestique.quantities.errors import Refusal
from domestique.relations.choices import Forum
from domestique.relations.needs import errors

LADDER = (Forum.OPERATIVE, Forum.TACTICAL, Forum.STEERING)
LEAST_OPTIONS = 2


def one_line(text: str) -> str:
    """Return a question as it is kept, without breaks between its lines."""
    return " ".join(text.split())


def why_not_ask(text: str, due: date | None, today: date) -> Refusal | None:
    """Return why a question is not taken: it is not one sentence with a question mark, or due before today."""
    question = one_line(text)
    if not question.endswith("?") or re.search(r"[?!.]\s+[A-ZÅÄÖ]", question):
        return errors.NotAQuestion(written=question)
    if due is None or due < today:
        return errors.DayHasPassed(today=today)
    return None


def why_not_move_up(forum: str, tried: str, options: int) -> Refusal | None:
    """Return why a question does not go to the forum above.

    The steering group gets what was tried, and at least two ``options`` that say their consequence.
    """
    if forum not in LADDER[:-1]:
        return errors.AtTheTop()
    if forum_above(forum) != LADDER[-1]:
        return None
    if not tried.strip():
        return errors.NotTried()
    return errors.TooFewOptions(count=options) if options < LEAST_OPTIONS else None


def forum_above(forum: str) -> str:
    """Return the forum above one that is not the top."""
    return LADDER[LADDER.index(forum) + 1]


def is_overdue(due: date | None, today: date) -> bool:
    """Whether the day by which it had to be decided has passed."""
    return due is not None and due < today

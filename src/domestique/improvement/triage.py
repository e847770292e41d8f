"""How the inbox is sorted: one key a way, what each way asks for, and what has lain too long. Pure rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domestique.improvement.choices import SourceType
from domestique.quantities.sentence import Sentence, say

UNSORTED_DAYS = 7
UNANSWERED_DAYS = 14
DESK = SourceType.OBSERVATION
KEYS = {
    "improve": "i",
    "need": "n",
    "portfolio": "p",
    "delivery": "d",
    "answer": "a",
    "drop": "x",
}
"""The key of each way."""
WAYS = {
    "improve": say("Improve"),
    "need": say("Need"),
    "portfolio": say("Portfolio"),
    "delivery": say("Delivery"),
    "answer": say("Answer"),
    "drop": say("Drop"),
}
WENT = {
    "": say("not sorted yet"),
    "improve": say("became an improvement"),
    "need": say("became a need"),
    "portfolio": say("handed to the portfolio"),
    "delivery": say("delivery looks at it"),
    "answer": say("answered"),
    "drop": say("dropped, with the reason"),
}
SAYS_SOMETHING = frozenset({"answer", "drop"})
"""The ways that end with words to those who brought it."""
BECOMES_NEED = frozenset({"need", "portfolio"})
SOURCES: Mapping[str, Sentence] = {
    SourceType.WISH: say("customer wish"),
    SourceType.DEMAND: say("demand"),
    SourceType.COMPLAINT: say("complaint"),
    SourceType.REPORT: say("report"),
    SourceType.MEASUREMENT: say("measurement"),
    SourceType.PROPOSAL: say("improvement proposal"),
    DESK: say("desk observation"),
}


@dataclass(frozen=True, slots=True)
class Lying:
    """What is known of an item when it is asked whether it has lain too long."""

    source: str
    received_on: date
    triage: str = ""
    answered_on: date | None = None
    told_back_on: date | None = None


def lies_unanswered(item: Lying, today: date) -> bool:
    """Whether the desk waits too long for an answer to what it hears."""
    return (
        item.source == DESK
        and item.answered_on is None
        and (today - item.received_on).days > UNANSWERED_DAYS
    )


def lies_unsorted(item: Lying, today: date) -> bool:
    """Whether an item has not been sorted for too long; one the desk waits for is told as that."""
    return (
        not item.triage
        and (today - item.received_on).days > UNSORTED_DAYS
        and not lies_unanswered(item, today)
    )


def is_untold(item: Lying) -> bool:
    """Whether there is an answer that those who brought it were not told."""
    return item.answered_on is not None and item.told_back_on is None


def lines_in(text: str) -> list[str]:
    """Return the lines of what was pasted in, each an item; empty lines and marks of lists are left out."""
    stripped = (line.strip().lstrip("-*•·").strip() for line in text.splitlines())
    return [line for line in stripped if line]


def source_named(text: str) -> str:
    """Return the source a short word means, ``desk`` for *desk observation*; what means none or several stays as it is."""
    word = text.strip().casefold()
    if word in SOURCES:
        return word
    meant = [source for source in SOURCES if word and word in source.split()]
    return meant[0] if len(meant) == 1 else text

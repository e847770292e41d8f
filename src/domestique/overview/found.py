"""What a page is told of the rules' findings, without knowing the rules: the rooms stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from domestique.quantities.sentence import Sentence

WAITS_FOR_DECISION = "R08"
ROLE_NOT_ACCEPTED = "R03"
PROMISE_ABOVE_WHAT_CARRIES_IT = "R16"
USE_AND_AGREEMENT = "R24"
SAME_ASK = "S1-30"
NOTICE_DATE = "S3-09"


class Found(Protocol):
    """One finding: the rule, the row it is about, what is wrong and what to do."""

    @property
    def rule(self) -> str:
        """R01-R26, or the requirement where no rule has a number."""

    @property
    def table(self) -> str:
        """The table of the row it is about."""

    @property
    def subject(self) -> str:
        """The id of that row."""

    @property
    def text(self) -> Sentence:
        """What is wrong."""

    @property
    def advice(self) -> Sentence:
        """What to do."""

    @property
    def customer(self) -> str:
        """The customer it concerns, or empty."""


def about_customer(found: Iterable[Found], customer: str) -> tuple[Found, ...]:
    """Return the findings that concern one customer."""
    return tuple(
        one
        for one in found
        if customer in (one.customer, one.subject if one.table == "customers" else "")
    )


def needs_waiting(found: Iterable[Found]) -> frozenset[str]:
    """Return the ids of the needs that wait for their customer's decision."""
    return frozenset(
        one.subject for one in found if one.rule == WAITS_FOR_DECISION and one.table == "needs"
    )

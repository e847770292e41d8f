"""How far a complaint has come, and what it waits for (ISO/IEC 20000-1 8.3.2; K29).

Received, acknowledged within a working day, its cause found, answered, and asked whether she is satisfied; then
closed. Who is not satisfied with the answer is heard one step further up: the complaint is escalated.
Working days are Monday to Friday without the public holidays of the organisation's country.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domestique.quantities.errors import Refusal
from domestique.satisfaction.errors import AnswerComesFirst, ClosedAlready, NotSatisfiedYet

ACKNOWLEDGE_WITHIN = 1
OPEN_AT_MOST = 30
SATURDAY = 5


class ComplaintState(StrEnum):
    """What has been done with a complaint."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    EXPLAINED = "cause found"
    ANSWERED = "answered"
    NOT_SATISFIED = "not satisfied"
    ESCALATED = "escalated"
    SATISFIED = "satisfied"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """What is known of a complaint; ``is_satisfied`` empty is not asked or not said."""

    received_on: date
    acknowledged_on: date | None = None
    cause: str = ""
    answered_on: date | None = None
    is_satisfied: bool | None = None
    closed_on: date | None = None
    is_escalated: bool = False


def state_of(facts: ComplaintFacts) -> ComplaintState:
    """Return how far a complaint has come, by the furthest step taken."""
    if facts.closed_on:
        return ComplaintState.CLOSED
    if facts.is_satisfied:
        return ComplaintState.SATISFIED
    if facts.is_escalated:
        return ComplaintState.ESCALATED
    if facts.is_satisfied is False:
        return ComplaintState.NOT_SATISFIED
    if facts.answered_on:
        return ComplaintState.ANSWERED
    if facts.cause:
        return ComplaintState.EXPLAINED
    return ComplaintState.ACKNOWLEDGED if facts.acknowledged_on else ComplaintState.RECEIVED


def age_days(facts: ComplaintFacts, today: date) -> int:
    """Return how many days a complaint has been open, or was until it was closed."""
    return ((facts.closed_on or today) - facts.received_on).days


def working_days_since(day: date, today: date, holidays: Collection[date]) -> int:
    """Return the working days after a day, up to today."""
    after = (day + timedelta(days=past) for past in range(1, (today - day).days + 1))
    return sum(one.weekday() < SATURDAY and one not in holidays for one in after)


def is_unacknowledged(facts: ComplaintFacts, today: date, holidays: Collection[date]) -> bool:
    """Whether more than a working day has passed and nobody has told her that it is received."""
    if facts.acknowledged_on or state_of(facts) is not ComplaintState.RECEIVED:
        return False
    return working_days_since(facts.received_on, today, holidays) > ACKNOWLEDGE_WITHIN


def is_left_unsatisfied(facts: ComplaintFacts) -> bool:
    """Whether she was answered, is not satisfied, and nobody has taken it further."""
    return state_of(facts) is ComplaintState.NOT_SATISFIED


def is_open_long(facts: ComplaintFacts, today: date) -> bool:
    """Whether it has been open for more than 30 days (K29)."""
    return facts.closed_on is None and age_days(facts, today) > OPEN_AT_MOST


def why_not_step(facts: ComplaintFacts, complaint: str) -> Refusal | None:
    """Return why no step of a complaint is taken: it is closed."""
    return ClosedAlready(complaint=complaint, day=facts.closed_on) if facts.closed_on else None


def why_not_judge(facts: ComplaintFacts, complaint: str) -> Refusal | None:
    """Return why it is not asked whether she is satisfied: she has not been answered."""
    if facts.answered_on is None and not facts.closed_on:
        return AnswerComesFirst(complaint=complaint)
    return why_not_step(facts, complaint)


def why_not_close(facts: ComplaintFacts, complaint: str) -> Refusal | None:
    """Return why a complaint is not closed: she is not satisfied with it, and nobody has escalated it."""
    if facts.is_satisfied is not True and not facts.is_escalated and not facts.closed_on:
        return NotSatisfiedYet(complaint=complaint)
    return why_not_step(facts, complaint)

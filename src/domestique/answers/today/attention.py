"""Which customers need somebody now, why, and who comes first. A pure rule; the order is fixed, there is no score.

A missed level is a customer's own reason only where she uses a good part of the service, at least a
quarter of all planned units: what is missed for everybody is told once, for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.satisfaction.pulse import CustomerMood, Mood
from domestique.vocabulary.speech import short_money

OWN_SHARE = Fraction(1, 4)


class Cause(IntEnum):
    """Why a customer needs somebody, the gravest first."""

    NEGATIVE = 1
    AGREEMENT_ENDED = 2
    LEVEL_MISSED = 3
    LOOKING_ELSEWHERE = 4
    ABOVE_BUDGET = 5
    NOT_ACCEPTED = 6
    SILENT = 7


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in words; ``ended_on`` where an agreement ended, the last of its days."""

    cause: Cause
    text: Sentence
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of a customer's situation. ``status`` is that of an unaccepted role, else empty.

    ``ended_on`` is the last day of an agreement that ended while services are still delivered;
    ``above_budget`` by how much the year's planned charge exceeds her IT budget.
    """

    mood: CustomerMood | None
    missed: Sequence[tuple[str, Fraction | None]] = ()
    ended_on: date | None = None
    above_budget: Decimal | None = None
    currency: str = ""
    status: str = ""
    is_served: bool = True


def reasons_for(situation: Situation) -> tuple[Reason, ...]:
    """Return why somebody is needed, the gravest reason first; nothing if nobody is."""
    reasons = [
        *_reasons_of_mood(situation.mood),
        *(
            Reason(Cause.LEVEL_MISSED, say("missed level on %(service)s", service=name))
            for name, share in situation.missed
            if share is not None and share >= OWN_SHARE
        ),
    ]
    if situation.ended_on is not None and situation.is_served:
        text = say("agreement ended %(day)s, still delivered", day=situation.ended_on)
        reasons.append(Reason(Cause.AGREEMENT_ENDED, text, situation.ended_on))
    if situation.status and situation.is_served:
        text = say("served, but the customer role is only %(status)s", status=situation.status)
        reasons.append(Reason(Cause.NOT_ACCEPTED, text))
    if situation.above_budget is not None:
        text = say(
            "plan above the IT budget by %(amount)s",
            amount=short_money(situation.above_budget, situation.currency),
        )
        reasons.append(Reason(Cause.ABOVE_BUDGET, text))
    return tuple(sorted(reasons, key=lambda reason: reason.cause))


def _reasons_of_mood(mood: CustomerMood | None) -> list[Reason]:
    if mood is None:
        return []
    reasons = []
    if any(voice.face is Mood.NEGATIVE for voice in mood.voices):
        reasons.append(Reason(Cause.NEGATIVE, say("negative")))
    if mood.at_stake or any(voice.contemplated for voice in mood.voices):
        reasons.append(Reason(Cause.LOOKING_ELSEWHERE, say("reconsidering")))
    if mood.mood is Mood.UNKNOWN and mood.age_days is not None:
        text = say_counted("silent for %(count)s day", "silent for %(count)s days", mood.age_days)
        reasons.append(Reason(Cause.SILENT, text))
    return reasons


def urgency(
    reasons: Sequence[Reason], at_stake: Decimal | None, customer: str
) -> tuple[int, Decimal, str]:
    """Return what sorts customers: the gravest reason, then the money at stake, then the id."""
    return (reasons[0].cause, -(at_stake or Decimal(0)), customer)

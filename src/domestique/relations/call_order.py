"""Whom to call first on a bad day (S1-07).

In this order: the gravest impact level of what stopped; the highest level promised; who is unhappy already; the money
at stake; how long nobody has spoken. What is not known comes after what is known, except silence: who was never spoken
with comes before who was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.satisfaction.pulse import Mood

LEAST_GRAVE = 9
UNHAPPIEST_FIRST = (Mood.NEGATIVE, Mood.MIXED, Mood.NEUTRAL, Mood.UNKNOWN, Mood.POSITIVE)


@dataclass(frozen=True, slots=True)
class Affected:
    """A customer hit by a failure: the impact level (1 gravest), the availability promised, mood, money, silence."""

    customer: str
    stops: bool
    impact_level: int | None = None
    promised: Decimal | None = None
    mood: str = Mood.UNKNOWN
    at_stake: Decimal | None = None
    silent_days: int | None = None


def in_call_order(affected: Iterable[Affected]) -> list[Affected]:
    """Return the customers in the order to call them; whose services only limp come after whose stop."""
    return sorted(affected, key=_urgency)


def _urgency(one: Affected) -> tuple[object, ...]:
    return (
        not one.stops,
        one.impact_level or LEAST_GRAVE,
        -(one.promised or Decimal(0)),
        UNHAPPIEST_FIRST.index(one.mood),
        -(one.at_stake or Decimal(0)),
        one.silent_days is not None,
        -(one.silent_days or 0),
        one.customer,
    )


def reasons_to_call(one: Affected) -> Iterator[Sentence]:
    """Say why a customer stands where she stands in the list."""
    if one.impact_level:
        yield say("impact level %(level)s", level=one.impact_level)
    else:
        yield say("impact level not known")
    if one.promised is not None:
        yield say("promised %(level)s %%", level=one.promised)
    if one.mood == Mood.NEGATIVE:
        yield say("unhappy already")
    if one.silent_days is None:
        yield say("never spoken with")
    else:
        yield say_counted(
            "last spoken with %(count)s day ago",
            "last spoken with %(count)s days ago",
            one.silent_days,
        )

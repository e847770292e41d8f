"""One quiet sentence: what a good next step with a customer would be (S2-27). Advice only; nothing waits for it.

The first that applies, in this order: an overdue promise, an unhappy customer nobody has met since, silence, a
question that waits for her decision, a meeting overdue, an agreement to review, a mood nobody has asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class StandingOfRelationship:
    """Where a relationship stands: what is overdue, how she feels, how long the silence is, what waits.

    ``late_promise``, ``waiting_need`` and ``late_meeting`` are in words; empty when there is none. ``unmet_since`` is
    the day of a negative pulse after which nobody met her.
    """

    today: date
    person: str
    late_promise: str = ""
    unmet_since: date | None = None
    is_silent: bool = False
    silent_days: int | None = None
    waiting_need: str = ""
    late_meeting: Sentence | None = None
    review_on: date | None = None
    is_mood_known: bool = True


def next_step(standing: StandingOfRelationship) -> Sentence | None:
    """Return a good next step; ``None`` when nothing asks for one."""
    return next(_steps(standing), None)


def _steps(one: StandingOfRelationship) -> Iterator[Sentence]:
    if one.late_promise:
        yield say(
            "Keep what was promised, or say to %(person)s that it takes longer: %(promise)s.",
            person=one.person,
            promise=one.late_promise,
        )
    if one.unmet_since:
        yield say(
            "Meet %(person)s: nobody has since she said on %(day)s that she is not satisfied.",
            person=one.person,
            day=one.unmet_since,
        )
    if one.is_silent:
        yield (
            say("Call %(person)s: nobody has spoken with them yet.", person=one.person)
            if one.silent_days is None
            else say(
                "Call %(person)s: nobody has spoken with them for %(days)s days.",
                person=one.person,
                days=one.silent_days,
            )
        )
    if one.waiting_need:
        yield say(
            "Put %(need)s before %(person)s for a decision.",
            need=one.waiting_need,
            person=one.person,
        )
    if one.late_meeting:
        yield say("Find a day for the %(kind)s: it is overdue.", kind=one.late_meeting)
    if one.review_on:
        yield (
            say("Sit down over the agreement: it is to be reviewed by %(day)s.", day=one.review_on)
            if one.review_on >= one.today
            else say(
                "Sit down over the agreement: it was to be reviewed by %(day)s.", day=one.review_on
            )
        )
    if not one.is_mood_known:
        yield say("Ask %(person)s how things are: nobody knows.", person=one.person)

"""Satisfaction now: what each customer's newest fresh pulse says (measurement 1.3, 1.4; R19, R20).

A pulse older than the limit, or dated after the day asked about, says nothing about that day. Each
person at a customer counts with the newest fresh pulse; persons whose faces differ make the
customer mixed, with both shown. Unknown and mixed are never satisfied. Only customers who have
accepted the role are counted; the others are shown apart. Faces are counted, never averaged. A
guess of ours is never her mood: it stands apart, whatever it says; so does what an orderer feels.

What she contemplates, what would turn it and the money at stake stand until she says otherwise: a later
face without a word about them changes the face only.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from domestique.quantities.figure import Figure, Grade, Line, Source, grade_of_completeness
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.statistics import bounds_of_share
from domestique.satisfaction.contemplation import contemplated


class Mood(StrEnum):
    """What a customer's fresh pulses say together; a single pulse has one of the first three."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AskedCustomer:
    """A customer, and whether the person has accepted the role."""

    id: str
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class FeltPulse:
    """What one person at a customer felt on a day; ``at_stake`` is money a year, if known.

    ``is_guess``: nobody of hers said it, we believe it. ``is_orderers``: an orderer of hers said it.
    ``stated_on`` is when what she contemplates and what is at stake were said; ``None`` is this day.
    """

    customer: str
    date: date
    face: Mood
    person: str = ""
    words: str = ""
    contemplating: str = ""
    at_stake: Decimal | None = None
    is_guess: bool = False
    would_turn: str = ""
    is_orderers: bool = False
    stated_on: dt.date | None = None
    considers: str = ""
    time: str = ""

    @property
    def is_statement(self) -> bool:
        """Whether it says anything about what is contemplated, what would turn it or what is at stake."""
        return self.says_what or bool(self.would_turn.strip()) or self.at_stake is not None

    @property
    def says_what(self) -> bool:
        """Whether it says what is contemplated, and be it nothing."""
        return bool(self.considers or self.contemplating.strip())

    @property
    def contemplated(self) -> Sentence | None:
        """What is contemplated; nothing, or not known, is ``None``."""
        return contemplated(self.considers, self.contemplating)

    @property
    def source(self) -> Source:
        """The row this pulse is."""
        key = f"{self.customer} {self.date.isoformat()} {self.person} {self.time}"
        return Source("pulses", key.rstrip())

    @property
    def at(self) -> tuple[dt.date, str]:
        """When it was said; of one day those without a time come first, in the order of their rows."""
        return (self.date, self.time)


@dataclass(frozen=True, slots=True)
class CustomerMood:
    """One customer's mood on a day, and what it rests on.

    ``voices`` are the fresh pulses, one a person, newest first; ``newest`` is the newest of all,
    stale or not, and ``age_days`` its age. ``guess`` is our newest fresh guess and ``beside`` the
    newest fresh pulse of each orderer; they count nowhere.
    """

    customer: str
    is_accepted: bool
    mood: Mood
    voices: tuple[FeltPulse, ...]
    newest: FeltPulse | None
    age_days: int | None
    what: Sentence
    guess: FeltPulse | None = None
    beside: tuple[FeltPulse, ...] = ()

    @property
    def at_stake(self) -> Decimal | None:
        """Money at stake by the newest statement that stands; the most said if several were on that day."""
        stated = [
            (one.stated_on or one.date, one.at_stake) for one in self.voices if one.is_statement
        ]
        newest = max((day for day, _ in stated), default=None)
        amounts = [amount for day, amount in stated if day == newest and amount is not None]
        return max(amounts, default=None)


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How satisfied the accepted customers are on a day; ``apart`` holds those not accepted.

    ``satisfied`` is the number of positive customers with its reckoning, ``at_stake`` the money of
    all customers. ``worst`` and ``best`` are the share if all not known were, or were not, unhappy.
    """

    on: date
    accepted: tuple[CustomerMood, ...]
    apart: tuple[CustomerMood, ...]
    headline: Sentence
    satisfied: Figure
    at_stake: Figure
    worst: Fraction | None
    best: Fraction | None

    def count(self, mood: Mood) -> int:
        """Return how many accepted customers are in a mood."""
        return sum(customer.mood is mood for customer in self.accepted)

    @property
    def in_between(self) -> int:
        """How many accepted customers are neither satisfied nor not: neutral, or of two minds."""
        return self.count(Mood.NEUTRAL) + self.count(Mood.MIXED)


def satisfaction_on(
    on: date,
    customers: Iterable[AskedCustomer],
    pulses: Iterable[FeltPulse],
    *,
    stale_after_days: int,
    currency: str,
) -> Satisfaction:
    """Tell how satisfied the customers are on a day; a pulse just as old as the limit is fresh."""
    said = gathered((pulse.customer, pulse) for pulse in pulses if pulse.date <= on)
    moods = [_mood_of(one, said[one.id], on, stale_after_days) for one in customers]
    accepted = tuple(mood for mood in moods if mood.is_accepted)
    worst, best = _bounds(accepted)
    return Satisfaction(
        on,
        accepted,
        tuple(mood for mood in moods if not mood.is_accepted),
        _headline(accepted),
        _satisfied(on, accepted, stale_after_days),
        _money_at_stake(on, moods, currency),
        worst,
        best,
    )


def _mood_of(
    customer: AskedCustomer, pulses: Sequence[FeltPulse], on: date, stale_after_days: int
) -> CustomerMood:
    every = sorted(pulses, key=lambda pulse: pulse.at)  # of one moment, the later row stays later
    by_date = [pulse for pulse in every if not (pulse.is_guess or pulse.is_orderers)]
    guesses = [one for one in every if one.is_guess and (on - one.date).days <= stale_after_days]

    def fresh(said: Iterable[FeltPulse]) -> tuple[FeltPulse, ...]:
        newest_of = {pulse.person: pulse for pulse in said}
        new = (one for one in newest_of.values() if (on - one.date).days <= stale_after_days)
        return tuple(sorted(new, key=lambda pulse: pulse.at, reverse=True))

    voices = fresh(_with_statements(by_date))
    beside = fresh(one for one in every if one.is_orderers and not one.is_guess)
    newest = voices[0] if voices else (by_date[-1] if by_date else None)
    age_days = (on - newest.date).days if newest else None
    faces = {pulse.face for pulse in voices}
    mood = Mood.MIXED if len(faces) > 1 else faces.pop() if faces else Mood.UNKNOWN
    what = _what(customer.id, mood, newest)
    guess = guesses[-1] if guesses else None
    return CustomerMood(
        customer.id, customer.is_accepted, mood, voices, newest, age_days, what, guess, beside
    )


def _with_statements(by_date: Iterable[FeltPulse]) -> Iterator[FeltPulse]:
    """Yield pulses in order, a bare one with what the same person last said about leaving."""
    last: dict[str, FeltPulse] = {}
    for pulse in by_date:
        if pulse.is_statement:
            last[pulse.person] = pulse
        stands = last.get(pulse.person, pulse)
        if stands is pulse:
            yield pulse
        else:
            yield replace(
                pulse,
                contemplating=stands.contemplating,
                considers=stands.considers,
                would_turn=stands.would_turn,
                at_stake=stands.at_stake,
                stated_on=stands.date,
            )


SAID = {
    Mood.POSITIVE: "%(customer)s is positive, said on %(date)s.",
    Mood.NEUTRAL: "%(customer)s is neutral, said on %(date)s.",
    Mood.NEGATIVE: "%(customer)s is negative, said on %(date)s.",
    Mood.MIXED: "%(customer)s is of two minds, last said on %(date)s.",
    Mood.UNKNOWN: "%(customer)s last said anything on %(date)s, too long ago: not known.",
}


def _what(customer: str, mood: Mood, newest: FeltPulse | None) -> Sentence:
    if newest is None:
        return say("%(customer)s has no pulse on record: not known.", customer=customer)
    return say(SAID[mood], customer=customer, date=newest.date)


def _count(moods: Iterable[CustomerMood]) -> Counter[Mood]:
    return Counter(mood.mood for mood in moods)


def _headline(accepted: Sequence[CustomerMood]) -> Sentence:
    if not accepted:
        return say("Nobody has accepted the role of customer yet.")
    counts = _count(accepted)
    return say(
        "%(satisfied)s of %(customers)s satisfied, %(between)s in between, %(negative)s not, %(unknown)s not known.",
        satisfied=counts[Mood.POSITIVE],
        customers=len(accepted),
        between=counts[Mood.NEUTRAL] + counts[Mood.MIXED],
        negative=counts[Mood.NEGATIVE],
        unknown=counts[Mood.UNKNOWN],
    )


def _bounds(accepted: Sequence[CustomerMood]) -> tuple[Fraction | None, Fraction | None]:
    if not accepted:
        return None, None
    counts = _count(accepted)
    answers = len(accepted) - counts[Mood.UNKNOWN]
    return bounds_of_share(counts[Mood.POSITIVE], answers, len(accepted))


def _completeness(moods: Sequence[CustomerMood]) -> Fraction:
    known = sum(mood.mood is not Mood.UNKNOWN for mood in moods)
    return Fraction(known, len(moods)) if moods else Fraction(0)


def _satisfied(on: date, accepted: Sequence[CustomerMood], stale_after_days: int) -> Figure:
    completeness = _completeness(accepted)
    return Figure(
        value=_count(accepted)[Mood.POSITIVE] if completeness else None,
        unit="customers",
        period=on.isoformat(),
        observations=sum(len(mood.voices) for mood in accepted),
        completeness=completeness,
        grade=_grade(completeness),
        formula=say(
            "Accepted customers whose newest pulse is positive and at most %(days)s days old.",
            days=stale_after_days,
        ),
        lines=tuple(_line(mood, _one_if_satisfied(mood), "customers") for mood in accepted),
    )


def _one_if_satisfied(mood: CustomerMood) -> int | None:
    return None if mood.mood is Mood.UNKNOWN else int(mood.mood is Mood.POSITIVE)


def _money_at_stake(on: date, moods: Sequence[CustomerMood], currency: str) -> Figure:
    stated = [mood.at_stake for mood in moods if mood.at_stake is not None]
    completeness = Fraction(len(stated), len(moods)) if moods else Fraction(0)
    return Figure(
        value=sum(stated, Decimal(0)) if stated else None,
        unit=currency,
        period=on.isoformat(),
        observations=len(stated),
        completeness=completeness,
        grade=Grade.lowest([Grade.ESTIMATED, grade_of_completeness(completeness)]),
        formula=say(
            "Sum of the money at stake in each customer's newest word on it, accepted or not."
        ),
        lines=tuple(_line(mood, mood.at_stake, currency) for mood in moods),
    )


def _grade(completeness: Fraction) -> Grade:
    """Pulses are taken by hand with a routine: at most B."""
    return Grade.lowest([Grade.ROUTINE, grade_of_completeness(completeness)])


def _line(mood: CustomerMood, amount: Decimal | int | None, unit: str) -> Line:
    behind = mood.voices or ((mood.newest,) if mood.newest else ())
    sources = dict.fromkeys(pulse.source for pulse in behind)
    return Line(mood.what, amount, unit, tuple(sources))


@dataclass(frozen=True, slots=True)
class UnaskedContemplation:
    """A neutral or negative pulse that does not say what the customer contemplates (R20)."""

    customer: str
    pulse: FeltPulse
    what: Sentence
    advice: Sentence


def unasked_contemplations(moods: Iterable[CustomerMood]) -> list[UnaskedContemplation]:
    """List the fresh neutral and negative pulses that do not say what is contemplated."""
    return [
        UnaskedContemplation(
            mood.customer,
            pulse,
            say(
                "%(customer)s was not positive on %(date)s,"
                " and nobody has asked what the customer contemplates.",
                customer=mood.customer,
                date=pulse.date,
            ),
            say("Ask %(customer)s; “nothing” is an answer too.", customer=mood.customer),
        )
        for mood in moods
        for pulse in mood.voices
        if pulse.face is not Mood.POSITIVE and not pulse.says_what
    ]

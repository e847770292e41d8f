"""The climate of a relationship as its five open ingredients, each with its reading, rows and trend (S1-06).

They are never added up: sentiment, contact age, kept promises, open complaints and the mood of meetings are five
different things, and a number made of them would say none of them. The trend compares with ``TREND_DAYS`` before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from domestique.quantities.figure import Source
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.relations.meetings.meeting_mood import FeltMeeting, Turn, known_last, turn_of
from domestique.relations.meetings.promise_state import GivenPromise, promises_kept
from domestique.relations.meetings.silence import ALARM_DAYS, Spoke, silence_on

TREND_DAYS = 91
WARNING_DAYS = 30
State: TypeAlias = Literal["met", "near", "missed", "unknown"]
RANKS = ("met", "near", "missed")


@dataclass(frozen=True, slots=True)
class Felt:
    """What a customer's fresh pulses say together on a day: her mood, and the rows."""

    mood: str
    days: int | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint: when it came, and when it was closed."""

    id: str
    received_on: date
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class KnownOfRelationship:
    """What is known of a relationship; ``felt_before`` is how she felt ``TREND_DAYS`` ago."""

    today: date
    felt: Felt
    felt_before: Felt
    contacts: Sequence[Spoke]
    promises: Sequence[GivenPromise]
    complaints: Sequence[Complained]
    meetings: Sequence[FeltMeeting]


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One part of the climate: what it is, how it reads and stands, where it is heading, and the rows behind it."""

    name: Sentence
    state: State
    reading: Sentence
    turn: Turn
    sources: tuple[Source, ...]


def climate(known: KnownOfRelationship) -> tuple[Ingredient, ...]:
    """Return the five ingredients, always in the same order."""
    before = known.today - timedelta(days=TREND_DAYS)
    return (
        _sentiment(known),
        _contact(known, before),
        _promises(known, before),
        _complaints(known, before),
        _meetings(known),
    )


def _sentiment(known: KnownOfRelationship) -> Ingredient:
    states: dict[str, tuple[State, Sentence]] = {
        "positive": ("met", say("Satisfied")),
        "neutral": ("near", say("Neither satisfied nor dissatisfied")),
        "mixed": ("near", say("Of two minds")),
        "negative": ("missed", say("Not satisfied")),
        "unknown": ("unknown", say("Not known")),
    }
    state, words = states[known.felt.mood]
    days = known.felt.days
    reading = (
        words
        if days is None
        else say_counted(
            "%(mood)s, said %(count)s day ago",
            "%(mood)s, said %(count)s days ago",
            days,
            mood=words,
        )
        if state != "unknown"
        else say_counted(
            "Last said anything %(count)s day ago: not known",
            "Last said anything %(count)s days ago: not known",
            days,
        )
    )
    turn = _turned(states[known.felt_before.mood][0], state)
    return Ingredient(say("How she feels"), state, reading, turn, known.felt.sources)


def _contact(known: KnownOfRelationship, before: date) -> Ingredient:
    now = silence_on(known.today, known.contacts)
    state = _silence_state(now.days)
    if now.last is None:
        reading = say("Never spoken with, as far as is known")
    else:
        reading = say_counted(
            "Spoken with %(count)s day ago", "Spoken with %(count)s days ago", now.days or 0
        )
    sources = (Source(now.last.table, now.last.id),) if now.last and now.last.id else ()
    earlier = [one for one in known.contacts if one.day <= before]
    was = _silence_state(silence_on(before, earlier).days) if earlier else "unknown"
    return Ingredient(say("When we last spoke"), state, reading, _turned(was, state), sources)


def _silence_state(days: int | None) -> State:
    if days is None or days > ALARM_DAYS:
        return "missed"
    return "near" if days > WARNING_DAYS else "met"


def _promises(known: KnownOfRelationship, before: date) -> Ingredient:
    now = promises_kept(known.promises, known.today)
    was = promises_kept(known.promises, before)
    sources = tuple(Source("promises", id_) for id_ in now.ids)
    name = say("Promises kept")
    if not now.due:
        return Ingredient(name, "unknown", say("None has been due yet"), Turn.UNKNOWN, sources)
    state: State = "met" if now.in_time == now.due else "near" if now.in_time else "missed"
    reading = say(
        "%(kept)s of %(due)s kept in time",
        kept=now.in_time,
        due=now.due,
    )
    turn = Turn.UNKNOWN
    if was.share is not None and now.share is not None:
        turn = (
            Turn.SAME
            if was.share == now.share
            else Turn.BETTER
            if now.share > was.share
            else Turn.WORSE
        )
    return Ingredient(name, state, reading, turn, sources)


def _complaints(known: KnownOfRelationship, before: date) -> Ingredient:
    now, was = (
        [one for one in known.complaints if _is_open(one, day)] for day in (known.today, before)
    )
    sources = tuple(Source("complaints", one.id) for one in now)
    reading = (
        say_counted("%(count)s is open", "%(count)s are open", len(now))
        if now
        else say("None is open")
    )
    return Ingredient(
        say("Complaints"),
        "missed" if now else "met",
        reading,
        turn_of(len(was), len(now)),
        sources,
    )


def _is_open(one: Complained, on: date) -> bool:
    return one.received_on <= on and (one.closed_on is None or one.closed_on > on)


def _meetings(known: KnownOfRelationship) -> Ingredient:
    last, turn = known_last([one for one in known.meetings if one.held_on <= known.today])
    name = say("How meetings feel")
    if last is None or last.worst is None:
        return Ingredient(name, "unknown", say("Nobody has said"), Turn.UNKNOWN, ())
    state: State = "met" if last.worst == 0 else "near" if last.worst == 1 else "missed"
    words = (say("Creative"), say("Neutral"), say("Accusing"))[last.worst]
    reading = say("%(mood)s on %(day)s, to the side that felt worse", mood=words, day=last.held_on)
    if last.business == last.it:
        reading = say("%(mood)s on %(day)s, to both sides", mood=words, day=last.held_on)
    elif not (last.business and last.it):
        reading = say(
            "%(mood)s on %(day)s, to the one side that said", mood=words, day=last.held_on
        )
    return Ingredient(name, state, reading, turn, (Source("meetings", last.id),))


def _turned(before: State, now: State) -> Turn:
    ranks = [RANKS.index(one) if one in RANKS else None for one in (before, now)]
    return turn_of(*ranks)

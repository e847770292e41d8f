"""What the climate of each relationship rests on, fetched for all customers at once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

from domestique.quantities.figure import Source
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.choices import MeetingKind
from domestique.relations.climate import TREND_DAYS, Complained, Felt, KnownOfRelationship, climate
from domestique.relations.meetings.meeting_mood import FeltMeeting, Turn
from domestique.relations.meetings.queries import (
    felt,
    given,
    meetings_visible_to,
    promises_visible_to,
    spoken_with,
)
from domestique.satisfaction.pulse import CustomerMood
from domestique.satisfaction.queries import complaints_visible_to, satisfaction_seen_by
from domestique.telling.chips import Chip

TURNS = {
    Turn.BETTER: ("↗", say("better than three months ago")),
    Turn.SAME: ("→", say("as three months ago")),
    Turn.WORSE: ("↘", say("worse than three months ago")),
}
MEETING_TURNS = {
    Turn.BETTER: ("↗", say("better than the meeting before")),
    Turn.SAME: ("→", say("as the meeting before")),
    Turn.WORSE: ("↘", say("worse than the meeting before")),
}
NO_TURN = ("", say("whether it is better or worse than before is not known"))


@dataclass(frozen=True, slots=True)
class IngredientShown:
    """One ingredient as a page shows it: its chip, and whether it is better or worse than before."""

    name: Sentence
    chip: Chip
    arrow: str
    turn: Sentence
    sources: tuple[Source, ...]


def climates(viewer: Viewer, day: date) -> dict[str, KnownOfRelationship]:
    """Return what is known of each relationship, in a fixed number of queries; strangers have nobody's key."""
    now, before = (_moods(viewer, one) for one in (day, day - timedelta(days=TREND_DAYS)))
    spoken = spoken_with(viewer)
    promises = gathered((one.customer_id, given(one)) for one in promises_visible_to(viewer))
    meetings: dict[str, list[FeltMeeting]] = defaultdict(list)
    for meeting in meetings_visible_to(viewer).exclude(kind=MeetingKind.TEAM):
        meetings[meeting.customer_id] += felt([meeting])
    complaints = _complaints(viewer)
    return {
        customer: KnownOfRelationship(
            day,
            _felt(mood),
            _felt(before.get(customer)),
            spoken.get(customer, []),
            promises.get(customer, []),
            complaints.get(customer, []),
            meetings.get(customer, []),
        )
        for customer, mood in now.items()
    }


def parts_of(known: KnownOfRelationship) -> tuple[IngredientShown, ...]:
    """Return the five ingredients of one relationship, ready to be shown.

    The last, the mood of meetings, is compared with the meeting before, every other with a day three months ago.
    """
    turns = (*repeat(TURNS, 4), MEETING_TURNS)
    return tuple(
        IngredientShown(
            one.name, Chip(one.state, one.reading), *told.get(one.turn, NO_TURN), one.sources
        )
        for one, told in zip(climate(known), turns, strict=True)
    )


def _moods(viewer: Viewer, day: date) -> Mapping[str, CustomerMood]:
    satisfaction = satisfaction_seen_by(viewer, day)
    return {mood.customer: mood for mood in (*satisfaction.accepted, *satisfaction.apart)}


def _felt(mood: CustomerMood | None) -> Felt:
    if mood is None or mood.newest is None:
        return Felt("unknown", None)
    pulses = mood.voices or (mood.newest,)
    return Felt(mood.mood.value, mood.age_days, tuple(pulse.source for pulse in pulses))


def _complaints(viewer: Viewer) -> dict[str, list[Complained]]:
    fields = ("customer_id", "id", "received_on", "closed_on")
    rows = complaints_visible_to(viewer).values_list(*fields)
    return gathered((customer, Complained(*rest)) for customer, *rest in rows)

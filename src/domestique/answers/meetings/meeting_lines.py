"""Meetings, their items and their rhythm, as lists show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domestique.answers.meetings.who_spoke import KINDS
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import ItemKind, MeetingKind, MeetingMood
from domestique.relations.meetings.cadence import Due, Rhythm
from domestique.relations.meetings.queries import rhythms_on
from domestique.relations.meetings.separation import is_misplaced
from domestique.relations.models import Meeting, MeetingItem
from domestique.telling.chips import Chip

ITEM_WORDS: Mapping[str, Sentence] = {
    ItemKind.GOAL: say("Where in twelve months"),
    ItemKind.OBSTACLE: say("What stands in the way"),
    ItemKind.IDEA: say("Idea"),
    ItemKind.NEW_NEED: say("New need"),
    ItemKind.TRIAL: say("What we could try in thirty days"),
    ItemKind.BREACH: say("Breach"),
    ItemKind.NEAR_MISS: say("Near miss"),
    ItemKind.STATISTICS: say("Statistics"),
    ItemKind.CONSUMPTION: say("Consumption and cost"),
    ItemKind.SATISFACTION: say("Satisfaction"),
    ItemKind.LEVEL: say("Level"),
    ItemKind.DECISION: say("Decision"),
    ItemKind.ACTION: say("Action"),
    ItemKind.NOTE: say("Note"),
}
MOODS = {
    MeetingMood.CREATIVE: Chip("met", say("Creative")),
    MeetingMood.NEUTRAL: Chip("near", say("Neutral")),
    MeetingMood.ACCUSING: Chip("missed", say("Accusing")),
}
RHYTHM_CHIPS = {
    Rhythm.OVERDUE: "missed",
    Rhythm.PLANNED_LATE: "near",
    Rhythm.PLANNED: "met",
    Rhythm.NOT_YET_DUE: "plain",
}


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as a list shows it."""

    meeting: Meeting
    customer: str
    kind: Sentence
    business: Chip | None
    it: Chip | None

    @property
    def ends(self) -> datetime:
        """When it is over, by the clock on the wall."""
        return self.meeting.starts + timedelta(minutes=self.meeting.minutes_long)


@dataclass(frozen=True, slots=True)
class RhythmLine:
    """One kind of meeting with one customer: how it keeps its rhythm."""

    customer_id: str
    customer: str
    kind: str
    kind_words: Sentence
    due: Due
    chip: Chip


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of a meeting; ``is_misplaced`` belongs to the other kind, ``is_waiting`` is parked without a meeting."""

    item: MeetingItem
    kind: Sentence
    is_misplaced: bool
    is_waiting: bool
    is_late: bool

    @property
    def is_open(self) -> bool:
        """Whether it is an action that is not done yet."""
        return (
            bool(self.item.owner)
            and self.item.kind in (ItemKind.ACTION, ItemKind.TRIAL)
            and not self.item.done_on
        )


def item_lines(items: Iterable[MeetingItem], day: date) -> tuple[ItemLine, ...]:
    """Return items as they stand on a day."""
    return tuple(
        ItemLine(
            item,
            ITEM_WORDS[item.kind],
            is_misplaced=not is_waiting and is_misplaced(item.kind, item.meeting.kind),
            is_waiting=is_waiting,
            is_late=item.due_on is not None and item.due_on < day and item.done_on is None,
        )
        for item in items
        for is_waiting in (item.parked_from_id == item.meeting_id,)
    )


def meeting_line(meeting: Meeting, names: dict[str, str]) -> MeetingLine:
    """Return a meeting as a list shows it."""
    return MeetingLine(
        meeting,
        names.get(meeting.customer_id, meeting.customer_id),
        KINDS[MeetingKind(meeting.kind)],
        MOODS[MeetingMood(meeting.mood_business)] if meeting.mood_business else None,
        MOODS[MeetingMood(meeting.mood_it)] if meeting.mood_it else None,
    )


def rhythm_lines(viewer: Viewer, day: date, names: dict[str, str]) -> list[RhythmLine]:
    """Return how every kind of meeting keeps its rhythm, the longest overdue first, never held before all."""
    found = [
        RhythmLine(
            one.customer_id,
            names.get(one.customer_id, one.customer_id),
            one.kind,
            KINDS[MeetingKind(one.kind)],
            due,
            Chip(RHYTHM_CHIPS[due.rhythm], say_rhythm(due)),
        )
        for one, due in rhythms_on(viewer, day)
    ]
    return sorted(found, key=lambda one: (one.due.due_on or date.min, one.customer_id, one.kind))


def say_rhythm(due: Due) -> Sentence:
    """Say how one kind of meeting keeps its rhythm."""
    if due.rhythm is Rhythm.PLANNED:
        return say("planned on %(day)s", day=due.next_on)
    if due.rhythm is Rhythm.PLANNED_LATE:
        return say("planned on %(day)s, later than due", day=due.next_on)
    if due.rhythm is Rhythm.NOT_YET_DUE:
        return say("next by %(day)s", day=due.due_on)
    if due.late_days is None:
        return say("never held")
    return say_counted("%(count)s day overdue", "%(count)s days overdue", due.late_days)

"""Meetings: which are this week, overdue, planned and held, and one meeting with everything that stands in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domestique.answers.meetings.meeting_lines import (
    ITEM_WORDS,
    ItemLine,
    MeetingLine,
    RhythmLine,
    item_lines,
    meeting_line,
    rhythm_lines,
)
from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to, day_for
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import MeetingKind
from domestique.relations.meetings.actions import usual_chair
from domestique.relations.meetings.cadence import Rhythm
from domestique.relations.meetings.meeting_mood import advice
from domestique.relations.meetings.queries import (
    felt,
    items_visible_to,
    meeting_visible_to,
    meetings_visible_to,
    open_actions,
    waiting_items,
)
from domestique.relations.meetings.separation import (
    HeldMeeting,
    Separation,
    is_misplaced,
    kinds_for,
    meeting_for,
    separation,
)
from domestique.relations.models import Meeting, MeetingItem

WEEK = timedelta(days=7)
OUT_OF_ANY = ("decision", "action", "note")
"""What comes out of a meeting of any kind."""
MOST_HELD = 12


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings of the customers a viewer may see; ``asked`` for and parked things wait beside them."""

    customer: Customer | None
    headline: Sentence
    week: tuple[MeetingLine, ...]
    untold: tuple[MeetingLine, ...]
    overdue: tuple[RhythmLine, ...]
    planned: tuple[MeetingLine, ...]
    held: tuple[MeetingLine, ...]
    actions: tuple[ItemLine, ...]
    parked: tuple[ItemLine, ...]
    separation: Separation
    advice: Sentence | None


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting: what stands in it by kind, what comes from before, what waits for it."""

    line: MeetingLine
    day: date
    title: Sentence
    groups: tuple[tuple[str, Sentence, tuple[ItemLine, ...]], ...]
    stood: tuple[ItemLine, ...]
    out_of_it: tuple[ItemLine, ...]
    misplaced: tuple[ItemLine, ...]
    carried: tuple[ItemLine, ...]
    waiting: tuple[ItemLine, ...]
    parked_here: tuple[ItemLine, ...]
    kinds: tuple[tuple[str, Sentence], ...]
    other_kinds: tuple[tuple[str, Sentence], ...]
    advice: Sentence | None
    chair: str

    @property
    def usual_kind(self) -> str:
        """What is put down most often: ideas in a dialogue, actions in the others."""
        return "idea" if self.line.meeting.kind == MeetingKind.DIALOGUE else "action"

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held."""
        return not (self.line.meeting.held_on or self.line.meeting.cancelled_on)

    @property
    def can_be_held(self) -> bool:
        """Whether its day has come."""
        return self.is_planned and self.line.meeting.starts.date() <= self.day


def meetings_page(viewer: Viewer, clock: date, customer: str = "") -> MeetingsPage:
    """Return all meetings, or those of one customer, in a fixed number of queries."""
    day = day_for(viewer, clock)
    customers = {one.id: one for one in customers_visible_to(viewer)}
    names = {id_: one.name for id_, one in customers.items()}
    rows, items = meetings_visible_to(viewer), items_visible_to(viewer)
    if customer:
        rows = rows.filter(customer_id=customer)
        items = items.filter(meeting__customer_id=customer)
    meetings = list(rows)
    lines = [meeting_line(one, names) for one in meetings]
    open_lines = [one for one in lines if not (one.meeting.held_on or one.meeting.cancelled_on)]
    ahead = [one for one in open_lines if one.meeting.starts.date() >= day]
    held = [one for one in lines if one.meeting.held_on]
    rhythms = [one for one in rhythm_lines(viewer, day, names) if customer in ("", one.customer_id)]
    overdue = tuple(
        one for one in rhythms if one.due.is_overdue and one.due.rhythm is Rhythm.OVERDUE
    )
    return MeetingsPage(
        customer=customers.get(customer),
        headline=_headline(ahead, overdue, day),
        week=tuple(one for one in ahead if one.meeting.starts.date() < day + WEEK),
        untold=tuple(one for one in open_lines if one.meeting.starts.date() < day),
        overdue=overdue,
        planned=tuple(one for one in ahead if one.meeting.starts.date() >= day + WEEK),
        held=tuple(sorted(held, key=_held_on, reverse=True)[:MOST_HELD]),
        actions=item_lines(open_actions(items), day),
        parked=item_lines(waiting_items(items), day),
        separation=separation_of(meetings, items),
        advice=advice(felt(meetings)) if customer else None,
    )


def meeting_page(viewer: Viewer, meeting_id: str, clock: date) -> MeetingPage | None:
    """Return one meeting in a fixed number of queries; ``None`` if there is no such meeting."""
    meeting = meeting_visible_to(viewer, meeting_id)
    if meeting is None:
        return None
    day = day_for(viewer, clock)
    customers = {one.id: one for one in customers_visible_to(viewer)}
    names = {id_: one.name for id_, one in customers.items()}
    every = items_visible_to(viewer).filter(meeting__customer_id=meeting.customer_id)
    lines = item_lines(every, day)
    own = [one for one in lines if one.item.meeting_id == meeting.id and not one.is_waiting]
    line = meeting_line(meeting, names)
    siblings = meetings_visible_to(viewer).filter(
        customer_id=meeting.customer_id, kind=meeting.kind, held_on__isnull=False
    )
    customer = customers.get(meeting.customer_id)
    return MeetingPage(
        line=line,
        day=day,
        title=_title(line),
        groups=_groups(meeting.kind, own),
        stood=tuple(one for one in own if not one.is_misplaced),
        out_of_it=tuple(one for one in own if one.item.kind in OUT_OF_ANY),
        misplaced=tuple(one for one in own if one.is_misplaced),
        carried=carried_over(meeting, lines),
        waiting=_waiting(meeting, lines),
        parked_here=tuple(one for one in lines if one.item.parked_from_id == meeting.id),
        kinds=tuple((kind, ITEM_WORDS[kind]) for kind in kinds_for(meeting.kind)),
        other_kinds=tuple(
            (kind, words) for kind, words in ITEM_WORDS.items() if is_misplaced(kind, meeting.kind)
        ),
        advice=advice(felt(siblings)) if meeting.kind == MeetingKind.DIALOGUE else None,
        chair=meeting.chair or usual_chair(customer.team if customer else None, meeting.kind),
    )


def carried_over(meeting: Meeting, lines: Iterable[ItemLine]) -> tuple[ItemLine, ...]:
    """Return the open actions of earlier meetings of the same kind; a meeting that is over carries none."""
    if meeting.held_on or meeting.cancelled_on:
        return ()
    return tuple(
        one
        for one in lines
        if one.is_open
        and one.item.meeting_id != meeting.id
        and one.item.meeting.kind == meeting.kind
        and one.item.meeting.starts < meeting.starts
    )


def _waiting(meeting: Meeting, lines: Iterable[ItemLine]) -> tuple[ItemLine, ...]:
    if meeting.held_on or meeting.cancelled_on:
        return ()
    return tuple(
        one for one in lines if one.is_waiting and meeting_for(one.item.kind) == meeting.kind
    )


def separation_of(meetings: Iterable[Meeting], items: Iterable[MeetingItem]) -> Separation:
    """Return K12 over the meetings that were held."""
    kinds = gathered(
        (one.meeting_id, one.kind) for one in items if one.parked_from_id != one.meeting_id
    )
    return separation(
        HeldMeeting(one.id, one.kind, tuple(kinds[one.id])) for one in meetings if one.held_on
    )


def _groups(
    kind: str, own: Sequence[ItemLine]
) -> tuple[tuple[str, Sentence, tuple[ItemLine, ...]], ...]:
    return tuple(
        (one, ITEM_WORDS[one], tuple(line for line in own if line.item.kind == one))
        for one in kinds_for(kind)
        if one not in OUT_OF_ANY
    )


def _held_on(line: MeetingLine) -> tuple[date, str]:
    return (line.meeting.held_on or date.min, line.meeting.id)


def _title(line: MeetingLine) -> Sentence:
    texts = {
        MeetingKind.DIALOGUE: "Development dialogue with %(customer)s",
        MeetingKind.FOLLOW_UP: "Follow-up with %(customer)s",
        MeetingKind.TEAM: "Customer team meeting about %(customer)s",
    }
    return say(texts[MeetingKind(line.meeting.kind)], customer=line.customer)


def _headline(ahead: Sequence[MeetingLine], overdue: Sequence[RhythmLine], day: date) -> Sentence:
    week = sum(one.meeting.starts.date() < day + WEEK for one in ahead)
    if not week:
        return say_counted(
            "No meeting this week; %(count)s is overdue.",
            "No meeting this week; %(count)s are overdue.",
            len(overdue),
        )
    return say_counted(
        "%(count)s meeting within a week; %(overdue)s overdue and not planned.",
        "%(count)s meetings within a week; %(overdue)s overdue and not planned.",
        week,
        overdue=len(overdue),
    )

"""What is done with meetings: asked for, planned, moved, cancelled, held; and with what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domestique.quantities.errors import insist
from domestique.records.ability import Ability
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Channel, ItemKind, MeetingKind, MeetingMood
from domestique.relations.meetings import errors
from domestique.relations.meetings.contact_actions import must_be_one_of, must_see
from domestique.relations.meetings.queries import items_visible_to, next_planned, waiting_items
from domestique.relations.meetings.separation import is_misplaced, meeting_for
from domestique.relations.models import Contact, Meeting, MeetingItem

ANSWER_WITHIN_DAYS = 7
PLAN_DIALOGUE = "Plan a development dialogue"
"""What is to follow when somebody asked for one; the list of follow-ups offers to plan it."""
SIDES = ("business", "it")


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """When and where a meeting is to be: local time of the organisation."""

    starts: datetime
    minutes_long: int = 60
    place: str = ""


@dataclass(frozen=True, slots=True)
class NewItem:
    """Something put down for a meeting or out of it."""

    kind: str
    text: str
    owner: str = ""
    due_on: date | None = None
    need: str = ""


def ask_for_dialogue(viewer: Viewer, *, customer: str, wish: str, today: date) -> Contact:
    """Ask for a development dialogue: her team finds it among what is to follow within a week."""
    asked = must_see(viewer, customer)
    with changing():
        new = Contact(
            id=next_id(Contact, "CT"),
            customer=asked,
            date=today,
            channel=Channel.MESSAGE,
            their_people=[viewer.person],
            gist=wish.strip() or "Asks for a development dialogue",
            is_two_way=False,
            follow_up=PLAN_DIALOGUE,
            follow_up_on=today + timedelta(days=ANSWER_WITHIN_DAYS),
        )
        return enter(new, viewer, "Asked for a development dialogue")


def plan_meeting(
    viewer: Viewer,
    plan: MeetingPlan,
    *,
    customer: str,
    kind: str,
    chair: str,
    participants: Sequence[str],
    today: date,
    answers: Contact | None = None,
) -> Meeting:
    """Plan a meeting; ``answers`` is the contact in which somebody asked for it, which is followed up by that."""
    with_whom = must_see(viewer, customer)
    must_be_one_of(kind, tuple(MeetingKind.values))
    _must_lie_ahead(plan, today)
    with changing():
        new = Meeting(
            id=next_id(Meeting, "MT"),
            customer=with_whom,
            kind=kind,
            starts=plan.starts,
            minutes_long=plan.minutes_long,
            place=plan.place,
            chair=chair or usual_chair(with_whom.team, kind),
            participants=list(participants),
        )
        meeting = enter(new, viewer, "Planned")
        if answers is not None and answers.customer_id == with_whom.id:
            change(answers, viewer, "A meeting is planned", followed_up_on=today)
    return meeting


def usual_chair(team: object, kind: str) -> str:
    """Return who leads a kind of meeting: the delivery manager a follow-up, the customer manager the others."""
    role = "delivery_manager" if kind == MeetingKind.FOLLOW_UP else "customer_manager"
    return getattr(team, role, "") if team is not None else ""


def move_meeting(viewer: Viewer, meeting: Meeting, plan: MeetingPlan, *, today: date) -> Meeting:
    """Move a planned meeting to another time or place."""
    _must_be_planned(meeting)
    _must_lie_ahead(plan, today)
    with changing():
        return change(
            meeting,
            viewer,
            "Moved",
            starts=plan.starts,
            minutes_long=plan.minutes_long,
            place=plan.place,
        )


def cancel_meeting(viewer: Viewer, meeting: Meeting, *, reason: str, today: date) -> Meeting:
    """Cancel a planned meeting; what stood in it stays on record, its open actions go on."""
    _must_be_planned(meeting)
    with changing():
        return change(meeting, viewer, reason or "Cancelled", cancelled_on=today)


def hold_meeting(
    viewer: Viewer, meeting: Meeting, *, gist: str, today: date, held_on: date | None = None
) -> Meeting:
    """Say that a meeting was held and what came of it; what waited for a meeting of its kind becomes part of it."""
    _must_be_planned(meeting)
    day = held_on or min(today, meeting.starts.date())
    if day > today:
        raise errors.DayLiesAhead(day=day, today=today)
    insist(gist.strip(), errors.OutcomeMissing())
    with changing():
        held = change(meeting, viewer, "Held", held_on=day, gist=gist)
        for item in waiting_for(viewer, held):
            change(item, viewer, "Taken up", meeting=held)
    return held


def waiting_for(viewer: Viewer, meeting: Meeting) -> list[MeetingItem]:
    """Return what was parked and waits for a meeting of this kind with this customer."""
    parked = waiting_items(items_visible_to(viewer)).filter(
        meeting__customer_id=meeting.customer_id
    )
    return [item for item in parked if meeting_for(item.kind) == meeting.kind]


def add_item(viewer: Viewer, meeting: Meeting, entry: NewItem) -> MeetingItem:
    """Put something down for a meeting, or out of it; a misplaced item is taken too, and can be parked."""
    must_be_one_of(entry.kind, tuple(ItemKind.values))
    insist(entry.text.strip(), errors.SubjectMissing())
    if entry.kind == ItemKind.ACTION and not entry.owner.strip():
        raise errors.OwnerMissing
    with changing():
        new = MeetingItem(
            id=next_id(MeetingItem, "MI"),
            meeting=meeting,
            kind=entry.kind,
            text=entry.text,
            owner=entry.owner,
            due_on=entry.due_on,
            need_id=entry.need or None,
        )
        return enter(new, viewer, "Put down")


def park_item(viewer: Viewer, item: MeetingItem, *, today: date) -> MeetingItem:
    """Park a misplaced item for the next meeting it belongs to; while none is planned it waits for one."""
    meeting: Meeting = item.meeting
    if item.parked_from_id == meeting.id or not is_misplaced(item.kind, meeting.kind):
        raise errors.NothingToPark(item=item.text)
    home = next_planned(viewer, meeting.customer_id, meeting_for(item.kind) or "", today)
    with changing():
        return change(
            item,
            viewer,
            "Parked for the meeting it belongs to",
            parked_from=meeting,
            meeting=home or meeting,
        )


def finish_action(viewer: Viewer, item: MeetingItem, *, today: date) -> MeetingItem:
    """Say that an action is done."""
    with changing():
        return change(item, viewer, "Done", done_on=today)


def tell_mood(viewer: Viewer, meeting: Meeting, *, side: str, mood: str) -> Meeting:
    """Say in one tap how a meeting felt to one side; the team may say what it heard from the other."""
    must_be_one_of(side, SIDES)
    must_be_one_of(mood, tuple(MeetingMood.values))
    is_heard = viewer.may(Ability.WORK_WITH_CUSTOMERS) and side == "business"
    why = "Heard" if is_heard else "Said"
    with changing():
        told = change(meeting, viewer, why, **{f"mood_{side}": mood})
        if told.held_on is None:  # asked last: nobody waits for the day only to be turned away
            raise errors.MeetingNotHeld
    return told


def _must_be_planned(meeting: Meeting) -> None:
    if meeting.held_on:
        raise errors.MeetingWasHeld(day=meeting.held_on)
    if meeting.cancelled_on:
        raise errors.MeetingWasCancelled(day=meeting.cancelled_on)


def _must_lie_ahead(plan: MeetingPlan, today: date) -> None:
    if plan.starts.date() < today:
        raise errors.TimeHasPassed(day=plan.starts.date(), today=today)

"""Who spoke with whom: contacts, meetings and promises as one timeline of a customer, a need or a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domestique.parties.queries import customers_visible_to, day_for, orderers_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.choices import Channel, MeetingKind
from domestique.relations.meetings.actions import PLAN_DIALOGUE
from domestique.relations.meetings.queries import (
    contacts_visible_to,
    meetings_visible_to,
    promises_visible_to,
)
from domestique.relations.models import Contact, Meeting, Promise
from domestique.relations.queries import needs_visible_to

CHANNELS = {
    Channel.MEETING: say("meeting"),
    Channel.CALL: say("call"),
    Channel.MESSAGE: say("message"),
    Channel.VISIT: say("visit"),
    Channel.CORRIDOR: say("in the corridor"),
}
KINDS = {
    MeetingKind.DIALOGUE: say("development dialogue"),
    MeetingKind.FOLLOW_UP: say("follow-up"),
    MeetingKind.TEAM: say("customer team meeting"),
}


@dataclass(frozen=True, slots=True)
class TimelineOf:
    """Whose timeline: of a customer, a need or a person; empty is all."""

    customer: str = ""
    need: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something between us and a customer on a day; ``contact`` has a follow-up that can be ticked."""

    day: date
    table: str
    record: Contact | Meeting | Promise
    customer: str
    kind: Sentence
    people: tuple[str, ...]
    text: str
    note: Sentence | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What we said we would do after a contact, and whether its day has passed."""

    contact: Contact
    customer: str
    is_late: bool

    @property
    def asks_for_dialogue(self) -> bool:
        """Whether it is answered by planning a development dialogue."""
        return self.contact.follow_up == PLAN_DIALOGUE


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline, newest first, with what stays to be followed up and the names of what was asked for."""

    asked: TimelineOf
    day: date
    title: Sentence
    moments: tuple[Moment, ...]
    follow_ups: tuple[FollowUp, ...]
    need: str


def timeline_of(viewer: Viewer, clock: date, asked: TimelineOf) -> Timeline:
    """Return a timeline in a fixed number of queries; nothing on it for what is not there."""
    day = day_for(viewer, clock)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    chosen = {"customer_id": asked.customer} if asked.customer else {}
    about_need = {"need_id": asked.need} if asked.need else {}
    contacts = contacts_visible_to(viewer).filter(**chosen, **about_need)
    promises = promises_visible_to(viewer).filter(**chosen, **about_need)
    meetings = meetings_visible_to(viewer).filter(**chosen).exclude(held_on=None)
    moments = [*_contacts(contacts, names), *_promises(promises, names)]
    if not asked.need:
        moments += _meetings(meetings, names)
    if asked.person:
        moments = [one for one in moments if asked.person in one.people]
    ordered = sorted(moments, key=lambda one: (one.day, one.table, one.record.pk), reverse=True)
    need = needs_visible_to(viewer).filter(pk=asked.need).first() if asked.need else None
    return Timeline(
        asked,
        day,
        _title(asked, names, need.need if need else asked.need),
        tuple(ordered),
        follow_ups([one.contact for one in ordered if one.contact], names, day),
        need.need if need else "",
    )


def follow_ups(
    contacts: Iterable[Contact], names: dict[str, str], day: date
) -> tuple[FollowUp, ...]:
    """Return what stays to be followed up, the longest overdue first; without a day last."""
    opened = [one for one in contacts if one.follow_up and one.followed_up_on is None]
    ordered = sorted(opened, key=lambda one: (one.follow_up_on or date.max, one.id))
    return tuple(
        FollowUp(
            one,
            names.get(one.customer_id, one.customer_id),
            is_late=one.follow_up_on is not None and one.follow_up_on < day,
        )
        for one in ordered
    )


def people_of(viewer: Viewer, customer_id: str) -> tuple[str, ...]:
    """Return the people of a customer by name: she who decides first, then who orders."""
    decides = customers_visible_to(viewer).filter(pk=customer_id).values_list("person", flat=True)
    orders = orderers_visible_to(viewer).filter(customer_id=customer_id)
    names = [*decides, *orders.values_list("person", flat=True)]
    return tuple(dict.fromkeys(name for name in names if name))


def _title(asked: TimelineOf, names: dict[str, str], need: str) -> Sentence:
    if asked.need:
        return say("Spoken about %(need)s", need=need)
    if asked.person:
        return say("Spoken with %(person)s", person=asked.person)
    if asked.customer:
        return say("Spoken with %(customer)s", customer=names.get(asked.customer, asked.customer))
    return say("Spoken with customers")


def _contacts(contacts: Iterable[Contact], names: dict[str, str]) -> Iterator[Moment]:
    for one in contacts:
        yield Moment(
            one.date,
            "contacts",
            one,
            names.get(one.customer_id, one.customer_id),
            CHANNELS[Channel(one.channel)],
            (*one.their_people, *one.our_people),
            one.gist,
            None if one.is_two_way else say("nobody answered yet"),
            one,
        )


def _meetings(meetings: Iterable[Meeting], names: dict[str, str]) -> Iterator[Moment]:
    for one in meetings:
        if one.held_on:
            yield Moment(
                one.held_on,
                "meetings",
                one,
                names.get(one.customer_id, one.customer_id),
                KINDS[MeetingKind(one.kind)],
                (*one.participants, *([one.chair] if one.chair else [])),
                one.gist,
            )


def _promises(promises: Iterable[Promise], names: dict[str, str]) -> Iterator[Moment]:
    for one in promises:
        yield Moment(
            one.given_on,
            "promises",
            one,
            names.get(one.customer_id, one.customer_id),
            say("promise"),
            tuple(name for name in (one.given_to, one.given_by) if name),
            one.promise,
            note=None if one.due_on is None else say("due on %(day)s", day=one.due_on),
        )

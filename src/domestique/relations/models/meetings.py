"""Meetings, what was on their agenda, and their rhythm."""

from django.db import models

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import FoundBy, RecordKind, Words
from domestique.records.models import Record
from domestique.relations.choices import ItemKind, MeetingKind, MeetingMood


class Meeting(Record):
    """A meeting with a customer, or about her: when (local time), who chairs, who comes, and how it felt on both sides."""

    declared = RecordKind(
        "meetings",
        say("Meetings with customers, and the team's own about them."),
        (
            "Development dialogues carry no statistics and follow-ups no new wishes; the team's own meeting is "
            "about one customer at a time."
        ),
        found_by=FoundBy(
            say("Meetings"),
            ("kind",),
            ("customer", "starts"),
            ("place", "chair"),
            pages=("meeting",),
        ),
        words=Words.WITH_THE_REST,
        rules=("R10",),
        after="promises",
    )

    id = declare.own_id(say("The meeting's own id."))
    customer = declare.customer(say("The customer it is held with, or about."))
    kind = declare.chosen(MeetingKind, say("Which kind of meeting."), required=True)
    starts = declare.local_time(say("When it starts."), required=True)
    minutes_long = declare.whole(say("How many minutes it takes."), default=60, least=1)
    place = declare.text(say("Where."))
    chair = declare.person(
        say("Who leads it; empty is who normally does."), empty="who normally leads it"
    )
    participants = declare.people(say("Who comes."))
    held_on = declare.day(
        say("The day it was held; empty: not yet, or never."), empty="not yet, or never"
    )
    cancelled_on = declare.day(say("When it was cancelled."), empty="not cancelled")
    gist = declare.words(say("What came of it, in a few sentences."))
    mood_business = declare.chosen(MeetingMood, say("How it felt to the business."))
    mood_it = declare.chosen(MeetingMood, say("How it felt to IT."))

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["customer", "starts"], name="meeting_of_customer")]


class MeetingItem(Record):
    """Something for a meeting's agenda, or out of it: an item, a decision, an action with owner and day.

    ``parked_from`` is the meeting it was misplaced in: what lands in the wrong kind of meeting is parked for the
    other, never lost; while none is planned it waits where it is (``meeting`` is ``parked_from``).
    An action without ``done_on`` is carried over to the next meeting of its kind.
    """

    declared = RecordKind(
        "meeting_items",
        say("Items of meetings: what to speak about, what was decided, who does what."),
        (
            "What lands in the wrong kind of meeting is parked for the other and never lost. An action that is "
            "not done is carried over."
        ),
        found_by=FoundBy(
            say("Items of meetings"),
            ("text",),
            ("owner", "kind"),
            pages=(("meeting", "meeting_id"),),
        ),
        words=Words.WITH_THE_REST,
        rules=("R10",),
    )

    id = declare.own_id(say("The item's own id."))
    meeting = declare.link("relations.Meeting", say("The meeting."), required=True)
    kind = declare.chosen(ItemKind, say("What it is about."), default=ItemKind.NOTE)
    text = declare.words(say("What it says."), required=True)
    owner = declare.person(say("Who does it."))
    due_on = declare.day(say("By when."))
    done_on = declare.day(say("When it was done; empty: not yet."), empty="not yet")
    need = declare.link("relations.Need", say("The need it is about."), empty="none")
    parked_from = declare.link(
        "relations.Meeting", say("The meeting it was misplaced in."), empty="none"
    )

    class Meta:
        ordering = ["meeting_id", "id"]


class Cadence(Record):
    """How often a kind of meeting is held with a customer: every so many weeks."""

    declared = RecordKind(
        "cadences",
        say("How often each kind of meeting is held with each customer."),
        "How many weeks lie between two meetings of a kind with a customer; what is overdue is told.",
        found_by="figures only",
    )

    customer = declare.customer(say("The customer."))
    kind = declare.chosen(MeetingKind, say("The kind of meeting."), required=True)
    weeks = declare.whole(
        say("How many weeks there are between two of them."), required=True, least=1
    )

    class Meta:
        constraints = [declare.key("customer", "kind", name="one_cadence_per_kind")]
        ordering = ["customer_id", "kind"]

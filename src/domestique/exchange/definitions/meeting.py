"""The tables of how we meet: contacts, promises, meetings and their rhythm."""

from __future__ import annotations

from decimal import Decimal

from domestique.exchange.definitions.often import (
    chosen,
    customer,
    day,
    linked,
    names,
    own,
    text,
    words,
)
from domestique.exchange.definitions.ranges import LARGEST_WHOLE
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table
from domestique.relations.models import (
    Cadence,
    Channel,
    Contact,
    ItemKind,
    Meeting,
    MeetingItem,
    MeetingKind,
    MeetingMood,
    Promise,
)
from domestique.satisfaction.models import Face

ONE = Decimal(1)

CONTACTS = Table(
    "contacts",
    Contact,
    ("id",),
    (
        own(say("The contact's own id.")),
        customer(say("The customer whose people we spoke with.")),
        day("date", say("The day."), required=True),
        chosen("channel", Channel.values, say("How.")),
        names("our_people", say("Who of us.")),
        names("their_people", say("Who of them.")),
        words("gist", say("What was said, in a sentence."), required=True),
        chosen("face", Face.values, say("How it felt to them.")),
        Column(
            "two_way",
            "is_two_way",
            Kind.YES_NO,
            say("No if only one side spoke; such a contact breaks no silence."),
        ),
        linked("need", "needs", say("The need it was about.")),
        linked("outage", "outages", say("The outage it was about.")),
        words("follow_up", say("What we said we would do.")),
        day("follow_up_on", say("By when.")),
        day("followed_up_on", say("When it was done.")),
    ),
    say("When we and a customer's people spoke, and what follows from it."),
)

PROMISES = Table(
    "promises",
    Promise,
    ("id",),
    (
        own(say("The promise's own id.")),
        customer(say("The customer it was given to.")),
        words("promise", say("What was promised."), required=True),
        day("given_on", say("When."), required=True),
        text("given_by", say("By whom."), required=True),
        text("given_to", say("To whom.")),
        day("due_on", say("By when it is to be kept.")),
        day("kept_on", say("When it was kept; empty: not yet.")),
        day("taken_back_on", say("When it was taken back.")),
        words("reason", say("Why it was taken back, or came late.")),
        linked("need", "needs", say("The need it is about.")),
    ),
    say("What we promised customers: given, due, kept."),
)

MEETINGS = Table(
    "meetings",
    Meeting,
    ("id",),
    (
        own(say("The meeting's own id.")),
        customer(say("The customer it is held with, or about.")),
        chosen("kind", MeetingKind.values, say("Which kind of meeting."), required=True),
        Column("starts", "starts", Kind.LOCAL_TIME, say("When it starts."), required=True),
        Column(
            "minutes_long",
            "minutes_long",
            Kind.WHOLE,
            say("How many minutes it takes."),
            minimum=ONE,
            maximum=LARGEST_WHOLE,
        ),
        text("place", say("Where.")),
        text("chair", say("Who leads it; empty is who normally does.")),
        names("participants", say("Who comes.")),
        day("held_on", say("The day it was held; empty: not yet, or never.")),
        day("cancelled_on", say("When it was cancelled.")),
        words("gist", say("What came of it, in a few sentences.")),
        chosen("mood_business", MeetingMood.values, say("How it felt to the business.")),
        chosen("mood_it", MeetingMood.values, say("How it felt to IT.")),
    ),
    say("Meetings with customers, and the team's own about them."),
)

MEETING_ITEMS = Table(
    "meeting_items",
    MeetingItem,
    ("id",),
    (
        own(say("The item's own id.")),
        linked("meeting", "meetings", say("The meeting."), required=True),
        chosen("kind", ItemKind.values, say("What it is about.")),
        words("text", say("What it says."), required=True),
        text("owner", say("Who does it.")),
        day("due_on", say("By when.")),
        day("done_on", say("When it was done; empty: not yet.")),
        linked("need", "needs", say("The need it is about.")),
        linked("parked_from", "meetings", say("The meeting it was misplaced in.")),
    ),
    say("Items of meetings: what to speak about, what was decided, who does what."),
)

CADENCES = Table(
    "cadences",
    Cadence,
    ("customer", "kind"),
    (
        customer(say("The customer.")),
        chosen("kind", MeetingKind.values, say("The kind of meeting."), required=True),
        Column(
            "weeks",
            "weeks",
            Kind.WHOLE,
            say("How many weeks there are between two of them."),
            required=True,
            minimum=ONE,
            maximum=LARGEST_WHOLE,
        ),
    ),
    say("How often each kind of meeting is held with each customer."),
)

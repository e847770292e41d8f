"""The tables of what customers feel, need and plan."""

from __future__ import annotations

from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind, Table
from domestique.relations.models import CustomerActivity, Need
from domestique.satisfaction.models import Face, Pulse, Whose


def _customer(meaning: Sentence) -> Column:
    return Column("customer", "customer_id", Kind.LINK, meaning, required=True, to="customers")


PULSES = Table(
    "pulses",
    Pulse,
    ("customer", "date", "person"),
    (
        _customer(say("The customer asked.")),
        Column("date", "date", Kind.DATE, say("The day she answered."), required=True),
        Column(
            "face",
            "face",
            Kind.CHOICE,
            say("How she feels about what she gets."),
            required=True,
            choices=tuple(Face.values),
        ),
        Column("person", "person", Kind.TEXT, say("The person who answered.")),
        Column("words", "words", Kind.TEXT, say("Her own words."), is_long=True),
        Column(
            "contemplating",
            "contemplating",
            Kind.TEXT,
            say("What she considers instead."),
            is_long=True,
        ),
        Column("at_stake", "at_stake", Kind.DECIMAL, say("The yearly money at stake."), places=2),
        Column(
            "whose",
            "whose",
            Kind.CHOICE,
            say("Whose words they are; empty is hers."),
            choices=tuple(Whose.values),
        ),
        Column("noted_by", "noted_by", Kind.TEXT, say("Who in IT wrote it down.")),
        Column("would_turn", "would_turn", Kind.TEXT, say("What would turn it."), is_long=True),
    ),
    say("How customers feel, in their own words."),
)

NEEDS = Table(
    "needs",
    Need,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The need's own id."), required=True),
        _customer(say("The customer whose need it is.")),
        Column(
            "raised_by", "raised_by_id", Kind.LINK, say("The orderer behind it."), to="orderers"
        ),
        Column(
            "need",
            "need",
            Kind.TEXT,
            say("The need in its own words."),
            required=True,
            is_long=True,
        ),
        Column("state", "state", Kind.TEXT, say("How far it has come.")),
        Column("decider", "decider", Kind.TEXT, say("Who decides.")),
        Column("services", "services", Kind.LINKS, say("The services it is about."), to="services"),
        Column("note", "note", Kind.TEXT, say("What there is to say about it."), is_long=True),
        Column("goal", "goal_id", Kind.LINK, say("The customer's goal it serves."), to="goals"),
        Column(
            "merged_into",
            "merged_into_id",
            Kind.LINK,
            say("The need of another customer that is the same ask."),
            to="needs",
        ),
    ),
    say("What the business lacks, and how far it has come."),
)

CUSTOMER_ACTIVITIES = Table(
    "customer_activities",
    CustomerActivity,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The activity's own id."), required=True),
        _customer(say("The customer who plans it.")),
        Column("date", "date", Kind.DATE, say("When it begins."), required=True),
        Column("what", "what", Kind.TEXT, say("What it is."), required=True, is_long=True),
        Column("effect", "effect", Kind.TEXT, say("What changes with it."), is_long=True),
        Column("services", "services", Kind.LINKS, say("The services it hits."), to="services"),
    ),
    say("What customers plan that changes what they need."),
)

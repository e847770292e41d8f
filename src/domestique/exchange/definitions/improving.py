"""The tables of what comes in, and of what is made better."""

from __future__ import annotations

from decimal import Decimal

from domestique.exchange.definitions.often import (
    chosen,
    customer,
    day,
    ids,
    linked,
    own,
    text,
    words,
)
from domestique.exchange.definitions.ranges import LARGEST_WHOLE, ZERO
from domestique.improvement.models import (
    Improvement,
    ImprovementState,
    InboxItem,
    SourceType,
    Triage,
)
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table

INBOX = Table(
    "inbox",
    InboxItem,
    ("id",),
    (
        own(say("The item's own id.")),
        day("received_on", say("When it came in."), required=True),
        chosen("source", SourceType.values, say("Where it comes from."), required=True),
        text("origin", say("Who brought it, or which report."), required=True),
        words("text", say("What it says."), required=True),
        customer(say("The customer it is about, if one."), required=False),
        ids("services", "services", say("The services it is about.")),
        Column(
            "times",
            "times",
            Kind.WHOLE,
            say("How often the same was heard."),
            minimum=Decimal(1),
            maximum=LARGEST_WHOLE,
        ),
        chosen("triage", Triage.values, say("Where it went; empty: not yet sorted.")),
        day("triaged_on", say("When it was sorted.")),
        text("triaged_by", say("Who sorted it.")),
        text("became", say("The id of the need or improvement it became.")),
        words("answer", say("What those who brought it were answered.")),
        day("answered_on", say("When it was answered.")),
        text("answered_by", say("Who answered.")),
        day("told_back_on", say("When those who brought it were told how it ended.")),
    ),
    say("What came in, from which source, where it went and what was answered."),
)

IMPROVEMENTS = Table(
    "improvements",
    Improvement,
    ("id",),
    (
        own(say("The improvement's own id.")),
        day("raised_on", say("When it was raised."), required=True),
        text("raised_by", say("Who raised it.")),
        text("title", say("What is made better."), required=True),
        ids("customers", "customers", say("The customers it is for.")),
        ids("services", "services", say("The services it changes.")),
        words("value", say("What they gain by it.")),
        words("problem", say("What is wrong today.")),
        Column(
            "weeks",
            "weeks",
            Kind.WHOLE,
            say("How many weeks it takes."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        text("owner", say("Who answers for it.")),
        chosen("state", ImprovementState.values, say("How far it has come.")),
        words("measure", say("What is measured.")),
        words("before", say("The reading before.")),
        words("target", say("The reading aimed at.")),
        words("after", say("The reading after.")),
        day("done_on", say("When it was done.")),
        ids("felt_by", "customers", say("The customers who noticed.")),
        ids("not_felt_by", "customers", say("The customers who were asked and did not notice.")),
        linked("part_of", "improvements", say("The too big improvement it was split from.")),
    ),
    say("What is made better: for whom, how big, and whether it was felt."),
)

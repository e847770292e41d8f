"""The tables of how needs become decisions: steps, preparations, requirements, escalations."""

from __future__ import annotations

from domestique.exchange.definitions.often import (
    chosen,
    customer,
    day,
    ids,
    linked,
    money,
    names,
    own,
    text,
    words,
)
from domestique.exchange.definitions.ranges import LARGEST_WHOLE, ZERO
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table
from domestique.relations.models import (
    Decision,
    Escalation,
    Forum,
    NeedStep,
    Option,
    Preparation,
    Requirement,
    RequirementState,
    Step,
)

NEED_STEPS = Table(
    "need_steps",
    NeedStep,
    ("need", "step", "date"),
    (
        linked("need", "needs", say("The need."), required=True),
        chosen("step", Step.values, say("The step it took."), required=True),
        day("date", say("When it took it."), required=True),
        text("person", say("Who took it."), required=True),
        words("note", say("The reason, or the question it came back with.")),
    ),
    say("What happened to needs: each step, when and by whom."),
)

PREPARATIONS = Table(
    "preparations",
    Preparation,
    ("need",),
    (
        linked("need", "needs", say("The need that is prepared."), required=True),
        words("outcome", say("The result the business wants.")),
        words("now", say("How it is today.")),
        words("cost_of_waiting", say("What it costs to wait.")),
        words("who_else", say("Who else it concerns.")),
        money("yearly_cost", say("Roughly what it would cost a year.")),
        words("price_effect", say("What that does to the price.")),
        words("impact", say("What it changes for the business.")),
        words("next_step", say("The recommended next small step.")),
        text("prepared_by", say("Who prepared it.")),
        day("prepared_on", say("When it was prepared.")),
    ),
    say("The one-page sheets on which needs are prepared for a decision."),
)

REQUIREMENTS = Table(
    "requirements",
    Requirement,
    ("id",),
    (
        own(say("The requirement's own id.")),
        customer(say("The customer whose requirement it is.")),
        linked("need", "needs", say("The need it comes from.")),
        linked("service", "services", say("The service that must meet it.")),
        words("requirement", say("What must be so."), required=True),
        words("reason", say("Why.")),
        words("measure", say("How it is seen that it is met.")),
        Column(
            "priority",
            "priority",
            Kind.WHOLE,
            say("Its place in the customer's order; 1 is first."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        chosen("state", RequirementState.values, say("How far it has come.")),
        text("established_by", say("The customer who established it.")),
        day("established_on", say("When she established it.")),
        linked("replaces", "requirements", say("The requirement whose text it changes.")),
        words("evidence", say("The measurement, test or word that shows it is met, or is not.")),
        day("evidence_on", say("The day of the evidence.")),
    ),
    say("What services must do for customers, from proposed to met."),
)

ESCALATIONS = Table(
    "escalations",
    Escalation,
    ("id",),
    (
        own(say("The escalation's own id.")),
        customer(say("The customer it is about.")),
        words("question", say("The question to decide, in one sentence."), required=True),
        words("tried", say("What was tried before.")),
        chosen("forum", Forum.values, say("Where it lies now.")),
        ids("services", "services", say("The services it is about.")),
        linked("need", "needs", say("The need behind it.")),
        linked("complaint", "complaints", say("The complaint behind it.")),
        day("raised_on", say("When it was raised."), required=True),
        text("raised_by", say("Who raised it."), required=True),
        day("due_on", say("By when it must be decided.")),
        day("withdrawn_on", say("When it was withdrawn undecided.")),
    ),
    say("Questions that nobody below could decide."),
)

OPTIONS = Table(
    "options",
    Option,
    ("id",),
    (
        own(say("The option's own id.")),
        linked("need", "needs", say("The need it would answer.")),
        linked("escalation", "escalations", say("The escalation it would answer.")),
        words("option", say("What could be done."), required=True),
        words("consequence", say("What would follow from it.")),
        money("one_time_cost", say("What it costs once.")),
        money("yearly_cost", say("What it costs a year.")),
    ),
    say("Ways to answer a need or an escalation, and what would follow."),
)

DECISIONS = Table(
    "decisions",
    Decision,
    ("id",),
    (
        own(say("The decision's own id.")),
        customer(say("The customer it is about.")),
        linked("need", "needs", say("The need it answers.")),
        linked("escalation", "escalations", say("The escalation it answers.")),
        words("question", say("The question, in one sentence."), required=True),
        words("decision", say("What was decided, in words to tell back."), required=True),
        Column("yes", "is_yes", Kind.YES_NO, say("Whether the answer was yes.")),
        linked("option", "options", say("The option chosen.")),
        chosen("forum", Forum.values, say("Where it was decided.")),
        text("decided_by", say("Who decided."), required=True),
        day("decided_on", say("When."), required=True),
        money("yearly_cost", say("What it costs a year.")),
        day("told_back_on", say("When those who asked were told; empty: not yet.")),
        text("told_back_by", say("Who told them.")),
        names("told_to", say("Who was told.")),
    ),
    say("What was decided, where, by whom, and whether it was told back."),
)

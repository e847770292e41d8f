"""The tables of what customers think: value, alternatives, complaints, surveys."""

from __future__ import annotations

from decimal import Decimal

from domestique.exchange.definitions.often import (
    chosen,
    customer,
    day,
    ids,
    linked,
    money,
    own,
    text,
    words,
)
from domestique.exchange.definitions.ranges import LARGEST_WHOLE
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table
from domestique.satisfaction.models import (
    Alternative,
    AlternativeState,
    Complaint,
    QuestionKind,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    SurveyRole,
    ValueScore,
)

ONE, FIVE = Decimal(1), Decimal(5)

VALUE_SCORES = Table(
    "value_scores",
    ValueScore,
    ("customer", "service", "scored_on"),
    (
        customer(say("The customer who scores.")),
        linked("service", "services", say("The service scored."), required=True),
        day("scored_on", say("The day she scored it."), required=True),
        Column(
            "score",
            "score",
            Kind.WHOLE,
            say("What it is worth to her: 1 very little, 5 very much."),
            required=True,
            minimum=ONE,
            maximum=FIVE,
        ),
        money("ceiling_price", say("The most she would pay for a unit."), places=6),
        money("benefit", say("What it brings her a year, in money.")),
        text("scored_by", say("The person on the customer's side who scored."), required=True),
        words("words", say("Her own words.")),
    ),
    say("What services are worth to customers, in their own judgement."),
)

ALTERNATIVES = Table(
    "alternatives",
    Alternative,
    ("id",),
    (
        own(say("The alternative's own id.")),
        customer(say("The customer who turns elsewhere.")),
        ids("services", "services", say("The services it would take the place of.")),
        words("alternative", say("What she considers, tries or uses."), required=True),
        chosen("state", AlternativeState.values, say("How far it has gone.")),
        day("heard_on", say("When we heard of it."), required=True),
        text("heard_by", say("Who heard of it.")),
        words("reason", say("Why, in her words; without blame.")),
        words("would_turn", say("What would turn it.")),
        money("at_stake", say("The yearly money that would leave.")),
        words("learned", say("What we learned from it.")),
    ),
    say("What customers consider, try or use instead of what IT offers."),
)

COMPLAINTS = Table(
    "complaints",
    Complaint,
    ("id",),
    (
        own(say("The complaint's own id.")),
        customer(say("The customer who complains.")),
        text("person", say("The person who complained.")),
        day("received_on", say("When it was received."), required=True),
        words("complaint", say("What it is about, in her words."), required=True),
        ids("services", "services", say("The services it is about.")),
        day("acknowledged_on", say("When she was told that it is received.")),
        text("acknowledged_by", say("Who told her.")),
        words("cause", say("What caused it.")),
        words("answer", say("What she was answered.")),
        day("answered_on", say("When she was answered.")),
        Column(
            "satisfied",
            "is_satisfied",
            Kind.YES_NO,
            say("Whether the answer satisfied her; empty is not known."),
        ),
        day("closed_on", say("When it was closed.")),
    ),
    say("Complaints of customers, from receipt to close."),
)

SURVEYS = Table(
    "surveys",
    Survey,
    ("id",),
    (
        own(say("The survey's own id.")),
        text("name", say("What it is called."), required=True),
        chosen("role", SurveyRole.values, say("Whom it asks."), required=True),
        day("opens_on", say("The first day it can be answered."), required=True),
        day("closes_on", say("The last day it can be answered."), required=True),
        ids("customers", "customers", say("The customers asked; none is all of them.")),
        Column(
            "open",
            "is_open",
            Kind.YES_NO,
            say("Yes if those asked agreed to speak by name; else answers are anonymous."),
        ),
        ids("promises", "promises", say("The promises made in its report.")),
        Column(
            "delivered",
            "delivered",
            Kind.WHOLE,
            say("How many invitations reached somebody, beside those sent from here."),
            minimum=Decimal(0),
            maximum=LARGEST_WHOLE,
        ),
    ),
    say("Surveys: whom they ask, when, and what was promised after them."),
)

SURVEY_QUESTIONS = Table(
    "survey_questions",
    SurveyQuestion,
    ("survey", "number"),
    (
        linked("survey", "surveys", say("The survey."), required=True),
        Column(
            "number",
            "number",
            Kind.WHOLE,
            say("Its place among the survey's questions."),
            required=True,
            minimum=ONE,
            maximum=LARGEST_WHOLE,
        ),
        chosen("kind", QuestionKind.values, say("What an answer to it is."), required=True),
        words("text_en", say("The question in English.")),
        words("text_sv", say("The question in Swedish.")),
        words("text_fi", say("The question in Finnish.")),
        linked("service", "services", say("The service it is about; empty is all of IT.")),
    ),
    say("The questions of surveys, in up to three languages."),
)

SURVEY_ANSWERS = Table(
    "survey_answers",
    SurveyAnswer,
    ("survey", "sheet", "number"),
    (
        linked("survey", "surveys", say("The survey."), required=True),
        Column(
            "sheet",
            "sheet",
            Kind.ID,
            say("One person's sheet, by a number that says nothing of her."),
            required=True,
        ),
        Column(
            "number",
            "number",
            Kind.WHOLE,
            say("The question's place in the survey."),
            required=True,
            minimum=ONE,
            maximum=LARGEST_WHOLE,
        ),
        words("answer", say("The answer: 1 to 5, 0 to 10, a face, or words."), required=True),
        customer(say("The customer, where five or more were asked."), required=False),
        text("person", say("Who answered, in an open survey only.")),
    ),
    say("What surveys were answered, sheet by sheet, without names."),
)

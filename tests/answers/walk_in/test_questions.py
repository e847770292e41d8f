"""Good questions by rule from the picture: what is known of Samira, and what one asks her."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.answers.walk_in.good_questions import (
    OPEN_QUESTIONS,
    CustomersPlan,
    KnownOfCustomer,
    MissedPromise,
    good_questions,
    same_weekday,
)
from domestique.quantities.period import Month
from domestique.satisfaction.pulse import Mood

TODAY = date(2026, 11, 21)
SUNDAYS = (date(2026, 10, 11), date(2026, 10, 25))
SHOP = MissedPromise("S03", "Web shop", SUNDAYS)


def asked(**known: object) -> list[str]:
    return [str(question.text) for question in good_questions(KnownOfCustomer(TODAY, **known))]


def first(**known: object) -> str:
    return asked(**known)[0]


def test_satisfied_and_nothing_known_leaves_the_open_questions():
    known = KnownOfCustomer(TODAY, mood=Mood.POSITIVE, said_on=TODAY)
    assert good_questions(known) == OPEN_QUESTIONS


def test_there_are_always_three():
    assert len(asked()) == 3
    assert len(asked(mood=Mood.NEGATIVE, contemplating="leave", waiting=["A", "B"])) == 3


@pytest.mark.parametrize("mood", [Mood.NEGATIVE, Mood.NEUTRAL, Mood.MIXED])
def test_unhappy_on_sundays_is_asked_what_quiet_sundays_are_worth(mood):
    text = first(mood=mood, missed=[SHOP])
    assert text == "What would it be worth to you that Sundays are quiet?"


def test_misses_on_different_days_ask_for_the_service():
    workplace = MissedPromise("S24", "Workplace", (date(2026, 10, 6), date(2026, 10, 17)))
    text = first(mood=Mood.NEGATIVE, missed=[workplace])
    assert text == "What would it be worth to you that Workplace is away less?"


def test_unhappy_without_a_miss_is_asked_what_would_have_to_change():
    assert "What would have to change" in first(mood=Mood.NEGATIVE)


def test_satisfied_with_a_miss_is_not_asked_what_it_is_worth():
    assert not any("worth to you" in text for text in asked(mood=Mood.POSITIVE, missed=[SHOP]))


def test_alternative_is_named_as_she_named_it():
    assert asked(mood=Mood.NEGATIVE, contemplating="a SaaS web shop")[1] == (
        "You are contemplating “a SaaS web shop”. What would it give you that we do not?"
    )


def test_unhappy_and_nobody_asked_what_comes_instead():
    assert "What are you contemplating instead?" in asked(mood=Mood.NEUTRAL)[1]


def test_silence_is_asked_with_her_last_words():
    text = first(said_on=date(2026, 5, 12), words="All good.")
    assert text == "On 2026-05-12 you said “All good.” Is it still so?"
    why = good_questions(KnownOfCustomer(TODAY, said_on=date(2026, 5, 12)))[0].why
    assert str(why) == "Nothing has been heard for 193 days."


def test_never_asked_is_asked_in_her_own_words():
    assert first() == "How do you feel about what you get from us, in your own words?"


def test_unaccepted_role_comes_before_everything():
    text = first(is_accepted=False, mood=Mood.NEGATIVE, missed=[SHOP])
    assert "Are you the one who decides" in text


def test_plan_that_leans_on_a_missed_service_asks_what_must_hold():
    week = CustomersPlan("Black week", date(2026, 11, 27), ("S05", "S03"))
    known = {"mood": Mood.POSITIVE, "missed": [SHOP], "month": Month(2026, 10), "plans": [week]}
    question = good_questions(KnownOfCustomer(TODAY, **known))[0]
    assert str(question.text) == (
        "Black week on 2026-11-27 leans on Web shop. What must hold that day?"
    )
    assert str(question.why) == "Web shop missed its level in October 2026."


@pytest.mark.parametrize(("day", "is_asked"), [("2026-12-21", True), ("2026-12-22", False)])
def test_quiet_plan_is_asked_about_within_thirty_days(day, is_asked):
    plan = CustomersPlan("Moving", date.fromisoformat(day), ("S05",))
    texts = asked(mood=Mood.POSITIVE, plans=[plan])
    assert any("Moving" in text for text in texts) is is_asked


def test_waiting_need_asks_what_she_needs_to_decide():
    text = first(mood=Mood.POSITIVE, waiting=["Compute in days"])
    assert text == "“Compute in days” waits for you. What do you need to know to decide?"


def test_ended_agreement_then_budget_then_value():
    texts = asked(
        mood=Mood.POSITIVE,
        ended_on=date(2026, 6, 30),
        above_budget=Decimal(119_400),
        currency="SEK",
        unconfirmed=["Print"],
    )
    assert texts == [
        "What should be different in the next agreement?",
        "The plan is above your budget. What would you stop?",
        "Is Print still worth its price to you?",
    ]


def test_budget_question_says_by_how_much():
    known = KnownOfCustomer(
        TODAY, mood=Mood.POSITIVE, above_budget=Decimal(119_400), currency="SEK"
    )
    assert str(good_questions(known)[0].why) == "The year's plan is 119 kSEK above the IT budget."


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (SUNDAYS, "Sundays"),
        (SUNDAYS[:1], None),
        ((SUNDAYS[0], SUNDAYS[0]), None),
        ((SUNDAYS[0], date(2026, 10, 12)), None),
        ((), None),
    ],
)
def test_a_weekday_needs_two_different_days(days, name):
    found = same_weekday(days)
    assert (found and str(found)) == name


def test_a_named_ceiling_stands_beside_the_question_what_it_would_be_worth():
    sundays = (date(2026, 10, 4), date(2026, 10, 11))
    shop = MissedPromise("S03", "Web shop", sundays)
    known = KnownOfCustomer(
        date(2026, 11, 21), mood=Mood.NEGATIVE, missed=[shop], ceilings={"S03": Decimal(40000)}
    )
    why = next(str(one.why) for one in good_questions(known) if "Sundays" in str(one.text))
    assert why.endswith("the most she would pay for one is 40000.")

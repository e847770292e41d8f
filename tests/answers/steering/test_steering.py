"""One page before the meeting, as Gunilla reads it."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.steering.steering import Pending, mood_trend, next_decision, steering_page
from domestique.quantities.sentence import say
from domestique.satisfaction.models import Pulse
from domestique.satisfaction.pulse import Mood

CLOCK = date(2030, 1, 1)
POSITIVE, NEUTRAL, NEGATIVE = Mood.POSITIVE, Mood.NEUTRAL, Mood.NEGATIVE


@pytest.mark.parametrize(
    ("faces", "state"),
    [
        ([POSITIVE, NEGATIVE], "met"),
        ([NEGATIVE, NEUTRAL, POSITIVE], "missed"),
        ([NEUTRAL, NEUTRAL], "plain"),
        ([POSITIVE], "unknown"),
        ([], "unknown"),
    ],
)
def test_trend_needs_two_answers(faces, state):
    assert mood_trend(faces).state == state


def test_the_most_pressing_decision_comes_first():
    everything = Pending("Compute", "suggested", CLOCK, say("too dear"), CLOCK)
    assert str(next_decision(everything)) == "decide on “Compute”"
    assert str(next_decision(Pending(status="suggested", ends_on=CLOCK))) == (
        "settle who is customer; the role is suggested"
    )
    assert str(next_decision(Pending(ended_on=CLOCK, above_budget=say("too dear")))) == (
        "renew the agreement that ended 2030-01-01"
    )
    assert str(next_decision(Pending(above_budget=say("too dear")))) == "pay or stop: too dear"


def test_a_question_to_the_steering_group_comes_before_everything():
    assert str(next_decision(Pending(question="Pay?", waiting="Compute"))) == "decide: Pay?"


def test_nothing_pending_is_no_decision():
    assert next_decision(Pending()) is None


@pytest.fixture
def page(viewer, demo, db):
    return steering_page(viewer, CLOCK)


def test_answer_says_how_many_decisions_and_who_may_leave(page):
    assert str(page.headline) == "8 decisions are needed."
    assert str(page.reason) == (
        "Most to lose: Retail & E-commerce with 4.1 MSEK a year; 6.7 MSEK in all."
    )


@pytest.mark.usefixtures("demo", "db")
def test_our_guess_is_no_trend_of_hers(viewer):
    Pulse.objects.all().delete()
    for day, face, whose in [
        ("2026-09-01", "negative", "hers"),
        ("2026-10-01", "positive", "our guess"),
    ]:
        Pulse.objects.create(customer_id="C04", date=day, face=face, whose=whose)
    rows = steering_page(viewer, CLOCK).rows
    assert next(one.trend for one in rows if one.row.id == "C04").state == "unknown"
    Pulse.objects.update(whose="hers")
    rows = steering_page(viewer, CLOCK).rows
    assert next(one.trend for one in rows if one.row.id == "C04").state == "met"


def test_every_customer_stands_once_and_the_unhappy_first(page):
    ids = [one.row.id for one in page.rows]
    assert ids[:2] == ["C04", "C10"]
    assert sorted(ids) == [f"C{number:02}" for number in range(1, 13)]


def test_every_customer_has_a_next_decision(page):
    decisions = {one.row.id: str(one.decision) for one in page.rows}
    assert decisions["C10"] == "decide on “Compute in days not months”"
    assert decisions["C02"] == "pay or stop: plan above the IT budget by 304 kSEK"
    assert decisions["C01"] == "renew the agreement before 2026-12-31"


def test_questions_bring_options_and_what_they_do_to_the_price(page):
    (question,) = page.questions
    assert [str(effect) for _, effect in question.options] == [
        "about 7500 SEK more per thousand orders",
        "the price stays as it is",
        "about 3167 SEK more per thousand orders",
    ]
    assert next(str(one.decision) for one in page.rows if one.row.id == "C04").startswith(
        "decide: Pay 900,000 SEK"
    )


def test_three_lists_decide_watch_stop(page):
    decide, watch, stop = page.lists
    assert [str(one.title) for one in page.lists] == ["Decide now", "Watch", "Stop"]
    assert str(decide.items[0]) == (
        "Pay 900,000 SEK a year for a second site for the web shop and its database,"
        " or promise 99.5 % instead of 99.95 %? (by 2026-12-04)"
    )
    assert str(decide.items[1]).startswith("Compute in days not months waits")
    assert str(watch.items[0]) == (
        "Decided 2026-09-18, and Pro Cycling Team has not been told:"
        " May the professional team be a customer of its own from 2027?"
    )
    assert any("Black week" in str(item) for item in watch.items)
    assert str(stop.items[0]) == (
        "Promising 4 services back sooner than anyone can:"
        " ERP core, Manufacturing execution, Web shop, Order management."
    )

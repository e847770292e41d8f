"""One quiet next step: the first that applies, and none when nothing asks for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domestique.quantities.sentence import say
from domestique.relations.next_step import StandingOfRelationship, next_step

CALM = StandingOfRelationship(date(2026, 11, 21), "Samira Haddad")
ALL = StandingOfRelationship(
    date(2026, 11, 21),
    "Samira Haddad",
    late_promise="A plan for Sundays",
    unmet_since=date(2026, 11, 10),
    is_silent=True,
    silent_days=60,
    waiting_need="Compute in days",
    late_meeting=say("development dialogue"),
    review_on=date(2026, 12, 1),
    is_mood_known=False,
)


def test_calm_relationship_is_left_alone():
    assert next_step(CALM) is None


@pytest.mark.parametrize(
    ("settled", "words"),
    [
        ({}, "A plan for Sundays"),
        ({"late_promise": ""}, "Meet Samira Haddad"),
        ({"unmet_since": None}, "for 60 days"),
        ({"is_silent": False}, "Put Compute in days before Samira Haddad"),
        ({"waiting_need": ""}, "Find a day for the development dialogue"),
        ({"late_meeting": None}, "it is to be reviewed by 2026-12-01"),
        ({"review_on": None}, "Ask Samira Haddad how things are"),
    ],
)
def test_steps_come_in_their_order(settled, words):
    order = [
        "late_promise",
        "unmet_since",
        "is_silent",
        "waiting_need",
        "late_meeting",
        "review_on",
    ]
    calm = {name: getattr(CALM, name) for name in order}
    done = order[: order.index(next(iter(settled))) + 1] if settled else []
    standing = replace(ALL, **{name: calm[name] for name in done})
    assert words in str(next_step(standing))


def test_review_that_has_passed_is_said_so():
    assert "was to be reviewed" in str(next_step(replace(CALM, review_on=date(2026, 10, 1))))


def test_never_spoken_with_is_said_without_a_number():
    assert "yet" in str(next_step(replace(CALM, is_silent=True)))


def test_review_of_today_is_still_to_come():
    assert "it is to be reviewed" in str(next_step(replace(CALM, review_on=CALM.today)))
    assert next_step(replace(CALM, is_mood_known=False)) is not None

"""The relationship page, the ledger and the timeline of the demo organisation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from domestique.answers.meetings.who_spoke import TimelineOf, timeline_of
from domestique.answers.our_word.our_word import ledger
from domestique.answers.relationship.relationship import relationship
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)


def plan(viewer: Viewer, customer: str):
    return relationship(viewer, customer, TODAY)


def test_climate_of_an_unhappy_customer_is_five_readings(viewer):
    readings = [str(part.chip.text) for part in plan(viewer, "C04").climate]
    assert readings == [
        "Not satisfied, said 11 days ago",
        "Spoken with 11 days ago",
        "0 of 1 kept in time",
        "1 is open",
        "Accusing on 2026-10-22, to both sides",
    ]


def test_facilities_has_never_been_spoken_with_and_that_is_the_next_step(viewer):
    page = plan(viewer, "C09")
    assert page.silence.days is None
    assert str(page.step) == "Call Bengt Åhman: nobody has spoken with them yet."


def test_overdue_promise_is_the_next_step_with_e_bikes(viewer):
    assert "An example of torque data" in str(plan(viewer, "C02").step)


def test_plan_names_goals_promises_people_contemplation_moves_and_help(viewer):
    page = plan(viewer, "C04")
    assert [one.goal for one in page.page.goals] == ["Online share 35 % of sales by 2027"]
    assert [one.promise.id for one in page.ours] == ["PR1"]
    assert page.people[0].spoken_on == date(2026, 11, 10)
    assert "web shop bought as a service" in str(page.contemplating[0])
    assert [one.meeting.id for one in page.meetings] == ["MT04", "MT02"]
    assert [one.id for one in page.help_needed] == ["E1"]


def test_team_counts_promises_kept_in_time_and_no_person_does(viewer):
    page = ledger(viewer, TODAY)
    assert [one.promise.id for one in page.open] == ["PR3", "PR5", "PR1", "PR4", "PR10"]
    assert dict(page.by_team)["Team Prick (polka dot)"].share == Fraction(1, 3)
    names = {name for name, _ in (*page.by_team, *page.by_customer)}
    assert not names & {line.promise.given_by for line in (*page.open, *page.settled)}


def test_timeline_of_a_person_a_need_and_a_customer(viewer):
    of_need = timeline_of(viewer, TODAY, TimelineOf(need="N01")).moments
    assert {one.record.id for one in of_need} == {"CT04", "PR1"}
    of_person = timeline_of(viewer, TODAY, TimelineOf(person="Elif Demir")).moments
    assert {one.record.id for one in of_person} >= {"CT05", "MT01", "PR2"}
    days = [one.day for one in timeline_of(viewer, TODAY, TimelineOf(customer="C04")).moments]
    assert days == sorted(days, reverse=True)


def test_stranger_sees_nothing(viewer):
    stranger = Viewer("Samira Haddad", frozenset({"C10"}))
    assert plan(stranger, "C04") is None
    assert {one.promise.customer_id for one in ledger(stranger, TODAY).open} == {"C10"}
    assert {
        one.record.customer_id for one in timeline_of(stranger, TODAY, TimelineOf()).moments
    } == {"C10"}

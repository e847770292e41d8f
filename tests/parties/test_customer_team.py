"""A customer team by dates: who stands in, what it lacks on a day ahead, and whose history has gaps or overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domestique.parties.choices import TeamRole
from domestique.parties.customer_team import (
    Membership,
    Period,
    Team,
    faults_of_team,
    team_history_faults,
)

TODAY = date(2026, 11, 21)
STAND_IN = Membership("Ebba", "customer manager", date(2026, 12, 21), date(2027, 1, 6))
PRICK = Team("PRICK", "Team Prick", "Nadja", "Oskar", ("Noor",), (STAND_IN,))


def test_a_dated_customer_manager_takes_the_place_of_the_named_one():
    assert PRICK.people(TeamRole.CUSTOMER_MANAGER, date(2026, 12, 20)) == ("Nadja",)
    assert PRICK.people(TeamRole.CUSTOMER_MANAGER, date(2026, 12, 21)) == ("Ebba",)
    assert PRICK.people(TeamRole.CUSTOMER_MANAGER, date(2027, 1, 7)) == ("Nadja",)


def test_a_dated_service_owner_comes_beside_the_named_ones():
    team = Team(
        "T", "T", "A", "B", ("Noor",), (Membership("Mats", "service owner", date(2026, 1, 1)),)
    )
    assert team.people(TeamRole.SERVICE_OWNER, TODAY) == ("Noor", "Mats")


def test_a_complete_team_has_no_faults():
    assert faults_of_team(PRICK, TODAY) == ()


def test_each_part_that_is_missing_is_told():
    told = [str(one.what) for one in faults_of_team(Team("T", "Team"), TODAY)]
    assert told == [
        "Team has no customer manager.",
        "Team has no delivery manager.",
        "Team has no service owner.",
    ]


def test_two_dated_customer_managers_at_once_are_found_on_the_day_they_meet():
    second = Membership("Lars", "customer manager", date(2027, 1, 1))
    team = Team("PRICK", "Team Prick", "Nadja", "Oskar", ("Noor",), (STAND_IN, second))
    (fault,) = faults_of_team(team, TODAY)
    assert fault.day == date(2027, 1, 1)
    assert "more than one customer manager on 2027-01-01: Ebba, Lars" in str(fault.what)
    assert team.one(TeamRole.CUSTOMER_MANAGER, date(2027, 1, 2)) == ""


def test_who_leaves_without_a_successor_is_found_ahead():
    until = Membership("Oskar", "delivery manager", date(2026, 1, 1), date(2026, 11, 30))
    team = Team("PRICK", "Team Prick", "Nadja", "", ("Noor",), (until,))
    (fault,) = faults_of_team(team, TODAY)
    assert (fault.day, str(fault.what)) == (
        date(2026, 12, 1),
        "Team Prick has no delivery manager.",
    )


def history(*periods: Period, now: str = "Gul") -> list[str]:
    return [str(one) for one in team_history_faults("R&D", periods, now, TODAY)]


def test_one_team_after_the_other_is_right():
    before = Period("Prick", date(2025, 1, 1), date(2026, 3, 31))
    assert history(before, Period("Gul", date(2026, 4, 1))) == []


def test_two_teams_at_once_are_found():
    before = Period("Prick", date(2025, 1, 1), date(2026, 4, 1))
    assert history(before, Period("Gul", date(2026, 4, 1))) == [
        "R&D has two customer teams from 2026-04-01: Prick and Gul."
    ]


def test_an_open_period_overlaps_all_after_it():
    assert (
        "two customer teams from 2026-04-01"
        in history(Period("Prick", date(2025, 1, 1)), Period("Gul", date(2026, 4, 1)))[0]
    )


def test_days_without_a_team_are_found():
    before = Period("Prick", date(2025, 1, 1), date(2026, 3, 1))
    assert history(before, Period("Gul", date(2026, 4, 1))) == [
        "R&D had no customer team from 2026-03-02 to 2026-03-31, between Prick and Gul."
    ]


def test_a_history_that_ended_leaves_today_without_a_team():
    ended = Period("Gul", date(2025, 1, 1), date(2026, 3, 1))
    assert history(ended) == [
        "R&D has no customer team on 2026-11-21 according to the history of teams."
    ]


def test_a_history_that_says_another_team_is_found():
    assert history(Period("Prick", date(2025, 1, 1))) == [
        "R&D is looked after by Gul, but the history of teams says Prick."
    ]


def test_no_history_is_not_wrong():
    assert history() == []


@pytest.mark.parametrize(
    ("day", "holds"),
    [(-1, False), (0, True), (30, True), (31, False)],
)
def test_a_member_has_her_part_from_the_first_day_to_the_last(day, holds):
    first = date(2026, 6, 1)
    member = Membership("Mats", "delivery manager", first, first + timedelta(days=30))
    assert member.holds_on(first + timedelta(days=day)) is holds
    assert replace(member, ends=None).holds_on(first + timedelta(days=day)) is (day >= 0)


def test_one_person_is_named_only_where_there_is_exactly_one():
    day = date(2026, 6, 1)
    both = [Membership(name, "customer manager", day) for name in ("Ebba", "Lars")]
    two = Team("GUL", "Team Gul", "Ebba", "Tuomas", ("Noor",), tuple(both))
    assert two.one(TeamRole.CUSTOMER_MANAGER, day) == ""
    assert two.one(TeamRole.DELIVERY_MANAGER, day) == "Tuomas"
    assert replace(two, delivery_manager="").one(TeamRole.DELIVERY_MANAGER, day) == ""


def test_who_comes_today_and_who_left_long_ago_are_no_days_ahead():
    today = date(2026, 6, 1)
    members = (
        Membership("Ebba", "customer manager", today),
        Membership("Old", "customer manager", date(2020, 1, 1), date(2020, 12, 31)),
    )
    team = Team("GUL", "Team Gul", "", "Tuomas", ("Noor",), members)
    assert faults_of_team(team, today) == ()
    (fault,) = faults_of_team(team, today - timedelta(days=1))
    assert (fault.day, fault.is_missing) == (today - timedelta(days=1), True)


@pytest.mark.parametrize(
    ("starts", "ends", "faults"),
    [(0, 0, 0), (0, None, 0), (1, None, 1), (-9, -1, 1), (-9, 0, 0)],
)
def test_a_period_counts_on_its_first_and_its_last_day(starts, ends, faults):
    today = date(2026, 6, 1)
    last = None if ends is None else today + timedelta(days=ends)
    period = Period("Team Gul", today + timedelta(days=starts), last)
    assert len(team_history_faults("Retail", [period], "Team Gul", today)) == faults


def test_the_days_without_a_team_are_named_from_the_first_to_the_last():
    periods = [
        Period("Team Gul", date(2026, 1, 1), date(2026, 3, 31)),
        Period("Team Prick", date(2026, 4, 3)),
    ]
    (fault,) = team_history_faults("Retail", periods, "Team Prick", date(2026, 6, 1))
    assert "no customer team from 2026-04-01 to 2026-04-02" in str(fault)

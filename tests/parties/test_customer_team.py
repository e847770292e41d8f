"""A customer team by dates: who stands in, what it lacks on a day ahead, and whose history has gaps or overlaps."""

from __future__ import annotations

from datetime import date

from domestique.parties.customer_team import (
    Membership,
    Part,
    Period,
    Team,
    faults_of_team,
    team_history_faults,
)

TODAY = date(2026, 11, 21)
STAND_IN = Membership("Ebba", "customer manager", date(2026, 12, 21), date(2027, 1, 6))
PRICK = Team("PRICK", "Team Prick", "Nadja", "Oskar", ("Noor",), (STAND_IN,))


def test_a_dated_customer_manager_takes_the_place_of_the_named_one():
    assert PRICK.people(Part.CUSTOMER_MANAGER, date(2026, 12, 20)) == ("Nadja",)
    assert PRICK.people(Part.CUSTOMER_MANAGER, date(2026, 12, 21)) == ("Ebba",)
    assert PRICK.people(Part.CUSTOMER_MANAGER, date(2027, 1, 7)) == ("Nadja",)


def test_a_dated_service_owner_comes_beside_the_named_ones():
    team = Team(
        "T", "T", "A", "B", ("Noor",), (Membership("Mats", "service owner", date(2026, 1, 1)),)
    )
    assert team.people(Part.SERVICE_OWNER, TODAY) == ("Noor", "Mats")


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
    assert team.one(Part.CUSTOMER_MANAGER, date(2027, 1, 2)) == ""


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

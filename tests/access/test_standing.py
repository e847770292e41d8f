"""What a person may see follows from the picture: each ground with its sentence, and nothing without one."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.access.standing import CustomerRole, Dated, WhoIsWho, standing_of
from domestique.parties.customer_team import Team
from domestique.records.ability import Ability

DAY = date(2026, 11, 21)
GREEN = Team("G", "Green", "Lars", "Sanna", ("Karin", "Pekka"))
YELLOW = Team("Y", "Yellow", "Ebba", "Tuomas", ("Karin",))
SHOP = CustomerRole("C04", "Shop", "Samira", "accepted", "G")
RACE = CustomerRole("C01", "Race", "Astrid", "identified", "Y")
TEAMS = (GREEN, YELLOW)
CUSTOMERS = (SHOP, RACE)


def customers_of(person: str, on: date = DAY, **facts: object) -> set[str] | None:
    given = {"customers": CUSTOMERS, "teams": TEAMS, **facts}
    standing = standing_of(person, WhoIsWho(**given), on)
    assert standing is not None
    seen = standing.viewer.customers
    return None if seen is None else set(seen)


@pytest.mark.parametrize(
    ("person", "customers"),
    [
        ("Lars", {"C04"}),
        ("Sanna", {"C04"}),
        ("Pekka", {"C04"}),
        ("Karin", {"C01", "C04"}),
        ("Samira", {"C04"}),
        ("Astrid", {"C01"}),
        ("Birger", set()),
    ],
)
def test_a_team_and_a_customer_see_their_own(person, customers):
    assert customers_of(person) == customers


def test_a_name_nobody_has_has_no_standing():
    assert standing_of("Zaphod", WhoIsWho(CUSTOMERS, TEAMS, is_known=False), DAY) is None


def test_who_stepped_down_is_somebody_the_picture_knows_and_no_more():
    left = CustomerRole("C04", "Shop", "Samira", "stepped down", "G")
    standing = standing_of("Samira", WhoIsWho((left,)), DAY)
    assert standing.viewer.customers == frozenset()
    assert standing.viewer.abilities == {Ability.SEE_CATALOGUE}


@pytest.mark.parametrize(
    ("on", "customers"),
    [
        (date(2026, 12, 20), set()),
        (date(2026, 12, 21), {"C04"}),
        (date(2027, 1, 6), {"C04"}),
        (date(2027, 1, 7), set()),
    ],
)
def test_a_deputy_sees_from_her_first_to_her_last_day(on, customers):
    deputy = Dated("Nadja", "customer manager", "G", date(2026, 12, 21), date(2027, 1, 6))
    assert customers_of("Nadja", on, memberships=(deputy,)) == customers


def test_a_mandate_counts_only_while_it_is_lent():
    lent = Dated("Elif", "mandate", "C04", date(2026, 7, 6), date(2026, 8, 2), "Samira")
    assert customers_of("Elif", date(2026, 8, 2), mandates=(lent,)) == {"C04"}
    assert customers_of("Elif", date(2026, 8, 3), mandates=(lent,)) == set()
    own = Dated("Elif", "mandate", "C04", date(2026, 7, 6), date(2026, 8, 2))
    assert customers_of("Elif", date(2026, 8, 2), mandates=(own,)) == set()


def test_the_period_of_a_day_goes_before_the_customers_own_row():
    then = Dated("", "C01", "G", date(2026, 1, 1), date(2026, 3, 31))
    assert customers_of("Lars", date(2026, 3, 31), periods=(then,)) == {"C01", "C04"}
    assert customers_of("Ebba", date(2026, 3, 31), periods=(then,)) == set()
    assert customers_of("Lars", date(2026, 4, 1), periods=(then,)) == {"C04"}


def test_an_orderer_sees_her_customer_without_its_voice():
    standing = standing_of("Elif", WhoIsWho(CUSTOMERS, orderers=(Dated("Elif", "", "C04"),)), DAY)
    assert standing.viewer.may_see_customer("C04")
    assert not standing.viewer.may_hear("C04")
    assert not standing.viewer.may(Ability.SAY)


def test_the_desk_meets_all_customers_and_hears_none():
    agent = Dated("Ahmed", "service desk agent")
    viewer = standing_of("Ahmed", WhoIsWho(CUSTOMERS, roles=(agent,)), DAY).viewer
    assert viewer.customers is None
    assert not viewer.may_hear("C04")
    assert not viewer.may(Ability.SEE_MONEY)


def test_a_closer_role_narrows_a_distant_one():
    lead = Dated("Pekka", "service desk lead")
    viewer = standing_of("Pekka", WhoIsWho(CUSTOMERS, TEAMS, roles=(lead,)), DAY).viewer
    assert viewer.customers == {"C04"}
    assert viewer.may(Ability.SEE_MONEY)
    assert viewer.may(Ability.TRIAGE)


@pytest.mark.parametrize(
    "role", ["chief information officer", "it controller", "it steering group chair"]
)
def test_who_governs_sees_and_hears_all(role):
    viewer = standing_of(
        "Gunilla", WhoIsWho(CUSTOMERS, roles=(Dated("Gunilla", role),)), DAY
    ).viewer
    assert viewer.customers is None
    assert viewer.may_hear("C04")
    assert viewer.may(Ability.SEE_STEERING)


def test_a_role_that_ended_gives_nothing():
    role = Dated("Gunilla", "chief information officer", ends=date(2026, 11, 20))
    assert customers_of("Gunilla", roles=(role,)) == set()


def test_the_keeper_may_do_everything():
    viewer = standing_of(
        "Rut", WhoIsWho(roles=(Dated("Rut", "keeper of the picture"),)), DAY
    ).viewer
    assert viewer.abilities is None
    assert viewer.customers is None


def test_a_steering_member_keeps_her_customer_and_sees_all_in_the_group():
    member = Dated("Samira", "it steering group")
    viewer = standing_of("Samira", WhoIsWho(CUSTOMERS, roles=(member,)), DAY).viewer
    assert viewer.customers == {"C04"}
    assert viewer.in_the_steering_group().customers is None


def test_each_ability_and_customer_has_its_reason():
    facts = WhoIsWho(CUSTOMERS, TEAMS, heads=(Dated("Samira", "", "Shop"),))
    standing = standing_of("Samira", facts, DAY)
    (ground,) = standing.grounds_for(Ability.SAY)
    assert str(ground.why) == "Samira is the customer for Shop."
    assert [str(one.why) for one in standing.grounds_for_customer("C04")] == [str(ground.why)]
    assert all(standing.grounds_for(ability) for ability in standing.viewer.abilities)

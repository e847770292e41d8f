"""Who holds what on a day, and whose a unit is: from the records, both ends of a period included."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.parties.models import Customer, Orderer, RoleInIt, TeamPeriod, Unit
from domestique.parties.queries import emails_of, people_in_it
from domestique.parties.router_queries import responsible, team_of_customer_on
from domestique.records.viewer import Viewer

VIEWER, DAY = Viewer("Rut"), date(2026, 7, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 7, 2), None, False),
        (None, date(2026, 6, 30), False),
    ],
)
def test_a_role_in_it_is_held_from_its_first_day_to_its_last(starts, ends, holds):
    RoleInIt.objects.create(person="Petri", role="IT controller", starts=starts, ends=ends)
    assert people_in_it(VIEWER, DAY) == ({"IT controller": ("Petri",)} if holds else {})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts", "ends", "team"),
    [
        (DAY, None, "PRICK"),
        (date(2026, 1, 1), DAY, "PRICK"),
        (date(2026, 1, 1), date(2026, 6, 30), "GUL"),
        (date(2026, 7, 2), None, "GUL"),
    ],
)
def test_the_team_of_a_day_is_told_by_the_history_else_by_the_row(starts, ends, team):
    customer = Customer.objects.create(id="C1", team_id="GUL")
    TeamPeriod.objects.create(customer=customer, team_id="PRICK", starts=starts, ends=ends)
    assert team_of_customer_on(customer, DAY) == team


def tree(**parents: str) -> dict[str, Unit]:
    return {
        id_: Unit(id=id_, name=id_, parent_id=parent or None) for id_, parent in parents.items()
    }


def test_the_nearest_customer_at_or_above_a_unit_answers_for_it():
    units = tree(U1="", U2="U1", U3="U2")
    customers = [Customer(id="C1", unit_id="U1"), Customer(id="C9", unit_id=None)]
    assert responsible(units["U3"], units, customers, []).customer is customers[0]
    assert responsible(units["U1"], units, customers, []).customer is customers[0]
    assert responsible(units["U3"], units, customers[1:], []).customer is None


def test_an_orderer_leads_to_her_customer_and_is_told_where_she_has_a_name():
    units = tree(U1="", U2="U1", U3="U2")
    customers = [Customer(id="C1", unit_id="U1"), Customer(id="C2", unit_id="U9")]
    mira = Orderer(id="O1", customer_id="C2", unit_id="U2", person="Mira")
    nobody = Orderer(id="O1", customer_id="C2", unit_id="U2", person="")
    found = responsible(units["U3"], units, customers, [mira])
    assert (found.customer, found.orderer) == (customers[1], mira)
    assert responsible(units["U3"], units, customers, [nobody]).orderer is None
    lost = Orderer(id="O1", customer_id="C7", unit_id="U2", person="Mira")
    assert responsible(units["U3"], units, customers, [lost]).customer is customers[0]


def test_units_that_lie_within_each_other_end_the_search():
    units = tree(U1="U2", U2="U1")
    assert responsible(units["U1"], units, [], []).customer is None


@pytest.mark.django_db
def test_people_without_an_address_are_left_out():
    from domestique.parties.models import Person

    Person.objects.create(id="P1", name="Ebba", email="ebba@example.org")
    Person.objects.create(id="P2", name="Birger")
    assert emails_of(VIEWER) == {"P1": "ebba@example.org"}

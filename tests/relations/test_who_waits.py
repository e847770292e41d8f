"""Which questions wait, and who manages a customer when a dated row stands in."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.parties.models import CustomerTeam
from domestique.relations.models import Escalation
from domestique.relations.people_queries import managers
from domestique.relations.queries import open_escalations

TODAY = date(2026, 11, 21)


@pytest.mark.usefixtures("demo")
@pytest.mark.django_db
def test_a_question_that_was_withdrawn_waits_no_more(viewer):
    waiting = {one.id for one in open_escalations(viewer)}
    Escalation.objects.filter(pk="E1").update(withdrawn_on=TODAY)
    assert {one.id for one in open_escalations(viewer)} == waiting - {"E1"} != waiting


def test_the_newest_dated_manager_stands_in_for_the_one_the_team_names():
    team = CustomerTeam(id="GUL", customer_manager="Ebba", delivery_manager="Tuomas")
    dated = {
        ("GUL", "customer manager"): ["Ylva", "Noor"],
        ("GUL", "delivery manager"): ["Mats", "Elsa"],
    }
    assert managers(team, dated) == ("Noor", "Elsa")
    assert managers(team, {}) == ("Ebba", "Tuomas")

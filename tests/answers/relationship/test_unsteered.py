"""What a customer gets that no need of hers stands behind."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.customer.customer import customer_page
from domestique.answers.relationship.without_a_need import unsteered, unsteered_of
from domestique.relations.models import Need, Requirement

GETS = [("S01", "ERP core"), ("S03", "Web shop")]


@pytest.mark.parametrize(
    ("delivered", "asked", "said"),
    [
        ([], ["S03"], "Nothing is known to be delivered."),
        (GETS, [], "No need of hers that names a service is on record, so it is not known."),
        (GETS, ["S01", "S03"], "A need or a requirement stands behind everything she gets."),
        (
            GETS,
            ["S03", "S99"],
            "1 of 2 services have no need or requirement of hers behind them. Ask what they are for.",
        ),
    ],
)
def test_delivery_is_held_against_what_she_asked_for(delivered, asked, said):
    assert str(unsteered(delivered, asked).said) == said


@pytest.mark.django_db
def test_what_she_required_or_needs_stands_behind_its_service(viewer, demo):
    def without() -> set[str]:
        page = customer_page(viewer, "C04", date(2030, 1, 1))
        assert page is not None
        return {id_ for id_, _ in unsteered_of(viewer, page).services}

    before = without()
    assert before
    assert "S03" not in before
    Requirement.objects.filter(service="S03").update(state="withdrawn")
    assert "S03" not in without()
    Need.objects.filter(customer="C04", id="N01").update(state="declined")
    assert without() - before <= {"S03", *Need.objects.get(pk="N01").services}
    assert "S03" in without()

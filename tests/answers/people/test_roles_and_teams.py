"""Roles, teams, agreements and the hand-over as their pages show them, on the demo."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.actions import renew
from domestique.agreements.models import AgreementLine
from domestique.answers.agreement.agreement import agreement_page
from domestique.answers.people.hand_over import hand_over
from domestique.answers.people.roles import role_page, roles_page
from domestique.answers.people.teams import team_page, teams_page
from domestique.parties.models import CustomerTeam, TeamPeriod, Unit
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)


def test_what_waits_to_be_recorded_stands_first(viewer):
    Unit.objects.create(id="U999", name="Bike school", parent_id="U04", head="Ylva Ek")
    first = roles_page(viewer).proposals[0]
    assert (first.name, first.under, first.can_take) == ("Bike school", "Retail & E-commerce", True)
    assert not any(one.can_take for one in roles_page(viewer).proposals[1:])


def test_what_differs_is_said_by_names(viewer):
    Unit.objects.filter(pk="U111").update(parent_id="U12")
    (one,) = roles_page(viewer).differences
    assert str(one.what) == (
        "The orderer for Web shop is under Retail & E-commerce,"
        " but the customer above is in Brand & Communications."
    )
    assert one.can_repair


def test_a_role_shows_its_steps_and_what_may_be_decided(viewer):
    page = role_page(viewer, "C03", TODAY)
    assert page
    assert [str(said) for said, is_now in page.steps if is_now] == ["accepted"]
    assert [(one.mandate.person, str(one.state.text)) for one in page.mandates] == [
        ("Päivi Korhela", "holds today"),
        ("Antti Leino", "later"),
    ]


def test_planned_charges_of_teams_sum_to_the_whole_plan(viewer):
    page = teams_page(viewer, TODAY)
    assert sum(row.load.charge or 0 for row in page.rows) == Decimal(68882520)
    assert [row.load.customers for row in page.rows] == [4, 4, 4]


def test_what_lies_on_a_team_is_counted_over_its_customers(viewer):
    prick = next(row for row in teams_page(viewer, TODAY).rows if row.id == "PRICK")
    assert (prick.load.escalations, prick.load.reviews) == (1, 4)
    assert not hasattr(prick.load, "person")


def test_a_team_without_a_delivery_manager_says_so(viewer):
    CustomerTeam.objects.filter(pk="GUL").update(delivery_manager="")
    page = team_page(viewer, "GUL", TODAY)
    assert page
    assert str(page.headline) == "Team Gul (yellow) has no delivery manager."


def test_a_team_shows_its_history_and_owners_who_are_outside(viewer):
    page = team_page(viewer, "PRICK", TODAY)
    assert page
    assert [str(one) for one in page.left] == ["R&D and Design until 2026-03-31"]
    assert "Pekka Salonen owns Manufacturing execution" in str(page.outside[0])
    stand_in = page.members[-1]
    assert (stand_in.person, stand_in.is_now) == ("Ebba Nyström", False)


def test_a_customer_with_two_teams_at_once_is_told(viewer):
    TeamPeriod.objects.create(customer_id="C04", team_id="GUL", starts=date(2026, 6, 1))
    (one,) = teams_page(viewer, TODAY).without
    assert "two customer teams from 2026-06-01" in str(one)


def test_an_agreement_adds_up_and_says_who_accepted_it(viewer):
    page = agreement_page(viewer, "A04", TODAY)
    assert page
    assert page.yearly == Decimal(12038654)
    assert page.yearly == sum(one.yearly or 0 for one in page.clauses)
    assert str(page.headline) == (
        "Samira Haddad accepted this agreement; it holds until 2026-12-31."
    )


def test_what_is_new_against_the_agreement_before_is_told_line_by_line(viewer):
    draft = renew(Viewer("Nadja Berggren"), "A04", on=TODAY).id
    unchanged = agreement_page(viewer, draft, TODAY)
    assert unchanged
    assert str(unchanged.difference) == "Nothing has changed since the agreement before."
    lines = AgreementLine.objects.filter(agreement_id=draft)
    lines.filter(service_id="S03").update(availability_target="99.5", unit_price=30000)
    lines.filter(service_id="S29").delete()
    AgreementLine.objects.create(agreement_id=draft, service_id="S02", content="One line")
    page = agreement_page(viewer, draft, TODAY)
    assert page
    changes = {one.service: str(one.change) for one in page.clauses if one.change}
    assert changes == {
        "S03": "the level was 99.95 %; the price was 34300",
        "S02": "new",
    }
    assert [str(one) for one in page.gone] == ["Print is no longer in it."]
    assert page.unpriced == 1


def test_three_things_to_know_begin_with_how_she_feels(viewer):
    dossier = hand_over(viewer, "C10", TODAY)
    assert dossier
    assert len(dossier.things) == 3
    assert str(dossier.things[0][0]).startswith("Ilmari Vesterinen is not satisfied")
    assert [str(one) for one in dossier.teams] == [
        "Team Prick (polka dot) from 2025-01-01 to 2026-03-31",
        "Team Gul (yellow) since 2026-04-01",
    ]


def test_the_dossier_tells_what_is_open(viewer):
    dossier = hand_over(viewer, "C04", TODAY)
    assert dossier
    assert [one.id for one in dossier.escalations] == ["E1"]
    assert [line.name for line in dossier.vital] == ["Web shop", "ERP core", "Order management"]
    assert "N01" in [one.need.id for one in dossier.needs]
    assert dossier.budget == Decimal(11_920_000)


def test_a_customer_of_others_has_no_dossier():
    outsider = Viewer("Astrid", customers=frozenset({"C01"}))
    assert hand_over(outsider, "C04", TODAY) is None
    assert role_page(outsider, "C04", TODAY) is None
    assert agreement_page(outsider, "A04", TODAY) is None

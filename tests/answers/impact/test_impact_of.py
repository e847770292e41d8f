"""Who is hit when a service is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import Agreement, AgreementLine
from domestique.answers.impact.impact_of import impact_of
from domestique.consumption.models import PlannedConsumption
from domestique.costing.models import Price
from domestique.parties.models import Customer, Unit
from domestique.portfolio.models import Dependency, Service

pytestmark = pytest.mark.django_db
CLOCK = date(2026, 11, 21)


@pytest.fixture
def shop() -> None:
    """Web shop (level 1) and reports (level 3) stand on the database, reports only softly; two customers."""
    Service.objects.bulk_create(
        [
            Service(id="S1", name_en="Web shop", impact_level=1),
            Service(id="S2", name_en="Reports", impact_level=3),
            Service(id="T1", name_en="Database", kind="supporting"),
        ]
    )
    Dependency.objects.create(service_id="S1", needs_id="T1", kind="hard")
    Dependency.objects.create(service_id="S2", needs_id="T1", kind="soft")
    for number, service, units in ((1, "S1", 12), (1, "S2", 5), (2, "S2", 7)):
        Unit.objects.get_or_create(id=f"U{number}", name=f"Unit {number}")
        Customer.objects.get_or_create(id=f"C{number}", unit_id=f"U{number}")
        PlannedConsumption.objects.create(
            customer_id=f"C{number}", service_id=service, year=2026, units=units
        )
    Price.objects.create(service_id="S1", starts="2026-01-01", unit_price=1000)


def promise(agreement: str, status: str, service: str, target: str) -> None:
    Agreement.objects.get_or_create(id=agreement, customer_id="C1", status=status)
    AgreementLine.objects.create(
        agreement_id=agreement, service_id=service, availability_target=Decimal(target)
    )


def test_sentence_counts_customers_services_and_the_gravest(viewer, shop):
    impact = impact_of(viewer, "T1", CLOCK)
    assert str(impact.headline) == (
        "If Database is lost, 1 of 2 customers are hit and 1 service stops; 1 at level 1."
    )
    assert [str(reason) for reason in impact.reasons] == [
        "1 more service limps.",
        "1 more customer only limps.",
    ]


def test_customer_is_hit_by_what_she_uses(viewer, shop):
    first, second = impact_of(viewer, "T1", CLOCK).customers
    assert (first.id, first.stops, first.limps, first.uses, first.level) == ("C1", 1, 1, 2, 1)
    assert (second.id, second.stops, second.limps, second.level) == ("C2", 0, 1, None)


def test_money_is_a_twelfth_of_the_year_and_explains_itself(viewer, shop):
    money = impact_of(viewer, "T1", CLOCK).customers[0].money
    assert (money.value, money.unit, money.completeness) == (Decimal("1000.00"), "SEK", 1)
    assert str(money.lines[0].what) == "Web shop, planned for the year"


def test_charge_without_a_price_is_not_known(viewer, shop):
    Price.objects.all().delete()
    money = impact_of(viewer, "T1", CLOCK).customers[0].money
    assert (money.value, money.completeness) == (None, 0)


def test_only_agreements_in_force_are_at_risk(viewer, shop):
    promise("A1", "in force", "S1", "99.9")
    promise("A1", "in force", "S2", "99.95")
    promise("A2", "draft", "S1", "99.99")
    impact = impact_of(viewer, "T1", CLOCK)
    assert [(one.id, one.lines, one.of) for one in impact.agreements] == [("A1", 2, 2)]
    assert str(impact.customers[0].tightest) == "99.95 % on Reports"


def test_tallies_by_level_and_kind_add_up_to_the_services(viewer, shop):
    impact = impact_of(viewer, "T1", CLOCK)
    for tallies in (impact.levels, impact.kinds):
        assert sum(one.stops for one in tallies) == 1
        assert sum(one.limps for one in tallies) == 1


def test_way_leads_to_the_lost_one(viewer, shop):
    impact = impact_of(viewer, "T1", CLOCK)
    assert impact.ways(["S1"]) == [("Web shop", "Database")]


def test_losing_a_service_nothing_stands_on_hits_its_own_users(viewer, shop):
    impact = impact_of(viewer, "S1", CLOCK)
    assert (len(impact.services), len(impact.customers)) == (0, 1)
    assert impact_of(viewer, "S9", CLOCK) is None


def test_demo_network_hits_everybody(viewer, demo):
    impact = impact_of(viewer, "T03", CLOCK)
    assert str(impact.headline) == (
        "If Network is lost, all 12 customers are hit and 38 services stop; 4 at level 1."
    )
    assert sum(one.promises for one in impact.customers) == sum(
        one.lines for one in impact.agreements
    )


def test_demo_money_is_what_the_bills_plan(viewer, demo):
    """All that Retail & E-commerce uses falls with the network: a twelfth of its planned 12,039 kSEK."""
    retail = next(one for one in impact_of(viewer, "T03", CLOCK).customers if one.id == "C04")
    assert round(retail.money.value * 12 / 1000) == 12039

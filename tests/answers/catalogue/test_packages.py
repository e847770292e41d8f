"""Packages, whom to ask, and how many queries an offer takes, on the demo organisation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.answers.catalogue.offers import make_offers
from domestique.answers.catalogue.packages import package_offers
from domestique.answers.catalogue.whom_to_ask import contacts_of
from domestique.costing.models import Price
from domestique.parties.models import Customer
from domestique.portfolio.queries import services_visible_to

DAY = date(2026, 11, 21)
pytestmark = pytest.mark.usefixtures("demo", "db")


def test_package_adds_up_what_is_held_and_names_what_is_paid_by_use(viewer):
    packages = {one.id: one for one in package_offers(viewer, DAY)}
    office = packages["P1"]
    assert office.year.value == 12240 + 4000 + 4440 + 3800 + 466
    assert office.month.value == Decimal("2078.83")
    assert [part.name for part in packages["P8"].by_use] == ["Payroll"]
    assert packages["P8"].year.value == 907 + 280 + 180


def test_price_that_is_missing_makes_the_sum_unknown_and_less_complete(viewer):
    Price.objects.filter(service_id="S24").delete()
    office = next(one for one in package_offers(viewer, DAY) if one.id == "P1")
    assert office.year.value is None
    assert office.year.completeness == Fraction(4, 5)


def test_every_team_has_its_delivery_manager_and_its_customers(viewer):
    contacts = {one.team: one for one in contacts_of(viewer)}
    prick = contacts["Team Prick (polka dot)"]
    assert prick.delivery_manager == "Oskar Lindh"
    assert ("C04", "Retail & E-commerce") in prick.customers
    Customer.objects.create(id="C99", team_id="NOBODY")
    assert {one.team: one for one in contacts_of(viewer)} == contacts


def test_forty_offers_take_as_many_queries_as_two(viewer):
    def queries(services) -> int:
        with CaptureQueriesContext(connection) as captured:
            make_offers(viewer, services, DAY)
        return len(captured)

    services = list(services_visible_to(viewer))
    assert queries(services[:2]) == queries(services) == 7

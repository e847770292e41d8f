"""Charges of all customers at once are the same as their bills, one by one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import AgreementLine
from domestique.answers.money.charges import YearCharge, charges_of_customers
from domestique.answers.promises.kept import planned_units
from domestique.consumption.models import ActualConsumption
from domestique.costing.models import Price
from domestique.costing.queries import bills_visible_to
from domestique.quantities.figure import Grade
from domestique.telling.months import closed_stretch

pytestmark = pytest.mark.usefixtures("demo", "db")


def charges(viewer):
    stretch = closed_stretch(viewer)
    planned = planned_units(viewer, 2026)
    return charges_of_customers(viewer, stretch, planned, year=2026, currency="SEK")


def bills(viewer):
    stretch = closed_stretch(viewer)
    ids = [f"C{n:02}" for n in range(1, 13)]
    return bills_visible_to(viewer, stretch.first, stretch.last, ids)


def test_every_charge_equals_its_bill_to_the_minor_unit(viewer):
    found = charges(viewer)
    for customer, bill in bills(viewer).items():
        assert (found[customer].planned, found[customer].actual) == (bill.planned, bill.actual)


def test_golden_charges(viewer):
    found = charges(viewer)
    thousands = {id_: round(one.actual / 100_000) for id_, one in found.items()}
    assert thousands["C04"] == 10_740
    assert thousands["C10"] == 6_015
    assert round(found["C10"].change * 100, 1) == Decimal("17.6")


def test_list_price_that_changes_in_the_year_is_left_to_the_bill(viewer):
    AgreementLine.objects.filter(agreement="A04", service="S03").update(unit_price=None)
    Price.objects.filter(service_id="S03").update(ends=date(2026, 6, 30))
    Price.objects.create(service_id="S03", starts=date(2026, 7, 1), unit_price=40_000)
    found = charges(viewer)["C04"]
    bill = bills(viewer)["C04"]
    assert (found.planned, found.actual) == (bill.planned, bill.actual)
    assert not found.is_all_volume


def test_price_agreed_with_her_stands_whatever_the_list_does(viewer):
    before = charges(viewer)["C04"]
    Price.objects.filter(service_id="S03").update(unit_price=40_000)
    found = charges(viewer)["C04"]

    assert (found.planned, found.actual) == (before.planned, before.actual)
    assert found.against_list < 0 == before.against_list
    assert str(found.figure.lines[-1].what) == (
        "Prices agreed with the customer, against the price list"
    )


def test_missing_month_lowers_completeness_and_grade(viewer):
    ActualConsumption.objects.filter(customer_id="C08", month="2026-10").delete()
    figure = charges(viewer)["C08"].figure
    assert figure.completeness < 1
    assert figure.grade is Grade.ROUTINE
    assert charges(viewer)["C08"].planned == bills(viewer)["C08"].planned


def test_use_without_any_price_is_not_known(viewer):
    Price.objects.all().delete()
    AgreementLine.objects.update(unit_price=None)
    found = charges(viewer)["C04"]
    assert found.actual is None
    assert not found.figure.is_known
    assert found.year_plan is None


def test_without_recorded_use_only_the_plan_is_known(viewer):
    ActualConsumption.objects.all().delete()
    found = charges(viewer)["C04"]
    assert found.actual is None
    assert round(found.year_plan / 100_000) == 12_039


def test_small_difference_is_as_planned():
    assert YearCharge("SEK", "2026", planned=1_000_000, actual=1_000_400).is_as_planned
    assert not YearCharge("SEK", "2026", planned=1_000_000, actual=1_000_500).is_as_planned


def test_meter_is_full_at_most():
    over = YearCharge("SEK", "2026", planned=90, actual=150, year_plan=100)
    assert (over.used_percent, over.planned_percent, over.tone) == (100, 90, "over")

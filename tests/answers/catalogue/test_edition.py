"""A customer's own catalogue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import AgreementLine
from domestique.answers.catalogue.own_catalogue import edition_for, not_used_by, own_terms
from domestique.costing.queries import bill_of
from domestique.quantities.money import from_minor
from domestique.records.viewer import Viewer
from domestique.telling.months import closed_stretch

DAY = date(2026, 11, 21)
pytestmark = pytest.mark.usefixtures("demo", "db")


def lines(viewer, customer):
    return {line.offer.id: line for line in edition_for(viewer, customer, DAY).lines}


def test_headline_tells_how_much_she_uses_and_what_it_cost(viewer):
    edition = edition_for(viewer, "C04", DAY)
    assert str(edition.headline) == "You use 21 services, for 10.7 MSEK so far in 2026."
    assert str(edition.contact.delivery_manager) == "Oskar Lindh"


def test_charges_add_up_to_the_bill(viewer):
    edition, stretch = edition_for(viewer, "C04", DAY), closed_stretch(viewer)
    bill = bill_of(viewer, "C04", stretch.first, stretch.last)
    assert edition.charge.value == from_minor(bill.actual, "SEK")
    assert sum(line.charge.value for line in edition.lines) == edition.charge.value


def test_her_promise_is_what_her_agreement_says(viewer):
    web_shop = lines(viewer, "C04")["S03"]
    assert str(web_shop.offer.level.words) == "at most 21 minutes away a month"
    assert (web_shop.planned, web_shop.is_agreed) == (92, True)
    assert str(lines(viewer, "C01")["S03"].offer.level.words) == "at most 43 minutes away a month"


def test_without_an_agreement_she_has_what_the_service_is_built_for(viewer):
    found = lines(viewer, "C11")
    assert not any(line.is_agreed for line in found.values())
    assert own_terms(viewer, "C10", DAY) == {}
    assert own_terms(viewer, "C10", date(2026, 6, 30)) != {}


def test_price_that_was_agreed_goes_before_the_list(viewer):
    AgreementLine.objects.filter(agreement_id="A04", service_id="S07").update(unit_price=30_000)
    assert lines(viewer, "C04")["S07"].offer.price.amount == 30_000
    assert lines(viewer, "C12")["S24"].offer.price.amount == Decimal(12_240)


def test_what_she_uses_and_what_she_does_not_is_everything_that_can_be_ordered(viewer):
    edition = edition_for(viewer, "C04", DAY)
    others = {service.id for service in not_used_by(viewer, edition)}
    assert not others & edition.used
    assert len(others | edition.used) == 30


def test_packages_she_has_whole_come_first(viewer):
    packages = edition_for(viewer, "C04", DAY).packages
    shares = [package.used == len(package.parts) for package in packages]
    assert shares == sorted(shares, reverse=True)
    assert {one.id for one, whole in zip(packages, shares, strict=True) if whole} >= {"P4", "P7"}


def test_customer_who_may_not_be_seen_has_no_edition():
    stranger = Viewer(person="Astrid Lindgård", customers=frozenset({"C01"}))
    assert edition_for(stranger, "C04", DAY) is None
    assert edition_for(stranger, "C01", DAY) is not None

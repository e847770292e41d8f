"""What is offered, in a customer's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from domestique.answers.catalogue.offers import Terms, file_of, make_offers, offered_visible_to
from domestique.answers.catalogue.packages import package_offers
from domestique.costing.models import Price
from domestique.portfolio.models import Package, Service

DAY = date(2026, 11, 21)


def offer(viewer, terms=None, **fields):
    service = Service.objects.create(**fields)
    (made,) = make_offers(viewer, [service], DAY, terms)
    return made


def test_held_unit_has_a_price_a_year_and_a_twelfth_a_month(viewer, db):
    Price.objects.create(service_id="S01", starts="2026-01-01", unit_price=26340)
    price = offer(viewer, id="S01", unit="named user").price
    assert (price.figure.value, str(price.per)) == (26340, "per named user and year")
    assert price.month.value == Decimal("2195.00")
    assert price.month.lines[0].sources[0].id == "S01 2026-01-01"


def test_unit_that_is_used_up_has_no_price_a_month(viewer, db):
    Price.objects.create(service_id="S12", starts="2026-01-01", unit_price=Decimal("73.90"))
    price = offer(viewer, id="S12", unit="payslip", unit_kind="flow").price
    assert (str(price.per), price.month) == ("per payslip", None)


def test_price_is_the_one_the_bill_of_the_month_uses(viewer, db):
    Price.objects.create(service_id="S01", starts="2026-01-01", ends="2026-10-31", unit_price=100)
    Price.objects.create(service_id="S01", starts="2026-11-01", unit_price=120)
    assert offer(viewer, id="S01").price.amount == 120


def test_nothing_known_is_nothing_said(viewer, db):
    made = offer(viewer, id="S01")
    assert (made.name, made.price, made.hours, made.level, made.back) == ("S01", *[None] * 4)


def test_names_in_other_languages_stand_beside_the_one_shown(viewer, db):
    made = offer(viewer, id="S03", name_en="Web shop", name_sv="Webbutik", name_fi="Web shop")
    assert made.other_names == (("sv", "Webbutik"),)


def test_terms_of_an_agreement_go_before_what_the_service_is_built_for(viewer, db):
    fields = {"service_hours": "24x7", "availability_target": Decimal("99.9"), "unit": "order"}
    Price.objects.create(service_id="S03", starts="2026-01-01", unit_price=100)
    terms = {"S03": Terms(Decimal("99.95"), Decimal(90), "A04 S03")}
    made = offer(viewer, terms, id="S03", **fields)
    assert str(made.level.words) == "at most 21 minutes away a month"
    assert made.level.figure.lines[1].sources[0].table == "agreement_lines"
    assert made.price.amount == 90


def test_only_what_is_live_can_be_ordered_and_what_retires_is_still_delivered(viewer, db):
    made = {
        state: offer(viewer, id=state, state=state)
        for state in ("idea", "live", "retiring", "retired")
    }
    assert [state for state, one in made.items() if one.is_new] == ["live"]
    assert {one.id for one in offered_visible_to(viewer)} == {"live", "retiring"}
    assert [state for state, one in made.items() if one.is_offered] == ["live", "retiring"]


def test_file_names_are_safe_and_never_the_same():
    ids = ["S01", "a/b", "a=2Fb", "..", "ä", "a b", "A%2Fb"]
    names = [file_of(id_) for id_ in ids]
    assert len(set(names)) == len(ids)
    assert not any(set("/\\%: ") & set(name) for name in names)


def test_package_with_a_part_that_is_not_live_cannot_be_ordered_whole(viewer, db):
    Service.objects.create(id="S01", name_en="Old one", state="retiring")
    Service.objects.create(id="S02", name_en="New one")
    Package.objects.create(id="P1", name="Both", services=["S02", "S01", "S09"])
    (package,) = package_offers(viewer, DAY)
    assert package.not_orderable == ("Old one", "S09")

"""On a past day the roles of that day count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from asking import answer
from domestique.parties.models import Customer
from given_cases import load_case
from given_tables import load_tables

pytestmark = [pytest.mark.shared, pytest.mark.django_db]


def test_who_accepts_later_stands_apart_before(shared):
    load_case(shared, "08")
    before = answer("satisfaction", "--on", "2026-10-15")
    assert (before["accepted_customers"], before["positive"], before["at_stake"]) == (1, 0, "5000")
    assert [one["customer"] for one in before["not_accepted"]] == ["C1"]

    on_the_day = answer("satisfaction", "--on", "2026-11-01")
    assert (on_the_day["accepted_customers"], on_the_day["positive"]) == (2, 1)
    kinds = ("positive", "in_between", "negative", "unknown")
    assert sum(on_the_day[kind] for kind in kinds) == 2


def test_who_has_stepped_down_stays_in_the_days_she_was_a_customer(shared):
    load_case(shared, "08")
    bo = Customer.objects.get(pk="C2")
    bo.status = "stepped down"
    bo.save()
    steps = Customer.history.filter(id="C2", status="stepped down")
    steps.update(history_date=datetime(2026, 11, 10, 12, tzinfo=UTC))

    assert answer("satisfaction", "--on", "2026-11-09")["accepted_customers"] == 2
    after = answer("satisfaction", "--on", "2026-11-10")
    assert [one["customer"] for one in after["customers"]] == ["C1"]


def test_today_by_a_fixed_clock_who_has_stepped_down_is_no_customer(shared):
    load_case(shared, "08")
    bo = Customer.objects.get(pk="C2")
    bo.status = "stepped down"
    bo.save()

    assert [one["customer"] for one in answer("satisfaction")["customers"]] == ["C1"]
    assert answer("satisfaction", "--on", "2026-11-20")["accepted_customers"] == 2


def test_who_steps_down_and_accepts_again_was_a_customer_twice(shared):
    load_case(shared, "08")
    entered = Customer.history.filter(id="C2")
    entered.update(history_date=datetime(2026, 1, 1, 12, tzinfo=UTC))
    bo = Customer.objects.get(pk="C2")
    for status, accepted_on, day in (
        ("stepped down", "2026-01-01", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("accepted", "2026-05-01", datetime(2026, 5, 1, 12, tzinfo=UTC)),
    ):
        bo.status, bo.accepted_on = status, accepted_on
        bo.save()
        newest = Customer.history.filter(id="C2").latest()
        Customer.history.filter(pk=newest.pk).update(history_date=day)

    counted = {
        day: answer("satisfaction", "--on", day)["accepted_customers"]
        for day in ("2025-12-31", "2026-02-28", "2026-03-01", "2026-04-30", "2026-05-01")
    }
    assert list(counted.values()) == [0, 1, 0, 0, 1]


def test_the_customer_before_her_counts_until_the_new_one_accepted(shared):
    load_case(shared, "08")
    bo = Customer.objects.get(pk="C2")
    bo.person, bo.accepted_on = "Eve", "2026-11-11"
    bo.save()

    assert answer("satisfaction", "--on", "2026-11-10")["accepted_customers"] == 2


def test_a_day_of_acceptance_written_wrongly_and_mended_counts_as_mended(shared):
    load_case(shared, "08")
    bo = Customer.objects.get(pk="C2")
    bo.accepted_on = "2026-06-01"
    bo.save()

    assert answer("satisfaction", "--on", "2026-05-31")["accepted_customers"] == 0


@pytest.mark.parametrize("written", ["Mira", "mira ", "MIRA", "\u00a0Mira"])
def test_a_face_of_an_orderer_is_hers_however_her_name_is_written(tmp_path, written):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        customers="id,person,status,accepted_on\nC1,Anna,accepted,2025-11-01",
        units="id,name\nU1,One",
        orderers="id,unit,customer,person\nO1,U1,C1,Mira",
        pulses=f"customer,date,face,person\nC1,2026-11-20,negative,{written}",
    )
    assert report.loaded, report.errors
    assert answer("satisfaction")["negative"] == 0

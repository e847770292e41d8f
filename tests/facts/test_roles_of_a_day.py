"""On a past day the roles of that day count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from asking import answer
from domestique.parties.models import Customer
from given_cases import load_case

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

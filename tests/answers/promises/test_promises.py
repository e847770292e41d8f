"""What each customer was promised, and what she got."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.agreements.promised import terms_in
from domestique.agreements.queries import promised_terms_of
from domestique.answers.promises.kept import promises_of_month
from domestique.quantities.period import Month

pytestmark = pytest.mark.usefixtures("demo", "db")
OCTOBER = Month(2026, 10)


def promises(viewer):
    return promises_of_month(viewer, OCTOBER, date(2026, 11, 21), 2026)


def test_promise_of_the_agreement_counts_before_what_the_service_is_built_for(viewer):
    web_shop = promises(viewer)["C04"].missed[0]
    assert web_shop.service == "S03"
    assert web_shop.level.case.target == Decimal("99.95")


def test_without_an_agreement_the_services_own_level_counts(viewer):
    missed = {kept.service: kept.level.case.target for kept in promises(viewer)["C11"].missed}
    assert missed["S27"] == Decimal("99.9")


def test_ended_agreement_promises_nothing(viewer):
    assert not [
        key for key in terms_in(promised_terms_of(viewer, ["S08"]), OCTOBER) if key[0] == "C10"
    ]


def test_share_is_her_part_of_all_planned_units(viewer):
    shares = {
        customer: kept.share
        for customer, one in promises(viewer).items()
        for kept in one.missed
        if kept.service == "S03"
    }
    assert sum(shares.values()) == 1
    assert shares["C04"] == Fraction(92, 120)


def test_services_without_outages_are_counted_but_not_listed(viewer):
    one = promises(viewer)["C04"]
    assert one.services == 21
    assert len(one.missed) == 4

"""Contracts on Today: those whose notice is due or was missed, until they end."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.today.today import today_for
from domestique.portfolio.models import SupplierContract

TODAY = date(2026, 11, 21)


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize(
    ("ends", "is_told"),
    [(date(2026, 11, 20), False), (TODAY, True), (date(2027, 2, 20), True), (None, False)],
)
def test_a_contract_that_ended_needs_no_notice(viewer, ends, is_told):
    SupplierContract.objects.exclude(pk="V01-1").delete()
    SupplierContract.objects.filter(pk="V01-1").update(ends=ends, notice_months=3)
    told = [one.contract for one in today_for(viewer, TODAY).notices]
    assert told == (["V01-1"] if is_told else [])

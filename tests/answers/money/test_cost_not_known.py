"""A service without a cost row is not known, never free of cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from asking import answer
from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_services(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind,unit,unit_kind\nS1,Mail,customer-facing,u,stock\nS2,Wiki,customer-facing,u,stock\nS3,Gift,customer-facing,u,stock",
        customers="id,person,status\nC1,Anna,accepted",
        planned_consumption="customer,service,year,units\nC1,S1,2026,10\nC1,S2,2026,10\nC1,S3,2026,10",
        costs="period,service,pool,amount\n2026,S1,labour,1000\n2026,S3,labour,0",
    )
    assert report.loaded, report.errors


@pytest.mark.usefixtures("two_services")
def test_nothing_known_is_null_and_a_known_nothing_is_nought():
    told = {one["service"]: one for one in answer("costs", "--year", "2026")["services"]}
    assert (told["S1"]["full_cost"], told["S1"]["unit_cost"]) == ("1000.00", "100.0000")
    assert (told["S2"]["direct"], told["S2"]["full_cost"], told["S2"]["unit_cost"]) == (None,) * 3
    assert Decimal(told["S3"]["full_cost"]) == 0


@pytest.mark.usefixtures("two_services")
def test_its_page_says_not_known_with_no_completeness():
    page = words_of("/services/S2/")
    assert "Full cost not known" in page
    assert "0 % complete" in page
    assert "0 SEK" not in page
    assert "0 SEK" in words_of("/services/S3/")

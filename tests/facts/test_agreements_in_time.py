"""What is promised follows from the dates of agreements."""

from __future__ import annotations

import pytest

from asking import answer
from given_cases import load_case, words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db


@pytest.mark.shared
def test_an_agreement_that_is_over_promises_nothing(shared):
    load_case(shared, "10")
    assert [one for one in answer("findings")["findings"] if one["rule"] == "R16"] == []


@pytest.mark.parametrize(
    ("starts", "ends", "counts"),
    [
        ("2026-01-01", "2026-11-20", False),  # its last day was yesterday
        ("2026-01-01", "2026-11-21", True),
        ("2026-11-21", "2026-12-31", True),
        ("2026-11-22", "2026-12-31", False),  # it begins tomorrow
        ("", "", True),
    ],
)
def test_it_holds_from_its_first_day_to_its_last(tmp_path, starts, ends, counts):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind,availability_target\nS1,Mail,customer-facing,99",
        customers="id,person,status\nC1,Anna,accepted",
        agreements=f"id,customer,status,from,to\nA1,C1,in force,{starts},{ends}",
        agreement_lines="agreement,service,availability_target\nA1,S1,99.95",
    )
    assert report.loaded, report.errors
    rules = {one["rule"] for one in answer("findings")["findings"]}
    assert ("R16" in rules) is counts


@pytest.mark.parametrize(
    ("status", "starts", "ends", "counts"),
    [
        ("accepted", "2026-01-01", "2026-12-31", True),  # accepted before it began
        ("accepted", "2026-11-21", "", True),
        ("accepted", "2026-11-22", "", False),
        (
            "ended",
            "2026-01-01",
            "2026-12-31",
            True,
        ),  # both agreed to end it; its last day is to come
        ("ended", "2026-01-01", "2026-11-20", False),
        ("ended", "2026-01-01", "", False),
        ("proposed", "2026-01-01", "2026-12-31", False),
        ("draft", "", "", False),
    ],
)
def test_its_dates_decide_and_not_the_word(tmp_path, status, starts, ends, counts):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind,availability_target\nS1,Mail,customer-facing,99",
        customers="id,person,status\nC1,Anna,accepted",
        planned_consumption="customer,service,year,units\nC1,S1,2026,1",
        agreements=f"id,customer,status,from,to\nA1,C1,{status},{starts},{ends}",
        agreement_lines="agreement,service,availability_target\nA1,S1,99.95",
    )
    assert report.loaded, report.errors
    found = {one["rule"]: one["text"] for one in answer("findings")["findings"]}
    assert ("R16" in found) is counts
    assert ("R24" not in found) is counts
    assert not any(f"only {word}" in found.get("R24", "") for word in ("accepted", "ended"))
    page = words_of("/matrix/")
    assert ("all by agreement" in page) is counts

"""An outage that has not begun yet is refused, and a mistyped year is asked about, whichever way it comes in."""

from __future__ import annotations

import pytest

from given_tables import load_tables

pytestmark = pytest.mark.django_db

ORG = "name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-10"
SERVICES = "id,name_en,kind\nS1,Mail,customer-facing"


def log(folder, *rows: str, organisation: str = ORG):
    return load_tables(
        folder,
        organisation=organisation,
        services=SERVICES,
        outages="id,service,starts,ends\n" + "\n".join(rows),
    )


@pytest.mark.parametrize(
    ("starts", "is_loaded"),
    [("2026-11-10 23:59", True), ("2026-11-11 00:00", False), ("2099-01-01 08:00", False)],
)
def test_an_outage_begins_today_at_the_latest(tmp_path, starts, is_loaded):
    report = log(tmp_path, f"I1,S1,{starts},")
    assert report.loaded is is_loaded
    assert [(one.row, one.column) for one in report.errors] == (
        [] if is_loaded else [(2, "starts")]
    )


def test_without_a_day_of_its_own_the_organisation_has_the_calendars(tmp_path):
    organisation = "name,currency,country,time_zone\nOrg,SEK,SE,Europe/Stockholm"
    assert log(tmp_path, "I1,S1,2026-11-11 08:00,", organisation=organisation).loaded
    assert not log(tmp_path, "I2,S1,2999-01-01 08:00,", organisation=organisation).loaded


def test_what_stands_already_stays_when_the_clock_is_set_back(tmp_path):
    assert log(tmp_path, "I1,S1,2026-11-10 08:00,2026-11-10 09:00").loaded
    earlier = ORG.replace("2026-11-10", "2026-11-01")
    assert log(tmp_path, "I1,S1,2026-11-10 08:00,2026-11-10 09:00", organisation=earlier).loaded


def test_mistyped_years_are_asked_about_once_for_all(tmp_path):
    report = log(
        tmp_path,
        "I1,S1,1926-11-01 08:00,1926-11-01 09:00",
        "I2,S1,2025-10-01 08:00,2026-10-01 09:00",
        "I3,S1,2026-10-01 08:00,2026-10-31 08:00",
    )
    asked = [
        str(one)
        for one in report.notices
        if "is the year right" in str(one) or "are the years" in str(one)
    ]
    assert report.loaded
    assert len(asked) == 1
    assert "2 outages" in asked[0]
    assert "I1, I2" in asked[0]

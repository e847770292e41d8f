"""What was never promised, cannot be known or does not apply is never told as kept, on any page."""

from __future__ import annotations

import pytest

from asking import answer
from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db

ORGANISATION = """
    name,currency,time_zone,country,language,today
    X,SEK,Europe/Stockholm,SE,en,2026-11-21
"""
CUSTOMERS = """
    id,person,status,accepted_on
    C1,Anna,accepted,2025-11-01
"""
PLANNED = """
    customer,service,year,units
    C1,S1,2026,1
"""
AGREEMENTS = """
    id,customer,status,from,to,accepted_on
    A1,C1,in force,2026-01-01,2026-12-31,2025-12-01
"""
LINES = """
    agreement,service,availability_target
    A1,S1,99.9
"""
OVERVIEWS = ("/", "/steering/")


def made(tmp_path, hours="24x7", target="", outage="S1,2026-10-05 08:00,2026-10-06 08:00", **more):
    report = load_tables(
        tmp_path,
        organisation=ORGANISATION,
        customers=CUSTOMERS,
        planned_consumption=PLANNED,
        services=f"""
            id,name_en,kind,service_hours,availability_target
            S1,Mail,customer-facing,{hours},{target}
            S9,Other,customer-facing,24x7,99
        """,
        outages=f"""
            id,service,starts,ends
            I1,{outage}
        """,
        **more,
    )
    assert report.loaded, report.errors


def test_where_nothing_is_promised_no_level_is_met(tmp_path):
    made(tmp_path)
    for address in OVERVIEWS:
        page = words_of(address)
        assert "all levels met" not in page, address
        assert "nothing promised" in page, address


def test_a_month_nothing_is_logged_of_is_not_one_of_levels_met(tmp_path):
    made(tmp_path, target="99.5", outage="S1,2026-11-02 08:00,2026-11-02 11:00")
    for address in OVERVIEWS:
        page = words_of(address)
        assert "all levels met" not in page, address
        assert "levels not known" in page, address


def test_a_level_that_does_not_apply_is_not_met(tmp_path):
    days = """
        calendar,date,opens,closes
        race,2026-01-05,08:00,10:00
    """
    made(
        tmp_path,
        hours="race 08-10",
        target="99",
        outage="S9,2026-10-05 08:00,2026-10-05 09:00",
        calendar_days=days,
    )
    for address in OVERVIEWS:
        page = words_of(address)
        assert "all levels met" not in page, address
        assert "not applicable" in page, address


def test_a_month_of_agreed_maintenance_is_not_one_of_levels_met(tmp_path):
    windows = """
        id,service,starts,ends,announced_on
        M1,S1,2026-09-30 00:00,2026-11-02 00:00,2026-01-01
    """
    made(
        tmp_path,
        target="99",
        outage="S9,2026-10-05 08:00,2026-10-05 09:00",
        maintenance_windows=windows,
    )
    for address in OVERVIEWS:
        page = words_of(address)
        assert "all levels met" not in page, address
        assert "not applicable" in page, address


def test_a_promise_without_hours_is_promised_and_not_known(tmp_path):
    made(tmp_path, hours="", agreements=AGREEMENTS, agreement_lines=LINES)
    for address in OVERVIEWS:
        page = words_of(address)
        assert "all levels met" not in page, address
        assert "levels not known" in page, address
    for address in ("/customers/C1/", "/services/", "/services/S1/", "/portfolio/"):
        page = words_of(address)
        assert "nothing promised" not in page, address
        assert "No level is promised" not in page, address
    assert "99.9 %" in words_of("/promises/").replace("\u00a0", " ")
    [level] = answer("levels", "--month", "2026-10", "--service", "S1")["levels"]
    assert (level["target"], level["state"]) == ("99.9", "not known")


def test_a_line_without_a_level_is_no_promise_that_does_not_apply(tmp_path):
    lines = LINES.replace("99.9", "")
    made(tmp_path, agreements=AGREEMENTS, agreement_lines=lines)
    page = words_of("/promises/")
    assert "No agreement promised anything in October 2026." in page
    assert "no service hours" not in page
    assert "Anna no level promised" in page

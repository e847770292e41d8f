"""A mistyped year of an outage is asked about, also where it has no end."""

from __future__ import annotations

import pytest

from given_tables import load_tables

pytestmark = pytest.mark.django_db


def test_an_outage_that_has_gone_on_for_more_than_thirty_days_is_asked_about(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind\nS1,Mail,customer-facing",
        outages="""
            id,service,starts,ends
            I1,S1,2025-11-20 08:00,
            I2,S1,2026-11-20 08:00,
            I3,S1,2026-10-01 08:00,2026-10-31 08:00
        """,
    )
    assert report.loaded, report.errors
    [asked] = [str(one) for one in report.notices if "30 days" in str(one)]
    assert asked.endswith("I1")

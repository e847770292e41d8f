"""A mistyped year of an outage is asked about, also where it has no end."""

from __future__ import annotations

import pytest

from domestique.delivery.models import Outage
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


@pytest.fixture
def log(tmp_path):
    load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        services="id,name_en,kind\nS1,Mail,customer-facing",
        outages="id,service,starts,ends\nI1,S1,2026-11-20 08:00,2026-11-20 09:00",
    )


@pytest.mark.parametrize("year", ["2025", "1026"])
def test_the_form_asks_about_a_mistyped_year_and_takes_it_with_one_press(client, log, year):
    typed = {"id": "I2", "service": "S1", "starts": f"{year}-11-20 08:00", "ends": ""}

    asked = client.post("/edit/outages/new/", typed)

    assert "is the year right?" in asked.content.decode()
    assert 'name="confirmed"' in asked.content.decode()
    assert Outage.objects.count() == 1
    client.post("/edit/outages/new/", typed | {"confirmed": "yes"})
    assert Outage.objects.count() == 2


def test_the_form_of_a_change_asks_too(client, log):
    seen = Outage.objects.get().version
    typed = {"starts": "1986-11-20 08:00", "seen": seen}

    asked = client.post("/edit/outages/I1/", typed)

    assert "is the year right?" in asked.content.decode()
    client.post("/edit/outages/I1/", typed | {"confirmed": "yes"})
    assert Outage.objects.get().starts.year == 1986

"""A written time zone agrees with the zone it was written from, hour by hour, read by another library."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from domestique.answers.meetings.calendar_zone import zone_between


def read_back(name: str):
    calendar = Calendar()
    calendar.add_component(zone_between(ZoneInfo(name), 2026, 2027))
    return tzical(io.StringIO(calendar.to_ical().decode())).get(name)


@pytest.mark.parametrize(
    "name",
    ["Europe/Stockholm", "Europe/Helsinki", "America/New_York", "Australia/Lord_Howe", "UTC"],
)
def test_every_hour_of_two_years_has_its_offset(name):
    zone, read = ZoneInfo(name), read_back(name)
    local = datetime.fromisoformat("2026-01-01 00:15")
    while local.year < 2028:
        here = local.replace(tzinfo=zone)
        is_once = here.utcoffset() == here.replace(fold=1).utcoffset()
        if is_once:
            assert local.replace(tzinfo=read).utcoffset() == here.utcoffset(), local
        local += timedelta(hours=1)

"""The golden levels of October 2026 (demo B7), reckoned from the demo's own tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import domestique
from delivery.level_cases import level, outage, window
from domestique.delivery.level import Level
from domestique.quantities.rounding import round_half_even

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of one of the demo's tables."""
    with (DEMO / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def level_of(service: str) -> Level:
    """Reckon October 2026 for a service of the demo."""
    own = next(row for row in rows("services") if row["id"] == service)
    outages = [
        outage(row["id"], row["starts"], row["ends"], int(row["affected_users"]), row["root"])
        for row in rows("outages")
        if row["service"] == service
    ]
    windows = tuple(
        window(row["id"], row["starts"], row["ends"], row["announced_on"])
        for row in rows("maintenance_windows")
        if row["service"] == service
    )
    return level(
        *outages,
        hours=own["service_hours"],
        month="2026-10",
        windows=windows,
        target=own["availability_target"],
    )


GOLDEN = [
    ("S24", 14520, 155, "98.9325", False),
    ("S27", 44700, 65, "99.8546", False),
    ("S03", 44700, 265, "99.4072", False),
    ("S01", 29160, 70, "99.7599", False),
    ("S02", 44700, 50, "99.8881", True),
    ("S07", 22320, 75, "99.6640", True),
    ("S08", 14520, 90, "99.3802", False),
]


@pytest.mark.parametrize(("service", "minutes", "down", "percent", "is_met"), GOLDEN)
def test_golden_levels(service: str, minutes: int, down: int, percent: str, is_met: bool) -> None:
    result = level_of(service)
    assert (result.service_minutes, result.downtime_minutes) == (minutes, down)
    assert result.is_met is is_met
    assert result.availability is not None
    assert str(round_half_even(result.availability * 100, 4)) == percent


def test_what_is_published_is_cut_downwards() -> None:
    # demo B7 shows 99.4072, the nearest; what goes out never flatters (measurement 2.4).
    assert str(level_of("S03").availability_percent) == "99.4071"
    assert str(level_of("S24").availability_percent) == "98.9325"


def test_a_service_without_outages_is_all_up() -> None:
    telephony = level_of("S26")
    assert (str(telephony.availability_percent), telephony.interruptions) == ("100.0000", 0)

"""Local times on the two nights of the year when the clock jumps."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domestique.quantities.local_time import instant_of, local_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def utc(text: str) -> int:
    """Return an instant written in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("local", "in_utc"),
    [
        ("2026-01-15 12:00", "2026-01-15 11:00"),
        ("2026-07-15 12:00", "2026-07-15 10:00"),
        ("2026-10-25 02:30", "2026-10-25 00:30"),  # occurs twice: the first
        ("2026-10-25 03:00", "2026-10-25 02:00"),
        ("2026-03-29 02:30", "2026-03-29 01:30"),  # does not occur: 03:30 summer time
        ("2026-03-29 03:00", "2026-03-29 01:00"),
    ],
)
def test_local_time_is_an_instant(local: str, in_utc: str) -> None:
    assert instant_of(datetime.fromisoformat(local), STOCKHOLM) == utc(in_utc)


def test_a_time_that_does_not_occur_is_read_back_moved_forward() -> None:
    instant = instant_of(datetime.fromisoformat("2026-03-29 02:30"), STOCKHOLM)
    assert local_of(instant, STOCKHOLM) == datetime.fromisoformat("2026-03-29 03:30")


def test_both_occurrences_read_alike() -> None:
    first = instant_of(datetime.fromisoformat("2026-10-25 02:30"), STOCKHOLM)
    assert local_of(first, STOCKHOLM) == local_of(first + 3600, STOCKHOLM)


def test_before_the_epoch_counts_backwards() -> None:
    assert instant_of(datetime.fromisoformat("1969-12-31 23:59:59"), ZoneInfo("UTC")) == -1

"""What each outage and window took: the parts sum to the level."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.level_cases import level, outage, window
from domestique.delivery.accounting import account_for_outages, account_for_windows


def test_overlap_is_added_once_and_to_the_earlier_outage() -> None:
    found = account_for_outages(
        level(
            outage("A2", "2026-04-01 08:30", "2026-04-01 09:30"),
            outage("A1", "2026-04-01 08:00", "2026-04-01 09:00"),
        )
    )
    assert [(one.outage.id, one.own // 60, one.added // 60) for one in found] == [
        ("A1", 60, 60),
        ("A2", 60, 30),
    ]


def test_outage_of_another_month_is_left_out() -> None:
    assert account_for_outages(level(outage("A1", "2026-03-01 08:00", "2026-03-01 09:00"))) == []


def test_window_announced_too_late_takes_nothing() -> None:
    found = account_for_windows(
        level(
            windows=(
                window("W1", "2026-04-08 17:00", "2026-04-08 19:00", "2026-03-20"),
                window("W2", "2026-04-22 17:30", "2026-04-22 19:00", "2026-04-22"),
            )
        )
    )
    assert [(one.window.id, one.is_agreed, one.taken // 60) for one in found] == [
        ("W1", True, 60),
        ("W2", False, 0),
    ]


minutes_of_april = st.integers(0, 30 * 24 * 60 - 1)


@given(st.lists(st.tuples(minutes_of_april, st.integers(1, 3000)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_what_outages_add_sums_to_the_downtime(stretches: list[tuple[int, int]]) -> None:
    outages = [
        outage(f"I{n}", written(start), written(min(start + length, 30 * 24 * 60 - 1)))
        for n, (start, length) in enumerate(stretches)
    ]
    found = level(*outages)
    assert found.downtime is not None
    assert sum(one.added for one in account_for_outages(found)) == found.downtime.seconds


def written(minute: int) -> str:
    """Return a minute of April 2026 as a local time."""
    day, rest = divmod(minute, 24 * 60)
    return f"2026-04-{day + 1:02} {rest // 60:02}:{rest % 60:02}"

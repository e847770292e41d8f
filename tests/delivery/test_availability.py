"""Availability of a month: the vector of measurement 2.2, and the rules one by one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from delivery.level_cases import level, outage, window
from domestique.delivery.level import LevelState
from domestique.quantities.rounding import round_half_even

EASTER = {date(2026, 4, 3), date(2026, 4, 6)}
APRIL = level(
    outage("A1", "2026-04-09 06:30", "2026-04-09 08:15", 40),
    outage("A2", "2026-04-09 08:00", "2026-04-09 08:45", 40),
    outage("A3", "2026-04-15 15:30", "2026-04-15 17:00", 180),
    outage("A4", "2026-04-18 09:00", "2026-04-18 12:00", 180),
    outage("A5", "2026-04-24 17:00", "2026-04-27 07:30", 180),
    hours="Mon-Fri 07-18 except holidays",
    windows=(window("W1", "2026-04-15 16:00", "2026-04-15 20:00", "2026-04-01"),),
    users=180,
    closed=EASTER,
)


def test_april_availability() -> None:
    assert (APRIL.service_minutes, APRIL.agreed_downtime_minutes) == (13_200, 120)
    assert APRIL.downtime_minutes == 105 + 30 + 0 + 60 + 30
    assert APRIL.availability == 1 - Fraction(225, 13_080)
    assert APRIL.availability_percent == Decimal("98.2798")


def test_april_interruptions_are_incidents_not_fragments() -> None:
    assert APRIL.interruptions == 3
    assert (APRIL.mtrs_minutes, APRIL.mtbf_minutes, APRIL.mtbsi_minutes) == (75, 4_285, 4_360)


def test_april_time_to_restore_by_the_wall_clock() -> None:
    assert APRIL.mtrs_elapsed_minutes == Fraction(135 + 90 + (62 * 60 + 30), 3)


def test_april_user_minutes_count_who_is_stopped_once() -> None:
    assert APRIL.lost_user_minutes == 105 * 40 + 30 * 180 + 90 * 180 == 25_800
    assert APRIL.user_availability is not None
    assert str(round_half_even(APRIL.user_availability * 100, 3)) == "98.904"


def test_the_larger_of_two_overlapping_outages_counts_for_users() -> None:
    shared = level(
        outage("A1", "2026-04-01 08:00", "2026-04-01 10:00", 10),
        outage("A2", "2026-04-01 09:00", "2026-04-01 09:30", 50),
    )
    assert shared.lost_user_minutes == 60 * 10 + 30 * 50 + 30 * 10


def test_users_nobody_counted_are_not_known() -> None:
    uncounted = outage("A1", "2026-04-01 08:00", "2026-04-01 10:00")
    on_saturday = outage("A2", "2026-04-04 08:00", "2026-04-04 10:00")
    assert level(uncounted, users=180).lost_user_minutes is None
    assert level(uncounted, users=180).user_availability is None
    assert level(on_saturday).lost_user_minutes == 0


@pytest.mark.parametrize(
    ("announced", "counted"), [("2026-04-08", 0), ("2026-04-09", 120), (None, 120)]
)
def test_a_window_counts_only_when_announced_in_time(announced: str | None, counted: int) -> None:
    late = window("W1", "2026-04-15 08:00", "2026-04-15 10:00", announced)
    result = level(outage("A1", "2026-04-15 08:00", "2026-04-15 10:00"), windows=(late,))
    assert result.downtime_minutes == counted
    assert result.agreed_downtime_minutes == 120 - counted


def test_overrun_on_both_sides_of_a_window_is_one_interruption() -> None:
    agreed = window("W1", "2026-04-15 09:00", "2026-04-15 10:00", "2026-04-01")
    result = level(outage("A1", "2026-04-15 08:30", "2026-04-15 10:40"), windows=(agreed,))
    assert (result.downtime_minutes, result.interruptions) == (30 + 40, 1)
    assert result.mtrs_elapsed_minutes == 130


def test_an_open_outage_counts_to_now() -> None:
    still_down = outage("A1", "2026-04-15 16:00", None)
    assert level(still_down, now="2026-04-16 08:30").downtime_minutes == 120 + 90
    assert level(still_down, now="2026-04-15 16:00").downtime_minutes == 0


def test_an_outage_over_the_turn_of_the_month_is_split_between_them() -> None:
    night = outage("A1", "2026-03-31 22:00", "2026-04-01 01:00")
    march = level(night, hours="24x7", month="2026-03")
    april = level(night, hours="24x7", month="2026-04")
    assert (march.downtime_minutes, march.mtrs_elapsed_minutes) == (120, 120)
    assert (april.downtime_minutes, april.mtrs_elapsed_minutes) == (60, 60)


def test_no_outage_is_all_up_with_no_interruption() -> None:
    quiet = level()
    assert (quiet.availability_percent, quiet.state) == (100, LevelState.MET)
    assert quiet.interruptions == 0
    assert (quiet.mtrs_minutes, quiet.mtbf_minutes, quiet.mtbsi_minutes) == (None, None, None)


@pytest.mark.parametrize(
    ("is_logged", "now"), [(False, "2026-11-21"), (True, "2026-03-31"), (False, "2026-03-31")]
)
def test_a_month_nobody_logged_or_that_has_not_begun_is_not_known(
    is_logged: bool,
    now: str,
) -> None:
    unknown = level(is_logged=is_logged, now=now)
    assert unknown.state is LevelState.NOT_KNOWN
    assert (unknown.availability, unknown.downtime_minutes, unknown.is_met) == (None, None, None)
    assert (unknown.mtbsi_minutes, unknown.consumed_share, unknown.interruptions) == (None,) * 3


def test_no_service_time_is_not_applicable_and_not_all_up() -> None:
    idle = level(hours="race days 06-22")
    assert idle.state is LevelState.NOT_APPLICABLE
    assert (idle.service_minutes, idle.availability_percent, idle.is_met) == (0, None, None)


def test_without_a_target_there_is_a_figure_but_nothing_to_meet() -> None:
    free = level(outage("A1", "2026-04-01 08:00", "2026-04-01 09:00"), target=None)
    assert free.availability is not None
    assert (free.state, free.is_met) == (LevelState.NOT_APPLICABLE, None)


@pytest.mark.parametrize(
    ("minutes", "state"),
    [(54, LevelState.MET), (55, LevelState.NEAR), (72, LevelState.NEAR), (73, LevelState.MISSED)],
)
def test_error_budget_decides_on_exact_fractions(minutes: int, state: LevelState) -> None:
    # 22 weekdays of 11 h are 14,520 min; 99.5 % leaves 72.6 min, three quarters of it are 54.45.
    result = level(
        outage("A1", "2026-04-01 08:00", f"2026-04-01 {8 + minutes // 60:02}:{minutes % 60:02}")
    )
    assert result.allowed_downtime_minutes == Fraction("72.6")
    assert result.consumed_share == minutes / Fraction("72.6")
    assert result.state is state


def test_cutting_downwards_never_changes_what_is_met() -> None:
    exactly = level(outage("A1", "2026-04-01 08:00", "2026-04-01 09:12:36"), target="99.5")
    assert exactly.availability == Fraction("0.995")
    assert exactly.is_met
    assert not level(outage("A1", "2026-04-01 08:00", "2026-04-01 09:12:37")).is_met


def test_the_same_delivery_can_be_held_against_another_promise() -> None:
    result = level(outage("A1", "2026-04-01 08:00", "2026-04-01 09:00"), target="99.5")
    assert result.is_met
    assert result.against(Decimal("99.9")).is_met is False
    assert result.against(Decimal("99.9")).availability == result.availability

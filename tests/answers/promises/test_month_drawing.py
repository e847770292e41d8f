"""A month drawn day by day: a day is as wide as it is long."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.promises.month_drawing import LEFT, PLOT, draw_month
from domestique.answers.promises.timeline import timeline_page
from domestique.quantities.period import Month

pytestmark = pytest.mark.usefixtures("demo", "db")


def drawn(viewer, service, month=Month(2026, 10)):  # noqa: B008 - a month is a value
    page = timeline_page(viewer, "C04", service, month, date(2026, 11, 21))
    return draw_month(page)


def widths(day, kind):
    return [piece.width for piece in day.pieces if piece.kind == kind]


def test_every_day_has_a_row_and_weekends_stand_out(viewer):
    days = drawn(viewer, "S03").days
    assert len(days) == 31
    assert [day.day.day for day in days if day.is_weekend][:2] == [3, 4]


def test_day_with_25_hours_is_longer_by_one(viewer):
    days = drawn(viewer, "S03").days
    assert (days[24].hours, days[23].hours) == (25, None)
    assert days[24].width == pytest.approx(days[23].width * 25 / 24, abs=0.2)
    assert days[24].width == pytest.approx(PLOT)


def test_outage_of_daylight_saving_night_is_three_hours_wide(viewer):
    day = drawn(viewer, "S03").days[24]
    assert widths(day, "down")[0] == pytest.approx(3 * PLOT / 25, abs=0.1)
    assert day.ticks[0] == pytest.approx(
        LEFT + 7 * PLOT / 25, abs=0.1
    )  # six o'clock, seven hours in


def test_outage_outside_hours_is_drawn_but_not_dark(viewer):
    saturday = drawn(viewer, "S24").days[16]
    assert widths(saturday, "outage")
    assert not widths(saturday, "down")
    assert (saturday.marks, saturday.is_down) == ("2", False)


def test_window_announced_too_late_is_outlined_and_an_agreed_one_hatched(viewer):
    late = drawn(viewer, "S24").days[21]
    agreed = drawn(viewer, "S01").days[13]
    assert [bool(widths(late, kind)) for kind in ("late", "agreed")] == [True, False]
    assert [bool(widths(agreed, kind)) for kind in ("late", "agreed")] == [False, True]


def test_outage_over_midnight_is_on_both_days(viewer):
    days = drawn(viewer, "S01").days
    assert (days[13].marks, days[14].marks) == ("1", "1")


def test_what_has_not_happened_yet_is_not_drawn_as_kept(viewer):
    days = drawn(viewer, "S03", Month(2026, 12)).days
    assert not any(widths(day, "hours") for day in days)
    assert all(widths(day, "coming") for day in days)


def test_all_pieces_lie_within_the_picture(viewer):
    picture = drawn(viewer, "S24")
    for day in picture.days:
        for piece in day.pieces:
            assert LEFT <= piece.x <= piece.x + piece.width <= picture.width

"""The drawn pictures: where bars, ticks and bands stand."""

from __future__ import annotations

from domestique.answers.restoration.gantt import LEFT, draw_gantt
from domestique.answers.restoration.restoration import Bar
from domestique.telling.briefly import clock_time


def bar(start: int, end: int, promised: int | None = None, *, wish: int | None = None) -> Bar:
    return Bar("S1", "Web shop", start, end, 1, 1, wish, promised, wish is not None, False)


def test_minutes_are_written_as_hours():
    assert [clock_time(minutes) for minutes in (0, 65, 545)] == ["0:00", "1:05", "9:05"]


def test_bar_is_as_long_as_it_takes():
    drawn = draw_gantt([bar(0, 60), bar(60, 180)], most=10).bars
    assert drawn[0].x == LEFT
    assert abs(drawn[1].width - 2 * drawn[0].width) <= 1
    assert abs(drawn[1].x - (drawn[0].x + drawn[0].width)) <= 1


def test_late_bar_says_so_in_words():
    drawn = draw_gantt([bar(0, 315, 240, wish=1)], most=10).bars[0]
    assert (drawn.kind, drawn.back, drawn.promised) == ("late", "5:15", "4:00")
    assert LEFT < drawn.promise_x < drawn.x + drawn.width


def test_what_was_wished_is_dark_and_what_lies_beneath_light():
    kinds = [one.kind for one in draw_gantt([bar(0, 30, wish=1), bar(0, 30)], most=10).bars]
    assert kinds == ["wished", "beneath"]


def test_promise_beyond_the_picture_has_no_tick():
    assert draw_gantt([bar(0, 30, 100_000)], most=10).bars[0].promise_x is None


def test_long_list_is_cut_and_says_by_how_much():
    drawn = draw_gantt([bar(0, 30)] * 12, most=5)
    assert (len(drawn.bars), drawn.more) == (5, 7)


def test_long_time_has_few_gridlines():
    assert len(draw_gantt([bar(0, 100 * 60)], most=5).grid) <= 14

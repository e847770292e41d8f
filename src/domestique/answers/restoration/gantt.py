"""The way back after a loss, drawn: where every bar, tick and word stands, in the units of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from domestique.answers.restoration.restoration import Bar
from domestique.telling.briefly import clock_time

LEFT, WIDTH, TOP, STEP = 226, 1010, 30, 21
ROOM_FOR_WORDS = 190
HOURS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One service's bar: where it stands, its promise if it is in the picture, and the words of a late one."""

    bar: Bar
    y: int
    x: int
    width: int
    kind: str
    promise_x: int | None
    back: str
    promised: str
    words_x: int


@dataclass(frozen=True, slots=True)
class Gantt:
    """The whole picture; ``grid`` are vertical lines at whole hours, each with its label."""

    width: int
    height: int
    left: int
    grid: tuple[tuple[int, str], ...]
    bars: tuple[DrawnBar, ...]
    more: int


def draw_gantt(bars: Sequence[Bar], most: int) -> Gantt:
    """Draw the first bars on one time axis; ``more`` says how many are only in the list."""
    shown = bars[:most]
    end = max((bar.end for bar in shown), default=0)
    scale = (WIDTH - LEFT - ROOM_FOR_WORDS) / max(end, 60)
    hours = -(-end // 60)
    every = max(1, -(-hours // HOURS_SHOWN))
    grid = tuple(
        (LEFT + round(hour * 60 * scale), f"{hour} h") for hour in range(0, hours + 1, every)
    )
    return Gantt(
        WIDTH,
        TOP + STEP * len(shown) + 12,
        LEFT,
        grid,
        tuple(_draw(bar, number, scale) for number, bar in enumerate(shown)),
        len(bars) - len(shown),
    )


def _draw(bar: Bar, number: int, scale: float) -> DrawnBar:
    x, end = (LEFT + round(minutes * scale) for minutes in (bar.start, bar.end))
    promise_x = None if bar.promised is None else LEFT + round(bar.promised * scale)
    if promise_x is not None and promise_x > WIDTH - 8:
        promise_x = None
    return DrawnBar(
        bar,
        TOP + STEP * number,
        x,
        max(3, end - x),
        "late" if bar.is_late else "wished" if bar.is_wished else "beneath",
        promise_x,
        clock_time(bar.end),
        "" if bar.promised is None else clock_time(bar.promised),
        max(end, promise_x or 0) + 8,
    )

"""A sparkline: thirteen months in the height of a line of text, with gaps where nothing is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

WIDE, TALL, EDGE = 72, 18, 2.5


@dataclass(frozen=True, slots=True)
class Spark:
    """The strokes of a sparkline, the dot at its newest known value, and whether the newest is known."""

    paths: tuple[str, ...]
    dot: tuple[float, float]
    is_open: bool


def draw_spark(values: Sequence[int | None]) -> Spark | None:
    """Draw values from left to right; nothing where fewer than two are known.

    The height spreads from the least to the greatest, but at least over a fifth of the greatest, so
    that a steady line stays level. A lone value between gaps is a stroke of its own.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    spread = max(max(known) - min(known), abs(max(known)) / 5, 1)
    middle = (max(known) + min(known)) / 2
    step = (WIDE - 2 * EDGE) / (len(values) - 1)

    def place(number: int, value: int) -> tuple[float, float]:
        y = TALL / 2 - (value - middle) / spread * (TALL - 2 * EDGE)
        return round(EDGE + number * step, 1), round(y, 1)

    points = [
        None if value is None else place(number, value) for number, value in enumerate(values)
    ]
    runs = [
        [point for point in run if point] for is_known, run in groupby(points, bool) if is_known
    ]
    return Spark(
        paths=tuple(_path(run) for run in runs),
        dot=runs[-1][-1],
        is_open=values[-1] is None,
    )


def _path(run: Sequence[tuple[float, float]]) -> str:
    if len(run) == 1:
        x, y = run[0]
        return f"M{x - 1:g} {y:g}h2"
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in run)

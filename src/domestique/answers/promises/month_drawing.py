"""A month drawn day by day: service hours as light bands, outages dark, maintenance hatched or outlined.

A day is as wide as it is long: where the clock changes, one is an hour longer or shorter than the
others, and its hours stand where they were.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domestique.answers.promises.timeline import TimelinePage
from domestique.delivery.availability import agreed_service_clock
from domestique.delivery.level import Level
from domestique.quantities.interval import Interval, intersect, subtract, union
from domestique.quantities.local_time import instant_of

LEFT, PLOT, RIGHT, TOP, STEP, BAND = 74, 740, 96, 26, 17, 13
HOUR, DAY = 3600, 86_400
TICKS = (6, 12, 18)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a day: ``hours``, ``agreed``, ``late`` (announced too late), ``outage``, ``down`` or ``coming``."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """One day as a row; ``marks`` names its outages, and stands at ``marks_x`` after the last of them.

    ``hours`` is how long the day is, where that is not 24.
    """

    day: date
    y: int
    width: float
    ticks: tuple[float, ...]
    pieces: tuple[Piece, ...]
    marks: str
    marks_x: float
    is_down: bool
    hours: int | None

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or a Sunday."""
        return self.day.weekday() >= 5


@dataclass(frozen=True, slots=True)
class MonthDrawing:
    """The whole picture; ``axis`` are the hours of an ordinary day and where they stand."""

    width: int
    height: int
    left: int
    band: int
    axis: tuple[tuple[int, float], ...]
    days: tuple[DrawnDay, ...]


def draw_month(page: TimelinePage) -> MonthDrawing | None:
    """Draw the month of a promise; nothing where nobody said in which hours the service works."""
    level = page.level
    if level is None:
        return None
    days = list(_days(level))
    longest = max(end - start for _, (start, end) in days)
    second = PLOT / max(longest, DAY)
    layers = _layers(page, level)
    drawn = tuple(
        _draw_day(page, second, (number, day, span), layers)
        for number, (day, span) in enumerate(days)
    )
    axis = tuple((hour, _x(second, hour * HOUR)) for hour in (0, *TICKS, 24))
    height = TOP + STEP * len(days) + 4
    return MonthDrawing(LEFT + PLOT + RIGHT, height, LEFT, BAND, axis, drawn)


def _days(level: Level) -> Iterator[tuple[date, Interval]]:
    month, zone = level.case.time.month, level.case.time.zone
    day = month.first_day
    while day < month.first_day_after:
        after = day + timedelta(days=1)
        yield (
            day,
            (
                instant_of(datetime.combine(day, time()), zone),
                instant_of(datetime.combine(after, time()), zone),
            ),
        )
        day = after


def _layers(page: TimelinePage, level: Level) -> list[tuple[str, list[Interval]]]:
    """Return what is drawn, from the ground up: each kind with its stretches."""
    hours = list(level.case.time.windows)
    clock = agreed_service_clock(level.case, level.rules)
    agreed_time = list(zip(clock.starts, clock.ends, strict=True))
    now = level.rules.now
    outages = union(one.stretch for one in page.outages)
    past = [(level.case.time.span[0], now)] if level.downtime is not None else []
    return [
        ("hours", intersect(hours, past)),
        ("coming", subtract(hours, past)),
        ("agreed", union(one.stretch for one in page.windows if one.why is None)),
        ("late", [one.stretch for one in page.windows if one.why]),
        ("outage", outages),
        ("down", intersect(outages, agreed_time)),
    ]


def _draw_day(
    page: TimelinePage,
    second: float,
    where: tuple[int, date, Interval],
    layers: Sequence[tuple[str, list[Interval]]],
) -> DrawnDay:
    number, day, (midnight, end) = where
    pieces = [
        _piece(kind, second, (part[0] - midnight, part[1] - midnight))
        for kind, stretches in layers
        for part in intersect(stretches, [(midnight, end)])
    ]
    own = [one for one in page.outages if one.stretch[0] < end and midnight < one.stretch[1]]
    busy = [one.stretch for one in own]
    busy += [one.stretch for one in page.windows if one.stretch[0] < end]
    last = max((min(stretch[1], end) for stretch in busy), default=midnight)
    hours = (end - midnight) // HOUR
    return DrawnDay(
        day,
        TOP + STEP * number,
        round((end - midnight) * second, 1),
        tuple(_ticks(page, second, day, midnight)),
        tuple(pieces),
        ", ".join(str(one.number) for one in own),
        _x(second, last - midnight) + 5,
        any(piece.kind == "down" for piece in pieces),
        None if end - midnight == DAY else hours,
    )


def _ticks(page: TimelinePage, second: float, day: date, midnight: int) -> Iterable[float]:
    if page.level is None:
        return ()
    zone = page.level.case.time.zone
    return (
        _x(second, instant_of(datetime.combine(day, time(hour)), zone) - midnight) for hour in TICKS
    )


def _piece(kind: str, second: float, interval: Interval) -> Piece:
    """Return a stretch of a day, in seconds after midnight, as it is drawn: however short it was, it is seen."""
    start, end = interval
    return Piece(kind, _x(second, start), round(max(2.0, (end - start) * second), 1))


def _x(second: float, after_midnight: int) -> float:
    """Return how far from the left a second of a day is, by how wide a second is."""
    return round(LEFT + after_midnight * second, 1)

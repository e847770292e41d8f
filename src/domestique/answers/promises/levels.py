"""Agreed against actual: what every service delivered in a month."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.answers.promises.promise_in_month import URGENCY
from domestique.delivery.level import Level, LevelState
from domestique.delivery.level_figure import figure_of_level
from domestique.delivery.queries import closed_months_of_levels, levels_of_month, running_month
from domestique.portfolio.queries import service_names
from domestique.quantities.figure import Figure
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.chips import NOT_KNOWN, Chip, state_chip
from domestique.telling.months import name_of_month


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One service's level of a month, ready to be shown. ``budget_percent`` is cut to 100 for drawing."""

    service: str
    name: str
    hours: str
    chip: Chip
    target: Decimal | None
    figure: Figure | None
    service_minutes: Fraction | None = None
    downtime_minutes: Fraction | None = None
    allowed_minutes: Fraction | None = None
    budget_used: Fraction | None = None
    budget_percent: int | None = None

    @property
    def tone(self) -> str:
        """How the used allowance is coloured: ``missed`` when more was used than is allowed."""
        return "missed" if self.budget_used is not None and self.budget_used > 100 else ""


@dataclass(frozen=True, slots=True)
class LevelsPage:
    """The levels of a month: the answer, the services that need looking at, the others by state."""

    month: Month | None
    months: tuple[Month, ...]
    headline: Sentence
    reason: Sentence
    rows: tuple[LevelRow, ...]
    total: int


@while_unchanged
def levels_page(
    viewer: Viewer, clock: date, asked: Month | None = None, most: int = 100
) -> LevelsPage:
    """Return the levels of a month, by default the newest that is over; missed ones first.

    At most ``most`` rows are made ready; ``total`` says how many there are.
    """
    closed, running = closed_months_of_levels(viewer, clock), running_month(viewer, clock)
    month = asked or next(iter(closed), None)
    if month is None:
        unknown = say("We do not know yet which levels were kept.")
        missing = say(
            "Load the table outages, and services with service_hours and availability_target."
        )
        return LevelsPage(None, (), unknown, missing, (), 0)
    found = levels_of_month(viewer, month, clock)
    names = service_names(viewer)
    levels = sorted(found.levels.values(), key=_urgency)
    rows = [level_row(level, names) for level in levels[:most]]
    rows += [
        LevelRow(id_, names[id_], "", NOT_KNOWN, target, None)
        for id_, target in found.without_hours.items()
    ][: most - len(rows)]
    states = Counter(level.state for level in levels)
    states[LevelState.NOT_KNOWN] += len(found.without_hours)
    return LevelsPage(
        month,
        (*([running] if running else []), *closed),
        _headline(states, month),
        _reason(states),
        tuple(rows),
        len(levels) + len(found.without_hours),
    )


def level_row(level: Level, names: Mapping[str, str]) -> LevelRow:
    """Make one level ready to be shown."""
    used = None if level.consumed_share is None else level.consumed_share * 100
    return LevelRow(
        service=level.case.service,
        name=names.get(level.case.service, level.case.service),
        hours=level.case.time.hours,
        chip=state_chip(level),
        target=level.case.target,
        figure=figure_of_level(level),
        service_minutes=level.service_minutes,
        downtime_minutes=level.downtime_minutes,
        allowed_minutes=level.allowed_downtime_minutes,
        budget_used=used,
        budget_percent=None if used is None else min(100, int(used)),
    )


def _urgency(level: Level) -> tuple[int, Fraction, str]:
    return (URGENCY.index(level.state), -(level.consumed_share or Fraction(0)), level.case.service)


def _headline(states: Counter[LevelState], month: Month) -> Sentence:
    judged = states[LevelState.MET] + states[LevelState.NEAR] + states[LevelState.MISSED]
    if states[LevelState.SO_FAR]:
        return say_counted(
            "%(month)s is not over: so far %(missed)s of %(count)s level is missed.",
            "%(month)s is not over: so far %(missed)s of %(count)s levels are missed.",
            judged + states[LevelState.SO_FAR],
            missed=states[LevelState.MISSED],
            month=name_of_month(month),
        )
    if not judged:
        return say(
            "We do not know which levels were kept in %(month)s.", month=name_of_month(month)
        )
    return say_counted(
        "%(kept)s of %(count)s level was kept in %(month)s.",
        "%(kept)s of %(count)s levels were kept in %(month)s.",
        judged,
        kept=judged - states[LevelState.MISSED],
        month=name_of_month(month),
    )


def _reason(states: Counter[LevelState]) -> Sentence:
    unknown, unsure = states[LevelState.NOT_KNOWN], states[LevelState.NOT_SURE]
    if unsure:
        return say_counted(
            "Of %(count)s service we are not sure: what it needs was away, and nobody noted whether it was, too.",
            "Of %(count)s services we are not sure: what they need was away, and nobody noted whether they were, too.",
            unsure,
        )
    if unknown:
        return say_counted(
            "Of %(count)s service with a target nothing is known in this month: it is neither kept nor missed.",
            "Of %(count)s services with a target nothing is known in this month: they are neither kept nor missed.",
            unknown,
        )
    return say_counted(
        "%(count)s level was missed and %(near)s came near. A figure opens with a click.",
        "%(count)s levels were missed and %(near)s came near. A figure opens with a click.",
        states[LevelState.MISSED],
        near=states[LevelState.NEAR],
    )

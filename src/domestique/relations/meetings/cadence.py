"""When the next meeting of a kind is due with a customer: so many weeks after the last one held.

A kind of meeting that has a cadence and was never held is overdue from the beginning.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Rhythm(StrEnum):
    """Whether a kind of meeting keeps its rhythm: overdue and not even planned comes first."""

    OVERDUE = "overdue"
    PLANNED_LATE = "planned later than due"
    PLANNED = "planned"
    NOT_YET_DUE = "not yet due"


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of one kind with one customer: the day it was held, or is planned on."""

    held_on: date | None = None
    planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When the next meeting is due: ``due_on`` is ``None`` when none was ever held, and it is due at once."""

    rhythm: Rhythm
    due_on: date | None
    next_on: date | None
    late_days: int | None

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed, planned or not."""
        return self.late_days is None or self.late_days > 0


def next_due(weeks: int, meetings: Iterable[Held], on: date) -> Due:
    """Return when the next meeting is due on a day; ``late_days`` is ``None`` when none was ever held."""
    known = list(meetings)
    last = max((one.held_on for one in known if one.held_on and one.held_on <= on), default=None)
    planned = min(
        (one.planned_on for one in known if one.planned_on and one.planned_on >= on), default=None
    )
    due = None if last is None else last + timedelta(weeks=weeks)
    late = None if due is None else max(0, (on - due).days)
    return Due(_rhythm(due, planned, on), due, planned, late)


def _rhythm(due: date | None, planned: date | None, on: date) -> Rhythm:
    if planned is not None:
        is_late = due is None or planned > due
        return Rhythm.PLANNED_LATE if is_late else Rhythm.PLANNED
    return Rhythm.OVERDUE if due is None or due < on else Rhythm.NOT_YET_DUE

"""Where a promise to a customer stands on a day, and how many were kept in time (K14).

K14 is promises kept in time over promises due. Due is what was to be settled by the day asked about: its day has
passed, or it was settled already. A promise without a day is never late and counts in neither; one taken back before
its day has passed was not due any more. Counted per team and customer, never per person (R18).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class PromiseState(StrEnum):
    """Where a promise stands."""

    LATE = "late"
    DUE = "due"
    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept late"
    TAKEN_BACK = "taken back"


OPEN_STATES = frozenset({PromiseState.LATE, PromiseState.DUE, PromiseState.OPEN})
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class GivenPromise:
    """A promise as it stands on record."""

    id: str
    given_on: date
    due_on: date | None = None
    kept_on: date | None = None
    taken_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptPromises:
    """How many of the promises that were due were kept in time, and which rows say so."""

    in_time: int
    due: int
    ids: tuple[str, ...]

    @property
    def share(self) -> Fraction | None:
        """K14; ``None`` while nothing was due."""
        return Fraction(self.in_time, self.due) if self.due else None


def promise_state(promise: GivenPromise, on: date) -> PromiseState:
    """Return where a promise stands on a day. One due on that very day is due, not late."""
    kept, due = _until(promise.kept_on, on), promise.due_on
    if kept:
        return PromiseState.KEPT_LATE if due and kept > due else PromiseState.KEPT
    if _until(promise.taken_back_on, on):
        return PromiseState.TAKEN_BACK
    if due is None or (due - on).days > SOON_DAYS:
        return PromiseState.OPEN
    return PromiseState.LATE if due < on else PromiseState.DUE


def promises_kept(promises: Iterable[GivenPromise], on: date) -> KeptPromises:
    """Count the promises kept in time against those due on a day."""
    due = [one for one in promises if one.given_on <= on and _is_due(one, on)]
    in_time = sum(promise_state(one, on) is PromiseState.KEPT for one in due)
    return KeptPromises(in_time, len(due), tuple(one.id for one in due))


def _is_due(promise: GivenPromise, on: date) -> bool:
    if promise.due_on is None:
        return False
    if _until(promise.kept_on, on):
        return True
    taken_back = _until(promise.taken_back_on, on)
    return promise.due_on < on and not (taken_back and taken_back <= promise.due_on)


def _until(day: date | None, on: date) -> date | None:
    """Return a day unless it lies after the one asked about."""
    return day if day is not None and day <= on else None

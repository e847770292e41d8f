"""What dependencies and durations allow, whoever works: earliest finish, inherited rank, promise.

Source: measurement 4.3, steps 2 and 3. Times are whole minutes from the moment of loss; ``None`` is
not known, not ranked or not promised.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domestique.impact.blast import NOWHERE
from domestique.impact.work import Minutes, Work


@dataclass(frozen=True, slots=True, eq=False)
class Inherited:
    """A value for each service that may come from what stands on it, and over which dependant.

    ``over`` is ``NOWHERE`` where the service keeps its own value, or none.
    """

    values: Sequence[int | None]
    over: Sequence[int]

    def giver_of(self, number: int) -> int:
        """Return the number of the service whose own value it is in the end."""
        while self.over[number] != NOWHERE:
            number = self.over[number]
        return number


@dataclass(frozen=True, slots=True, eq=False)
class Physics:
    """Earliest finish with unlimited crews, inherited rank and latest finish, by number."""

    earliest: Minutes
    ranks: Inherited
    latest: Inherited

    def slack_of(self, number: int) -> int | None:
        """Return latest less earliest finish; below zero the promise cannot be kept by anyone."""
        earliest, latest = self.earliest[number], self.latest.values[number]
        return None if earliest is None or latest is None else latest - earliest


def reckon_physics(work: Work) -> Physics:
    """Reckon what the work itself allows."""
    taken = [minutes or 0 for minutes in work.minutes]
    return Physics(
        earliest=earliest_finishes(work, work.minutes),
        ranks=inherit(work, work.ranks, [0] * len(taken)),
        latest=inherit(work, work.promised, taken),
    )


def earliest_finishes(work: Work, minutes: Sequence[int | None]) -> Minutes:
    """Return ``EF(s) = dur(s) + max EF(needs)`` with unlimited crews and these durations.

    What stands on a service of unknown duration is itself not known.
    """
    finishes: Minutes = [None] * len(minutes)
    for number in work.order:
        duration, start = minutes[number], _latest_of(finishes, work.needs[number])
        if duration is not None and start is not None:
            finishes[number] = start + duration
    return finishes


def inherit(work: Work, own: Sequence[int | None], cost: Sequence[int]) -> Inherited:
    """Return for each service the least of its own value and its dependants' less their cost.

    Ranks cost nothing; a promise costs the dependant's own duration (``LF(d) - dur(d)``). An
    unknown duration costs nothing, the most favourable reading: what is late even so, is late.
    """
    values, over = list(own), [NOWHERE] * len(own)
    for number in reversed(work.order):
        best, giver = values[number], NOWHERE
        for above in work.dependants[number]:
            value = values[above]
            if value is None:
                continue
            value -= cost[above]
            if best is None or value < best or (value == best and above < giver):
                best, giver = value, above
        values[number], over[number] = best, giver
    return Inherited(values, over)


def _latest_of(finishes: Minutes, needs: Iterable[int]) -> int | None:
    latest = 0
    for need in needs:
        finish = finishes[need]
        if finish is None:
            return None
        latest = max(latest, finish)
    return latest

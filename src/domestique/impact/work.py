"""The work of a restoration: the affected services, how long each takes, and what must come first.

Times are whole minutes from the moment of loss; ``None`` is not known, not ranked or not promised.
Only lost and affected services are work to do; what still runs is taken as given.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from domestique.impact import errors
from domestique.impact.cycles import hard_cycles
from domestique.impact.structure import Neighbours, Structure

Minutes: TypeAlias = list[int | None]


@dataclass(frozen=True, slots=True)
class Restorable:
    """What is known of restoring a service; each part may be unknown.

    ``promised_minutes`` is its own RTO, ``rank`` its place in the wish (1 is first).
    """

    restore_minutes: int | None = None
    promised_minutes: int | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """The services to restore, numbered in the order of their ids, and their hard needs among them.

    ``order`` puts every need before what needs it; ``waves`` is 1 for what needs nothing here and
    otherwise one more than the latest wave beneath.
    """

    ids: Sequence[str]
    is_lost: Sequence[bool]
    needs: Neighbours
    dependants: Neighbours
    minutes: Minutes
    is_assumed: Sequence[bool]
    promised: Minutes
    ranks: Sequence[int | None]
    order: Sequence[int]
    waves: Sequence[int]

    def number_of(self, service: str) -> int | None:
        """Return the number of a service, ``None`` when it is not among the work."""
        number = bisect_left(self.ids, service)
        return number if number < len(self.ids) and self.ids[number] == service else None


def gather_work(
    structure: Structure,
    affected: Mapping[int, bool],
    services: Mapping[str, Restorable],
    *,
    assumed_minutes: int | None = None,
) -> Work:
    """Gather the work: structure numbers of what is affected, each with whether it is itself lost.

    A duration that is not known becomes ``assumed_minutes`` where given, and is marked. Refuses
    negative minutes, and hard needs in a cycle as ``HardNeedsFormCycle``.
    """
    if assumed_minutes is not None and assumed_minutes < 0:
        raise errors.AssumedMinutesBelowZero(minutes=assumed_minutes)
    numbers = sorted(affected)
    ids = [structure.ids[number] for number in numbers]
    known = [services.get(service, Restorable()) for service in ids]
    minutes = list(map(_checked, ids, known))
    needs = _among(numbers, structure.hard_needs)
    dependants = _among(numbers, structure.hard_dependants)
    order, waves = _needs_first(ids, needs, dependants)
    return Work(
        ids=ids,
        is_lost=[affected[number] for number in numbers],
        needs=needs,
        dependants=dependants,
        minutes=[assumed_minutes if told is None else told for told in minutes],
        is_assumed=[told is None and assumed_minutes is not None for told in minutes],
        promised=[of.promised_minutes for of in known],
        ranks=[of.rank for of in known],
        order=order,
        waves=waves,
    )


def _checked(service: str, known: Restorable) -> int | None:
    minutes = known.restore_minutes
    if minutes is not None and minutes < 0:
        raise errors.RestoreMinutesBelowZero(service=service, minutes=minutes)
    return minutes


def _among(numbers: list[int], neighbours: Neighbours) -> Neighbours:
    """Keep the neighbours that are among these numbers, renumbered to their places."""
    place = {number: place for place, number in enumerate(numbers)}
    return [[place[near] for near in neighbours[number] if near in place] for number in numbers]


def _needs_first(
    ids: Sequence[str], needs: Neighbours, dependants: Neighbours
) -> tuple[list[int], list[int]]:
    """Sort so that needs come first, wave by wave; refuse a cycle by naming it."""
    missing = [len(beneath) for beneath in needs]
    wave = [number for number, count in enumerate(missing) if not count]
    order: list[int] = []
    waves = [0] * len(ids)
    while wave:
        order += wave
        following = []
        for number in wave:
            for above in dependants[number]:
                missing[above] -= 1
                if not missing[above]:
                    waves[above] = waves[number] + 1
                    following.append(above)
        wave = following
    if len(order) < len(ids):
        pairs = zip(ids, needs, strict=True)
        hard = ((service, ids[need]) for service, beneath in pairs for need in beneath)
        cycle = hard_cycles(hard)[0]
        raise errors.HardNeedsFormCycle(cycle=" → ".join((*cycle, cycle[0])))
    return order, [number + 1 for number in waves]

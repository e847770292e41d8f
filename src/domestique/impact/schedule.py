"""Who restores what, when: list scheduling of the work for a number of crews.

Source: measurement 4.3, step 4, and demo B9. Ready work is taken by (inherited rank, inherited
latest finish less duration, id), unranked and unpromised last. What finishes at a moment frees its
crew and its dependants before anything else starts, and no crew idles while work is ready.
"""

from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from domestique.impact.errors import CrewsFewerThanOne
from domestique.impact.physics import Physics
from domestique.impact.work import Work


class CrewTurn(NamedTuple):
    """One crew at one service, in minutes from the loss; crews and services by number from 0."""

    number: int
    start: int
    end: int
    crew: int


def schedule_work(work: Work, physics: Physics, crews: int | None) -> list[CrewTurn]:
    """Schedule the work for so many crews, ``None`` being one for every service.

    Work that is not known, and what stands on it, is left out and takes no crew's time.
    Fewer crews than one are refused as ``CrewsFewerThanOne``.
    """
    if crews is not None and crews < 1:
        raise CrewsFewerThanOne(crews=crews)
    free = list(range(len(work.ids) if crews is None else min(crews, len(work.ids))))
    by_urgency, place = _sort_by_urgency(work, physics)
    missing = _missing_needs(work)
    ready = sorted(place[number] for number, count in enumerate(missing) if not count)
    running: list[tuple[int, int, int]] = []
    turns: list[CrewTurn] = []
    now = 0
    while ready or running:
        while ready and free:
            number, crew = by_urgency[heappop(ready)], heappop(free)
            turn = CrewTurn(number, now, now + (work.minutes[number] or 0), crew)
            turns.append(turn)
            heappush(running, (turn.end, number, crew))
        now = running[0][0]
        while running and running[0][0] == now:
            _, number, crew = heappop(running)
            heappush(free, crew)
            for above in work.dependants[number]:
                missing[above] -= 1
                if not missing[above]:
                    heappush(ready, place[above])
    return turns


def _missing_needs(work: Work) -> list[int]:
    """Count what each service waits for; an unknown duration is one more, and never comes."""
    known = zip(work.needs, work.minutes, strict=True)
    return [len(needs) + (minutes is None) for needs, minutes in known]


def _sort_by_urgency(work: Work, physics: Physics) -> tuple[list[int], list[int]]:
    """Return the numbers, most urgent first, and the place of each number among them."""
    keys = []
    for number, minutes in enumerate(work.minutes):
        rank, latest = physics.ranks.values[number], physics.latest.values[number]
        begin_by = inf if latest is None else latest - (minutes or 0)
        keys.append((inf if rank is None else rank, begin_by, number))
    by_urgency = [number for _, _, number in sorted(keys)]
    place = [0] * len(by_urgency)
    for at, number in enumerate(by_urgency):
        place[number] = at
    return by_urgency, place

"""Restoration: in which order lost services come back, and which promises that breaks.

Source: measurement 4.3 and demo B9. Lost are the named services and everything that needs them
through hard needs. Times are whole minutes from the moment of loss.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domestique.impact.blast import hard_layers
from domestique.impact.physics import Physics, reckon_physics
from domestique.impact.schedule import CrewTurn, schedule_work
from domestique.impact.structure import Structure
from domestique.impact.wish import Conflict, find_conflicts
from domestique.impact.work import Restorable, Work, gather_work


@dataclass(frozen=True, slots=True)
class RestoreStep:
    """One crew restoring one service. ``rank`` is inherited; ``crew`` and ``wave`` count from 1.

    ``is_assumed`` marks a step whose length nobody has told.
    """

    service: str
    start: int
    end: int
    crew: int
    rank: int | None
    wave: int
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class Late:
    """A service that is back after its own promise (RTO)."""

    service: str
    back: int
    promised: int


@dataclass(frozen=True, slots=True)
class Impossible:
    """A promise, its own or inherited, that cannot be kept even with all hands: slack below 0."""

    service: str
    slack_minutes: int


@dataclass(frozen=True, slots=True)
class RestorationPlan:
    """The whole answer to a loss. Lists of services are in the order of their ids.

    ``steps`` are by (start, id). ``not_known`` services have, or stand on, a duration that is not
    known; they have no step, and while there are any ``finish_minutes`` is ``None``.
    """

    lost: tuple[str, ...]
    crews: int | None
    affected: tuple[str, ...]
    steps: tuple[RestoreStep, ...]
    finish_minutes: int | None
    late: tuple[Late, ...]
    impossible: tuple[Impossible, ...]
    not_known: tuple[str, ...]
    work: Work = field(repr=False, compare=False)
    physics: Physics = field(repr=False, compare=False)

    @property
    def earliest(self) -> dict[str, int | None]:
        """Earliest finish of each affected service with unlimited crews, ``None`` if not known."""
        return dict(zip(self.affected, self.physics.earliest, strict=True))

    @property
    def waves(self) -> tuple[tuple[str, ...], ...]:
        """Services that may be restored together, each wave standing on the ones before it."""
        waves: list[list[str]] = [[] for _ in range(max(self.work.waves, default=0))]
        for service, wave in zip(self.affected, self.work.waves, strict=True):
            waves[wave - 1].append(service)
        return tuple(map(tuple, waves))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Wish against physics."""
        return find_conflicts(self.work, self.physics)


@dataclass(frozen=True, slots=True, eq=False)
class WorstDay:
    """What physics says when everything that stands on nothing else is lost, whoever works then."""

    work: Work
    physics: Physics

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Wish against physics."""
        return find_conflicts(self.work, self.physics)


def lose_foundations(
    structure: Structure, services: Mapping[str, Restorable], lost: Iterable[int]
) -> WorstDay:
    """Reckon what physics allows after these services (by number) are lost; nobody's turn is planned."""
    work = gather_work(structure, _affected(structure, set(lost)), services)
    return WorstDay(work, reckon_physics(work))


def plan_restoration(
    structure: Structure,
    services: Mapping[str, Restorable],
    lost: Iterable[str],
    *,
    crews: int | None = None,
    assumed_minutes: int | None = None,
) -> RestorationPlan:
    """Plan the restoration of lost services with so many crews, ``None`` being unlimited.

    ``services`` tells what is known of each; one that is missing there is wholly unknown.
    ``assumed_minutes`` stands in for durations that are not known. Refuses services that are not in
    the structure, hard needs in a cycle, crews fewer than one and minutes below zero.
    """
    starts = {structure.number_of(service) for service in lost}
    work = gather_work(
        structure, _affected(structure, starts), services, assumed_minutes=assumed_minutes
    )
    physics = reckon_physics(work)
    turns = schedule_work(work, physics, crews)
    not_known = tuple(work.ids[n] for n, finish in enumerate(physics.earliest) if finish is None)
    return RestorationPlan(
        lost=tuple(structure.ids[start] for start in sorted(starts)),
        crews=crews,
        affected=tuple(work.ids),
        steps=_tell_steps(work, physics, turns),
        finish_minutes=None if not_known else max((turn.end for turn in turns), default=0),
        late=find_late(work, turns),
        impossible=_find_impossible(work, physics),
        not_known=not_known,
        work=work,
        physics=physics,
    )


def _affected(structure: Structure, lost: set[int]) -> dict[int, bool]:
    """Return what falls, by number, each with whether it is itself lost."""
    layers, _ = hard_layers(lost, structure.hard_dependants)
    return {number: number in lost for layer in layers for number in layer}


def find_late(work: Work, turns: Iterable[CrewTurn]) -> tuple[Late, ...]:
    """Return the services whose turn ends after their own promise."""
    ends = sorted((turn.number, turn.end, work.promised[turn.number]) for turn in turns)
    return tuple(
        Late(work.ids[number], end, promised)
        for number, end, promised in ends
        if promised is not None and end > promised
    )


def _tell_steps(work: Work, physics: Physics, turns: Iterable[CrewTurn]) -> tuple[RestoreStep, ...]:
    in_order = sorted(turns, key=lambda turn: (turn.start, turn.number))
    return tuple(
        RestoreStep(
            service=work.ids[number],
            start=start,
            end=end,
            crew=crew + 1,
            rank=physics.ranks.values[number],
            wave=work.waves[number],
            is_assumed=work.is_assumed[number],
        )
        for number, start, end, crew in in_order
    )


def _find_impossible(work: Work, physics: Physics) -> tuple[Impossible, ...]:
    slacks = ((service, physics.slack_of(number)) for number, service in enumerate(work.ids))
    return tuple(
        Impossible(service, slack) for service, slack in slacks if slack is not None and slack < 0
    )

"""The surroundings of one service: what falls or limps with it and what it stands on, cut to what one can read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeAlias

from domestique.answers.map.map_words import (
    HARD,
    Direction,
    Tie,
    say_deeper,
    say_map_headline,
    say_map_reasons,
)
from domestique.answers.map.surroundings import reach_of
from domestique.impact.blast import BlastRadius, Foundation, Reach
from domestique.impact.queries import structure_visible_to
from domestique.impact.structure import Structure
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import service_visible_to, services_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer

USUAL_DEPTH, GREATEST_DEPTH = 2, 5
MOST_DRAWN = 60
MOST_LISTED = 100
NOT_SAID = 9


@dataclass(frozen=True, slots=True)
class Relative:
    """Another service, how many needs away, over which neighbour a step nearer; ``way`` is there by name in a list."""

    id: str
    name: str
    tie: Tie
    distance: int
    because: str
    is_supporting: bool
    impact_level: int | None
    way: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A need, in the direction of impact: when ``needed`` falls, ``dependant`` falls (hard) or limps."""

    needed: str
    dependant: str
    is_hard: bool


@dataclass(frozen=True, slots=True)
class ServiceMap:
    """A service and its relatives: ``drawn`` is what fits a picture, ``listed`` what fits a list.

    ``cuts`` say in words what is left out of either. In a circle of needs a service is listed
    twice, as what falls and as what carries, but drawn once.
    """

    id: str
    name: str
    is_supporting: bool
    headline: Sentence
    reasons: tuple[Sentence, ...]
    drawn: tuple[Relative, ...]
    edges: tuple[Edge, ...]
    listed: tuple[Relative, ...]
    cuts: tuple[Sentence, ...]


Reached: TypeAlias = "dict[Tie, Mapping[str, Reach]]"


def map_of(
    viewer: Viewer, service_id: str, depth: int = USUAL_DEPTH, direction: Direction = Direction.BOTH
) -> ServiceMap | None:
    """Return the surroundings of a service, in five queries at most; ``None`` if there is none such."""
    service = service_visible_to(viewer, service_id)
    if service is None:
        return None
    fall, beneath = reach_of(viewer, service_id)
    reached = _reached(fall, beneath, direction)
    near = _ranked(viewer, _near(reached, depth))
    drawn = _drawn(near)
    names = {service.id: service.name} | {one.id: one.name for one in near}
    counts = {tie: len(reaches.keys() - {service_id}) for tie, reaches in reached.items()}
    return ServiceMap(
        id=service.id,
        name=service.name,
        is_supporting=service.kind == ServiceKind.SUPPORTING,
        headline=say_map_headline(service.name, counts, direction),
        reasons=tuple(say_map_reasons(counts, direction)),
        drawn=drawn,
        edges=_edges(structure_visible_to(viewer), [service.id, *(one.id for one in drawn)]),
        listed=tuple(_told(one, fall, beneath, names) for one in near[:MOST_LISTED]),
        cuts=tuple(_cuts(counts, near, len(drawn), depth)),
    )


def _reached(fall: BlastRadius, beneath: Foundation, direction: Direction) -> Reached:
    reached: Reached = {}
    if direction is not Direction.DOWN:
        reached |= {Tie.FALLS: fall.affected, Tie.LIMPS: fall.degraded}
    if direction is not Direction.UP:
        reached |= {Tie.CARRIES: beneath.hard, Tie.EASES: beneath.soft}
    return reached


def _near(reached: Reached, depth: int) -> list[tuple[Reach, Tie]]:
    """Return what is at most so far away; what was reached stands in the order of its distance."""
    return [
        (reach, tie)
        for tie, reaches in reached.items()
        for reach in takewhile(lambda reach: reach.distance <= depth, reaches.values())
        if reach.distance
    ]


def _ranked(viewer: Viewer, found: Sequence[tuple[Reach, Tie]]) -> tuple[Relative, ...]:
    """Give the services found their names, in one query; nearest first, then what matters most."""
    ids = {reach.service for reach, _ in found}
    known = {one.id: one for one in services_visible_to(viewer).filter(pk__in=ids)}
    relatives = (
        _relative(reach, tie, known.get(reach.service) or Service(id=reach.service))
        for reach, tie in found
    )
    return tuple(sorted(relatives, key=_rank))


def _relative(reach: Reach, tie: Tie, service: Service) -> Relative:
    return Relative(
        id=service.id,
        name=service.name,
        tie=tie,
        distance=reach.distance,
        because=reach.because or "",
        is_supporting=service.kind == ServiceKind.SUPPORTING,
        impact_level=service.impact_level,
    )


def _told(
    one: Relative, fall: BlastRadius, beneath: Foundation, names: Mapping[str, str]
) -> Relative:
    """Add the way there, by name."""
    way = (fall if one.tie.is_above else beneath).why(one.id)
    return replace(one, way=" → ".join(names.get(step, step) for step in way))


def _rank(one: Relative) -> tuple[int, bool, bool, int, str]:
    return (
        one.distance,
        not one.tie.is_above,
        one.tie not in HARD,
        one.impact_level or NOT_SAID,
        one.id,
    )


def _drawn(relatives: Sequence[Relative]) -> tuple[Relative, ...]:
    """Choose what is drawn: each service once, as what ties it hardest; both ways get their share of room."""
    firmest: dict[str, Relative] = {}
    for one in sorted(relatives, key=lambda one: (one.tie not in HARD, _rank(one))):
        firmest.setdefault(one.id, one)
    ranked = sorted(firmest.values(), key=_rank)
    above = [one for one in ranked if one.tie.is_above]
    beneath = [one for one in ranked if not one.tie.is_above]
    room = MOST_DRAWN - 1
    share = max(room // 2, room - len(above))
    beneath = beneath[:share]
    return tuple(sorted((*above[: room - len(beneath)], *beneath), key=_rank))


def _edges(structure: Structure, ids: Iterable[str]) -> tuple[Edge, ...]:
    """Return every need between the services that are drawn, by id."""
    shown = {structure.numbers[id_] for id_ in ids if id_ in structure.numbers}
    return tuple(
        Edge(structure.ids[needed], structure.ids[number], is_hard)
        for number in sorted(shown)
        for is_hard, needs in ((True, structure.hard_needs), (False, structure.soft_needs))
        for needed in sorted(needs[number])
        if needed in shown and needed != number
    )


def _cuts(
    counts: Mapping[Tie, int], near: Sequence[Relative], drawn: int, depth: int
) -> Iterable[Sentence]:
    """Say what was left out: what lies deeper, what did not fit the picture, what did not fit the list."""
    next_depth = depth + 1 if depth < GREATEST_DEPTH else None
    for is_above in (True, False):
        every = sum(count for tie, count in counts.items() if tie.is_above is is_above)
        deeper = every - sum(one.tie.is_above is is_above for one in near)
        if deeper:
            yield say_deeper(deeper, next_depth, is_above=is_above)
    apart = len({one.id for one in near})
    if apart > drawn:
        yield say(
            "Drawn are the %(drawn)s nearest and gravest of %(total)s.", drawn=drawn, total=apart
        )
    if len(near) > MOST_LISTED:
        yield say(
            "Listed are the %(listed)s nearest and gravest of %(total)s.",
            listed=MOST_LISTED,
            total=len(near),
        )

"""What falls or limps with a service, and what it stands on, by name and with the way there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from domestique.impact.blast import BlastRadius, Foundation, Reach, affected_by, stands_on
from domestique.impact.queries import structure_visible_to
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ReachedService:
    """A service that falls or limps with another, or that it stands on; ``way`` leads there."""

    id: str
    name: str
    distance: int
    is_hard: bool
    way: str


@dataclass(frozen=True, slots=True)
class ReachedList:
    """The nearest of the services reached, and how many there are in all."""

    nearest: tuple[ReachedService, ...]
    total: int


@while_unchanged
def reach_of(viewer: Viewer, service_id: str) -> tuple[BlastRadius, Foundation]:
    """Return what stands on a service and what it stands on; a retired one is reached by nothing."""
    structure = structure_visible_to(viewer)
    if service_id not in structure.numbers:
        return BlastRadius((), {}, {}), Foundation(service_id, {}, {})
    return affected_by(structure, [service_id]), stands_on(structure, service_id)


def carried_by(
    viewer: Viewer, service_id: str, names: Mapping[str, str], most: int
) -> tuple[ReachedList, ReachedList]:
    """Return what a service stands on and what falls or limps with it, the nearest of each."""
    fall, beneath = reach_of(viewer, service_id)
    needed = _nearest([*beneath.hard.values(), *beneath.soft.values()], beneath.why, names, most)
    carried = [*fall.affected.values(), *fall.degraded.values()]
    others = [reach for reach in carried if reach.service != service_id]
    return needed, _nearest(others, fall.why, names, most)


def _nearest(
    reaches: list[Reach], why: Callable[[str], Iterable[str]], names: Mapping[str, str], most: int
) -> ReachedList:
    nearest = sorted(reaches, key=lambda reach: (reach.distance, reach.service))[:most]
    return ReachedList(
        tuple(
            ReachedService(
                reach.service,
                names.get(reach.service, reach.service),
                reach.distance,
                reach.is_hard,
                " → ".join(names.get(step, step) for step in why(reach.service)),
            )
            for reach in nearest
        ),
        len(reaches),
    )

"""Blast radius both ways: what falls with a service, and what it stands on.

*Affected* are the lost services and all that need them through hard needs only. *Degraded* are
those reached only with a soft need somewhere on the way (demo B9, requirement S5-10).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from domestique.impact.structure import Neighbours, Structure

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Reach:
    """That a service is reached: how many needs from the cause, and over which neighbour.

    ``because`` is one neighbour a step nearer the cause (the first by id), ``None`` for the cause
    itself; ``is_hard`` tells whether the need between the two is hard.
    """

    service: str
    distance: int
    because: str | None
    is_hard: bool


@dataclass(frozen=True, slots=True)
class BlastRadius:
    """What falls and what limps when services are lost, each by (distance, id)."""

    lost: tuple[str, ...]
    affected: Mapping[str, Reach]
    degraded: Mapping[str, Reach]

    def why(self, service: str) -> tuple[str, ...]:
        """Return one chain of needs from a reached service to a lost one; empty if not reached."""
        return tuple(_walk_back(service, self.affected, self.degraded))


@dataclass(frozen=True, slots=True)
class Foundation:
    """What a service stands on: through hard needs only, or softly; without the service itself."""

    service: str
    hard: Mapping[str, Reach]
    soft: Mapping[str, Reach]

    def why(self, needed: str) -> tuple[str, ...]:
        """Return one chain of needs from the service to what it needs; empty if it does not."""
        steps = [*_walk_back(needed, self.hard, self.soft)]
        return (self.service, *reversed(steps)) if steps else ()


def affected_by(structure: Structure, lost: Iterable[str]) -> BlastRadius:
    """Return all that falls or is degraded when these services are lost.

    A lost service that is not in the structure is refused as ``ServiceNotInStructure``.
    """
    starts = sorted({structure.number_of(service) for service in lost})
    above = _Spread(structure.ids, structure.hard_dependants, structure.soft_dependants)
    affected, degraded = above.reach(starts)
    return BlastRadius(tuple(structure.ids[start] for start in starts), affected, degraded)


def stands_on(structure: Structure, service: str) -> Foundation:
    """Return all that a service needs, directly or through what it needs.

    In a cycle of hard needs a service stands on itself; that is not repeated here.
    """
    beneath = _Spread(structure.ids, structure.hard_needs, structure.soft_needs)
    hard, soft = beneath.reach([structure.number_of(service)])
    del hard[service]
    return Foundation(service, hard, soft)


def hard_layers(starts: Iterable[int], neighbours: Neighbours) -> tuple[list[list[int]], list[int]]:
    """Walk hard needs breadth first from some numbers.

    Returns the numbers by distance, and for every number the one before it on the way
    (``NOWHERE`` where the walk begins or does not come).
    """
    before = [NOWHERE] * len(neighbours)
    layer = sorted(set(starts))
    seen = set(layer)
    layers = []
    while layer:
        layers.append(layer)
        following = []
        for near in layer:
            for far in neighbours[near]:
                if far not in seen:
                    seen.add(far)
                    before[far] = near
                    following.append(far)
        layer = sorted(following)
    return layers, before


@dataclass(frozen=True, slots=True)
class _Spread:
    """A walk through the structure in one direction, hard needs first."""

    ids: tuple[str, ...]
    hard: Neighbours
    soft: Neighbours

    def reach(self, starts: list[int]) -> tuple[dict[str, Reach], dict[str, Reach]]:
        """Return what is reached through hard needs only, and what is reached softly."""
        ids = self.ids
        layers, before = hard_layers(starts, self.hard)
        by_hard = {
            ids[far]: Reach(
                service=ids[far],
                distance=distance,
                because=ids[before[far]] if distance else None,
                is_hard=True,
            )
            for distance, layer in enumerate(layers)
            for far in layer
        }
        return by_hard, {reach.service: reach for reach in self._softly(layers)}

    def _softly(self, layers: list[list[int]]) -> Iterator[Reach]:
        """Walk all needs from what hard needs reached, nearest first.

        Each layer joins what was reached hard and softly at the same distance, so that a distance
        is always the length of the chain that ``why`` tells.
        """
        seen = {number for layer in layers for number in layer}
        softly: list[int] = []
        for distance in count():
            hard = layers[distance] if distance < len(layers) else []
            if not hard and not softly:
                return
            found = self._one_step(sorted(hard + softly), seen)
            softly = sorted(found)
            for far in softly:
                near, is_hard = found[far]
                yield Reach(self.ids[far], distance + 1, self.ids[near], is_hard)

    def _one_step(self, sources: list[int], seen: set[int]) -> dict[int, tuple[int, bool]]:
        """Return what is newly seen one need away, with the source and whether the need is hard."""
        found = {}
        for near in sources:
            for is_hard, neighbours in ((True, self.hard[near]), (False, self.soft[near])):
                new = [far for far in neighbours if far not in seen]
                seen.update(new)
                found.update(dict.fromkeys(new, (near, is_hard)))
        return found


def _walk_back(service: str, *reached: Mapping[str, Reach]) -> Iterator[str]:
    step: str | None = service
    while step is not None:
        here = next((reaches[step] for reaches in reached if step in reaches), None)
        if here is None:
            return
        yield step
        step = here.because

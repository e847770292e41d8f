"""Wish against physics: where the business's ranking and promises meet what things stand on.

Source: measurement 4.3, step 5. Nothing here is an error; each conflict is something to tell the
steering group before the day it matters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domestique.impact.blast import NOWHERE
from domestique.impact.physics import Inherited, Physics
from domestique.impact.work import Work
from domestique.quantities.sentence import Sentence, say


class ConflictKind(StrEnum):
    """In which way wish and physics disagree about a service."""

    WISHED_AFTER_DEPENDANT = "wished after dependant"
    NOT_RANKED = "not ranked"
    NOT_PROMISED = "not promised"
    PROMISE_TOO_LOOSE = "promise too loose"


TEXTS = {
    ConflictKind.WISHED_AFTER_DEPENDANT: (
        "%(service)s is wished as number %(own)s, but %(dependant)s, wished as number "
        "%(inherited)s, cannot run without it."
    ),
    ConflictKind.NOT_RANKED: (
        "%(service)s is not in the wish, but %(dependant)s, wished as number %(inherited)s, "
        "cannot run without it."
    ),
    ConflictKind.NOT_PROMISED: (
        "Nothing is promised for %(service)s, but it must be back after %(inherited)s minutes for "
        "%(dependant)s to keep its promise."
    ),
    ConflictKind.PROMISE_TOO_LOOSE: (
        "%(service)s promises to be back after %(own)s minutes, but must be so after "
        "%(inherited)s minutes for %(dependant)s to keep its promise."
    ),
}
OUT_OF_REACH_TEXTS = {
    ConflictKind.NOT_PROMISED: (
        "Nothing is promised for %(service)s, and nothing could be: %(dependant)s cannot keep its "
        "own promise however soon %(service)s is back."
    ),
    ConflictKind.PROMISE_TOO_LOOSE: (
        "%(service)s promises to be back after %(own)s minutes, but %(dependant)s cannot keep its "
        "own promise however soon %(service)s is back."
    ),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One disagreement: a service's own rank or promise, and what ``dependant`` makes of it."""

    kind: ConflictKind
    service: str
    dependant: str
    own: int | None
    inherited: int

    @property
    def sentence(self) -> Sentence:
        """Say the disagreement."""
        is_out_of_reach = self.inherited < 0
        return say(
            (OUT_OF_REACH_TEXTS if is_out_of_reach else TEXTS)[self.kind],
            service=self.service,
            dependant=self.dependant,
            own=self.own,
            inherited=self.inherited,
        )


def find_conflicts(work: Work, physics: Physics) -> tuple[Conflict, ...]:
    """Return every disagreement between wish and physics, by kind and id."""
    ranks = (ConflictKind.WISHED_AFTER_DEPENDANT, ConflictKind.NOT_RANKED)
    promises = (ConflictKind.PROMISE_TOO_LOOSE, ConflictKind.NOT_PROMISED)
    found = [
        *_tightened(work, work.ranks, physics.ranks, kinds=ranks),
        *_tightened(work, work.promised, physics.latest, kinds=promises),
    ]
    kinds = list(ConflictKind)
    return tuple(sorted(found, key=lambda conflict: kinds.index(conflict.kind)))


def _tightened(
    work: Work,
    own: Sequence[int | None],
    inherited: Inherited,
    *,
    kinds: tuple[ConflictKind, ConflictKind],
) -> Iterator[Conflict]:
    """Yield where the inherited value replaces the service's own, or stands in for none."""
    looser, missing = kinds
    for number, service in enumerate(work.ids):
        value = inherited.values[number]
        if value is not None and inherited.over[number] != NOWHERE:
            kind = missing if own[number] is None else looser
            giver = work.ids[inherited.giver_of(number)]
            yield Conflict(kind, service, giver, own[number], value)

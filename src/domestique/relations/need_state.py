"""How far a need has come, read from its state as people write it, and whether it asks for something new."""

from __future__ import annotations

from collections.abc import Container, Sequence
from enum import StrEnum

from domestique.quantities.sentence import Sentence, say


class NeedStage(StrEnum):
    """How far a need has come: it waits, it is decided and on its way, it is felt, or it was declined."""

    WAITING = "waiting"
    DECIDED = "decided"
    FULFILLED = "fulfilled"
    DECLINED = "declined"


# The gravest word first: what is fulfilled or declined was decided once, too.
WORDS = (
    ("fulfilled", NeedStage.FULFILLED),
    ("declined", NeedStage.DECLINED),
    ("handed over", NeedStage.DECIDED),
    ("decided", NeedStage.DECIDED),
)
SAYS_NEW = ("new service", "candidate product", "no service covers")


def stage_of(state: str) -> NeedStage:
    """Return how far a need has come: it waits unless its state, as it is written, names an end."""
    written = state.lower()
    return next((stage for word, stage in WORDS if word in written), NeedStage.WAITING)


def why_new(note: str, services: Sequence[str], offered: Container[str]) -> Sentence | None:
    """Return why a need asks for something nobody offers; ``None`` if a service covers it.

    Either its note says so, in words such as *new service*, or none of the services it names is
    among those ``offered``. It stays a reading of what was written, so the words are quoted.
    """
    if any(words in note.lower() for words in SAYS_NEW):
        return say("the need itself says “%(note)s”", note=note)
    if not services:
        return say("it names no service")
    if not any(service in offered for service in services):
        return say("nobody offers what it names: %(services)s", services=", ".join(services))
    return None

"""How far a need has come, read from its state as people write it, and whether it asks for something new."""

from __future__ import annotations

import re
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
STEP_MARKS = re.compile(r"\s*(?:-+>|→|;)\s*")
FIRST_WORDS = {
    "captured": say("Captured"),
    "understood": say("Understood"),
    "investigated": say("Investigated"),
    "prepared": say("Prepared"),
    "prepared with orderer": say("Prepared with the orderer"),
    "decided": say("Decided"),
    "decided yes": say("Decided: yes"),
    "decided no": say("Decided: no"),
    "declined": say("Declined"),
    "declined with reason": say("Declined, with a reason"),
    "handed over": say("Handed over"),
    "fulfilled": say("Fulfilled"),
}
THEN_WORDS = {
    "waits for customer": say("waits for the customer"),
    "waits for orderer": say("waits for the orderer"),
    "handed over": say("handed over"),
}
SAYS_NEW = ("new service", "candidate product", "no service covers")


def stage_of(state: str) -> NeedStage:
    """Return how far a need has come: it waits unless its state, as it is written, names an end."""
    written = state.lower()
    return next((stage for word, stage in WORDS if word in written), NeedStage.WAITING)


def state_told(state: str) -> Sentence:
    """Say in plain words how far a need has come: the newest step, what follows from it, and the steps before.

    ``captured->decided`` is *Decided (before: captured)*. Words nobody foresaw are said as they are written.
    """
    steps = [step for step in STEP_MARKS.split(state.strip()) if step]
    if not steps:
        return say("Nobody has said how far")
    newest = _step_told(steps[-1])
    if len(steps) == 1:
        return newest
    return say("%(newest)s (before: %(steps)s)", newest=newest, steps=", ".join(steps[:-1]))


def _step_told(step: str) -> Sentence:
    """Say one step: what it is called, and what stands behind its comma."""
    first, _, rest = (part.strip() for part in step.partition(","))
    told = FIRST_WORDS.get(first.lower()) or say("%(state)s", state=first[:1].upper() + first[1:])
    if not rest:
        return told
    then = THEN_WORDS.get(rest.lower()) or say("%(state)s", state=rest)
    return say("%(state)s; %(then)s", state=told, then=then)


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

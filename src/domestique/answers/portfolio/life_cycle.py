"""What must be known of a service before it moves on in its life (S4-09, R15). A pure rule.

An idea is described when a need asks for it and somebody owns it and what is counted is said; it
is built once it is also said when and how well it works; it goes live with a price (R15: customer
value, owner, unit, financing).
"""

from dataclasses import dataclass

from domestique.portfolio.choices import LifeCycle
from domestique.quantities.sentence import Sentence, say

PIPELINE = (LifeCycle.IDEA, LifeCycle.DEFINED, LifeCycle.BUILDING)
NEXT = {
    LifeCycle.IDEA: LifeCycle.DEFINED,
    LifeCycle.DEFINED: LifeCycle.BUILDING,
    LifeCycle.BUILDING: LifeCycle.LIVE,
}


@dataclass(frozen=True, slots=True)
class KnownOfService:
    """What is known of a service on its way."""

    has_need: bool
    owner: str
    unit: str
    hours: str
    has_level: bool
    has_price: bool


def lacks(state: str, known: KnownOfService) -> tuple[Sentence, ...]:
    """Return what is not known yet and must be before the next stage; nothing outside the pipeline."""
    if state not in NEXT:
        return ()
    described = [
        (known.has_need, say("a need that asks for it")),
        (bool(known.owner), say("an owner")),
        (bool(known.unit), say("what is counted")),
    ]
    built = [
        (bool(known.hours), say("when it works")),
        (known.has_level, say("how well it works")),
    ]
    live = [(known.has_price, say("a price"))]
    asked = {
        LifeCycle.IDEA: described,
        LifeCycle.DEFINED: [*described, *built],
        LifeCycle.BUILDING: [*described, *built, *live],
    }
    return tuple(what for is_known, what in asked[LifeCycle(state)] if not is_known)

"""The gate before a live service: who changes what it promises, on what ground, and when a service may go live.

Rules R14 and R15, principle 4. A live service is changed by its owner, citing the requirement or the need that asks for
it; a service the business meets goes live once its value, its owner, its unit and its price are on record. A pure rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from domestique.portfolio import errors
from domestique.quantities.sentence import Sentence, say

WORDS = {
    "purpose": say("what it is for"),
    "owner": say("who owns it"),
    "unit": say("the unit it is counted in"),
    "price": say("its price"),
}


@dataclass(frozen=True, slots=True)
class GoingLive:
    """A service on its way into the catalogue; ``has_price`` when a price is on record for it."""

    name: str
    purpose: str
    owner: str
    unit: str
    has_price: bool


def why_not_go_live(service: GoingLive, person: str) -> errors.LiveServiceStays | None:
    """Say why a person cannot take a service live: something is missing (R15), or she does not own it."""
    missing = tuple(_missing(service))
    if missing:
        return errors.NotReadyToGoLive(
            service=service.name, missing=reduce(_both, missing), owner=service.owner
        )
    return _why_not_hers(service.name, service.owner, person)


def why_not_change(
    service: str, owner: str, person: str, *, has_ground: bool
) -> errors.LiveServiceStays | None:
    """Say why a person cannot change what a live service promises: it is another's, or nothing asks for it (R14)."""
    refusal = _why_not_hers(service, owner, person)
    if refusal or has_ground:
        return refusal
    return errors.NoGround(service=service)


def _both(first: Sentence, second: Sentence) -> Sentence:
    return say("%(first)s and %(second)s", first=first, second=second)


def _missing(service: GoingLive) -> Iterator[Sentence]:
    given = (
        service.purpose.strip(),
        service.owner.strip(),
        service.unit.strip(),
        service.has_price,
    )
    for word, is_there in zip(WORDS.values(), given, strict=True):
        if not is_there:
            yield word


def _why_not_hers(service: str, owner: str, person: str) -> errors.LiveServiceStays | None:
    if owner and person == owner:
        return None
    if not owner:
        return errors.NobodyOwns(service=service)
    return errors.OnlyOwnerChanges(person=person, service=service, owner=owner)

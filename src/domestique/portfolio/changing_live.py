"""The gate before a live service: who changes what it promises, on what ground, and when a service may go live.

Rules R14 and R15, principle 4. A live service is changed by its owner, citing the requirement or the need that asks for
it; a service the business meets goes live once its value, its owner, its unit and its price are on record. A pure rule.
"""

from collections.abc import Iterable, Iterator
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
    return why_not_hers(service.name, service.owner, person)


@dataclass(frozen=True, slots=True)
class AGround:
    """A requirement or need that a reason names: for which services, whether it holds, and whom it ``comes_from``.

    It ``holds`` while a requirement is established and neither met, replaced nor withdrawn, or a need is decided and open.
    """

    id: str
    services: frozenset[str]
    holds: bool
    comes_from: frozenset[str]


def why_not_hers(service: str, owner: str, person: str) -> errors.LiveServiceStays | None:
    """Say why a person cannot change a live service at all: somebody else owns it, or nobody does."""
    if owner and person == owner:
        return None
    if not owner:
        return errors.NobodyOwns(service=service)
    return errors.OnlyOwnerChanges(person=person, service=service, owner=owner)


def why_no_ground(
    service_id: str, service: str, person: str, named: Iterable[AGround]
) -> errors.LiveServiceStays | None:
    """Say why nothing that a reason names asks for a change of what a live service promises, by this person (R14)."""
    named = tuple(named)
    about = [one for one in named if service_id in one.services]
    holding = [one for one in about if one.holds]
    if any(person not in one.comes_from for one in holding):
        return None
    if holding:
        return errors.GroundIsHerOwn(service=service, ground=holding[0].id, person=person)
    if about:
        return errors.GroundDoesNotHold(service=service, ground=about[0].id)
    if named:
        return errors.GroundOfAnother(service=service, ground=named[0].id)
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

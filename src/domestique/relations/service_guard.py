"""Who may change a live service or take one live, and on what ground (R14, R15).

It stands here, above the portfolio, because a ground is a need or a requirement, and a whole service has a price. What a
live service promises stands in its own row, in its hard needs, its prices and the packages it is in.
"""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal

from domestique.portfolio.changing_live import (
    AGround,
    GoingLive,
    why_no_ground,
    why_not_go_live,
    why_not_hers,
)
from domestique.portfolio.choices import DependencyKind, LifeCycle, ServiceKind
from domestique.quantities.errors import Refusal
from domestique.records.guard import Gate, Row, Rule, touched
from domestique.records.viewer import Viewer

NAMES = ("name_en", "name_sv", "name_fi")
PROMISED = (
    "state", "kind", "unit", "unit_kind", "service_hours", "availability_target", "rto_minutes", "purpose",
)  # fmt: skip
"""What a live service promises in its own row; its names and its owner are its owner's, without a ground."""
_ITS_OWNER = "its owner"
_A_GROUND = (
    "a ground in the reason: an established, open requirement or a decided, open need of this service that comes from "
    "somebody else"
)
_LISTED = "what whoever keeps the picture changes without one is listed until it is given"
SERVICE_GATES = (
    Gate("the name and the owner of a live service", _ITS_OWNER),
    Gate(
        "level, hours, time to restore, unit, purpose, state, kind of a live service",
        _ITS_OWNER,
        _A_GROUND,
        _LISTED,
    ),
    Gate("*live*", _ITS_OWNER, "purpose, owner, unit and price are on record"),
)
NEEDS_GATES = (Gate("what a live service needs hard", _ITS_OWNER, _A_GROUND, _LISTED),)
PACKAGE_GATES = (Gate("a live service in a package", _ITS_OWNER, _A_GROUND, _LISTED),)


@dataclass(frozen=True, slots=True)
class LiveService:
    """A service that is live: what it is called, and who owns it."""

    name: str
    owner: str


@dataclass(frozen=True, slots=True)
class LiveFacts:
    """What the rules of live services look at.

    The services that were ``live`` before; those with a price (``priced``), also of the same load; the ``grounds`` that
    the reason names; of which services something of the kind that is saved was said before (``said``: a price with its
    amount), since what is said for the first time is no change.
    """

    live: Mapping[str, LiveService] = field(default_factory=dict)
    priced: AbstractSet[str] = frozenset()
    grounds: tuple[AGround, ...] = ()
    said: Mapping[str, Decimal | None] = field(default_factory=dict)


Moved = Callable[[Row | None, Row, LiveFacts], AbstractSet[str]]
"""The services whose promises a change of a row moves."""


def service(viewer: Viewer, before: Row | None, after: Row, facts: LiveFacts) -> Refusal | None:
    """A live service is changed by its owner, for a reason on record; one goes live when it is whole."""
    if before is not None and before["state"] == LifeCycle.LIVE:
        hers = touched(before, after, (*PROMISED, *NAMES, "owner"))
        owner = str(before["owner"] or "")
        refusal = why_not_hers(name_in(after), owner, viewer.person) if hers else None
        return refusal.at(hers[0]) if refusal else None
    if after["state"] == LifeCycle.LIVE and after["kind"] == ServiceKind.CUSTOMER_FACING:
        purpose, owner, unit = (str(after[one] or "") for one in ("purpose", "owner", "unit"))
        going = GoingLive(name_in(after), purpose, owner, unit, after["id"] in facts.priced)
        refusal = why_not_go_live(going, viewer.person)
        return refusal.at("state") if refusal else None
    return None


def name_in(row: Row) -> str:
    """Return what a service is called in its row."""
    return str(row["name_en"] or row["name_sv"] or row["name_fi"] or row["id"])


def in_its_row(before: Row | None, after: Row, _: LiveFacts) -> AbstractSet[str]:
    """Return a service that is live, if what it promised in its own row becomes something else."""
    if before is None or before["state"] != LifeCycle.LIVE:
        return frozenset()
    changed = [one for one in touched(before, after, PROMISED) if before[one] not in (None, "")]
    return frozenset({after["id"]} if changed else ())


def in_its_needs(before: Row | None, after: Row, facts: LiveFacts) -> AbstractSet[str]:
    """Return a service that needs something else hard than it did."""
    was, is_ = (row is not None and row["kind"] == DependencyKind.HARD for row in (before, after))
    return frozenset({after["service_id"]} & facts.said.keys() if was != is_ else ())


def in_its_price(before: Row | None, after: Row, facts: LiveFacts) -> AbstractSet[str]:
    """Return a service that gets another price than its newest."""
    service_id = after["service_id"]
    is_new = before is None and facts.said.get(service_id) not in (None, after["unit_price"])
    is_changed = before is not None and touched(before, after, ("unit_price",))
    return frozenset({service_id} if is_new or is_changed else ())


def in_its_packages(before: Row | None, after: Row, facts: LiveFacts) -> AbstractSet[str]:
    """Return the services that come into a package or leave it."""
    return {*(before["services"] if before else ())} ^ {*after["services"]} if facts.said else set()


def owned(moved: Moved) -> Rule:
    """Make the rule that what moves a promise of live services is saved by who owns them."""

    def rule(viewer: Viewer, before: Row | None, after: Row, facts: LiveFacts) -> Refusal | None:
        """What a live service promises is changed by its owner."""
        its = (facts.live[one] for one in sorted(moved(before, after, facts) & facts.live.keys()))
        refusals = (why_not_hers(one.name, one.owner, viewer.person) for one in its)
        return next(filter(None, refusals), None)

    return rule


def groundless(
    moved: Moved,
) -> Callable[[Viewer, Row | None, Row, LiveFacts], Iterator[tuple[str, Refusal]]]:
    """Make the rule that yields the live services whose promises are moved without a ground, each with the refusal."""

    def rule(
        viewer: Viewer, before: Row | None, after: Row, facts: LiveFacts
    ) -> Iterator[tuple[str, Refusal]]:
        for one in sorted(moved(before, after, facts) & facts.live.keys()):
            refusal = why_no_ground(one, facts.live[one].name, viewer.person, facts.grounds)
            if refusal:
                yield one, refusal.at(next(iter(touched(before, after)), ""))

    return rule

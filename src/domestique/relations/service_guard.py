"""Who may change a live service or take one live: its owner, with a ground, and only once it is complete (R14, R15).

It stands here, above the portfolio, because a ground is a need or a requirement, and a whole service has a price.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from domestique.portfolio.changing_live import GoingLive, why_not_change, why_not_go_live
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.quantities.errors import Refusal
from domestique.records.guard import Row, touched
from domestique.records.viewer import Viewer

PROMISED = (
    "state", "kind", "unit", "unit_kind", "service_hours", "availability_target", "rto_minutes", "owner",
)  # fmt: skip
"""What a live service promises, and who answers for it; its names and words may be bettered by whoever enters records."""


@dataclass(frozen=True, slots=True)
class GroundsOfService:
    """The services with a price, and whether the reason given names a need or requirement that asks for the change."""

    priced: AbstractSet[str] = frozenset()
    has_ground: bool = False


def service(
    viewer: Viewer, before: Row | None, after: Row, facts: GroundsOfService
) -> Refusal | None:
    """A live service is changed by its owner, for a reason on record; one goes live when it is whole."""
    name = str(after["name_en"] or after["name_sv"] or after["name_fi"] or after["id"])
    if before is not None and before["state"] == LifeCycle.LIVE:
        promised = touched(before, after, PROMISED)
        if not promised:
            return None
        owner = str(before["owner"] or "")
        refusal = why_not_change(name, owner, viewer.person, has_ground=facts.has_ground)
        return refusal.at(promised[0]) if refusal else None
    if after["state"] == LifeCycle.LIVE and after["kind"] == ServiceKind.CUSTOMER_FACING:
        purpose, owner, unit = (str(after[one] or "") for one in ("purpose", "owner", "unit"))
        going = GoingLive(name, purpose, owner, unit, after["id"] in facts.priced)
        refusal = why_not_go_live(going, viewer.person)
        return refusal.at("state") if refusal else None
    return None

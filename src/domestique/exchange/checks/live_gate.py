"""Rows that change a live service or take one live: by its owner, with a ground, and only once it is complete (R14, R15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domestique.costing.models import Price
from domestique.exchange.files.cells import Problem
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.portfolio.changing_live import GoingLive, why_not_change, why_not_go_live
from domestique.portfolio.models import LifeCycle, ServiceKind
from domestique.records.viewer import Viewer
from domestique.relations.models import RequirementState
from domestique.relations.queries import needs_visible_to, requirements_visible_to

PROMISED = (
    "state", "kind", "unit", "unit_kind", "service_hours", "availability_target", "rto_minutes", "owner",
)  # fmt: skip
"""What a live service promises, and who answers for it; its names and words may be bettered by whoever enters records."""
GONE = (RequirementState.WITHDRAWN, RequirementState.CHANGED)


def check_live_services(
    incomings: Sequence[Incoming], viewer: Viewer, why: str
) -> Iterator[Problem]:
    """Yield the rows of services this person may not enter for the reason she gives; the keeper may enter all."""
    if viewer.abilities is None:
        return
    priced = set(Price.objects.values_list("service_id", flat=True)) | _priced_here(incomings)
    has_ground = _names_a_ground(viewer, why)
    for incoming in incomings:
        if incoming.table.name != "services":
            continue
        for entry in incoming.entries:
            if entry.outcome in (Outcome.NEW, Outcome.CHANGED):
                yield from _service(incoming, entry, viewer, priced, has_ground=has_ground)


def _service(
    incoming: Incoming, entry: Entry, viewer: Viewer, priced: set[str], *, has_ground: bool
) -> Iterator[Problem]:
    values = {one.name: incoming.value_of(one.name)(entry) for one in incoming.table.columns}
    before = _before(incoming, entry)
    name = str(values["name_en"] or values["name_sv"] or values["name_fi"] or values["id"])
    if before.get("state") == LifeCycle.LIVE:
        touched = [one for one in PROMISED if values[one] != before[one]]
        owner = str(before["owner"] or "")
        if not touched:
            return
        refusal = why_not_change(name, owner, viewer.person, has_ground=has_ground)
        column = touched[0]
    elif values["state"] == LifeCycle.LIVE and values["kind"] == ServiceKind.CUSTOMER_FACING:
        purpose, owner, unit = (str(values[one] or "") for one in ("purpose", "owner", "unit"))
        going = GoingLive(name, purpose, owner, unit, str(values["id"]) in priced)
        refusal, column = why_not_go_live(going, viewer.person), "state"
    else:
        return
    if refusal:
        yield incoming.refuse(entry, column, refusal)


def _before(incoming: Incoming, entry: Entry) -> dict[str, object]:
    """Return what stands on record, by column; nothing for a new row."""
    if entry.before is None:
        return {}
    at = {
        column.name: incoming.table.fields.index(column.field) for column in incoming.table.columns
    }
    return {name: entry.before[place] for name, place in at.items()}


def _priced_here(incomings: Sequence[Incoming]) -> set[str]:
    """Return the services that get a price in the same load."""
    prices = [one for one in incomings if one.table.name == "prices"]
    return {str(one.value_of("service")(entry)) for one in prices for entry in one.entries}


def _names_a_ground(viewer: Viewer, why: str) -> bool:
    """Whether a reason names a requirement that still stands, or a need, that is open to this person."""
    written = set(re.findall(r"[\w.-]*\w", why))
    if not written:
        return False
    standing = requirements_visible_to(viewer).filter(pk__in=written).exclude(state__in=GONE)
    return standing.exists() or needs_visible_to(viewer).filter(pk__in=written).exists()

"""Who may change the price list, and from when on. A pure rule, asked at the door (``records.guard``)."""

from datetime import date, timedelta

from domestique.costing.errors import MonthIsClosed
from domestique.quantities.errors import Refusal
from domestique.records.guard import Gate, Row, touched
from domestique.records.viewer import Viewer

GATES = (
    Gate(
        "a price", "the IT controller", "it begins in the running month or later", "closed months"
    ),
)


def price(_viewer: Viewer, before: Row | None, after: Row, first_open: date) -> Refusal | None:
    """A price holds in closed months as it was; a new one begins on ``first_open`` at the earliest."""
    changed = touched(before, after, ("service_id", "starts", "ends", "unit_price"))
    reaches_back = min(row["starts"] for row in (before, after) if row) < first_open
    if not changed or not reaches_back:
        return None
    last_closed = first_open - timedelta(days=1)
    ends = [row["ends"] for row in (before, after) if row]
    only_later_days = changed == ["ends"] and all(one is None or one >= last_closed for one in ends)
    if before and only_later_days:
        return None
    return MonthIsClosed(first=first_open).at(changed[0] if before else "starts")


def closed_price(_viewer: Viewer, row: Row, first_open: date) -> Refusal | None:
    """A price that was charged in a closed month stands; it ends, and another begins."""
    return MonthIsClosed(first=first_open).at("starts") if row["starts"] < first_open else None

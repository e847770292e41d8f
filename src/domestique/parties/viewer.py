"""Who looks: the value that every query and every action takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person looking at the picture, and what of it she may see.

    ``customers`` are the ids of the customers whose business she may see; ``None`` means all of them.
    """

    person: str
    customers: frozenset[str] | None = None

    def may_see_customer(self, customer_id: str) -> bool:
        """Whether this viewer may see a customer's business."""
        return self.customers is None or customer_id in self.customers

"""What a person may decide for a customer on a day: her own mandate, or one lent to her while another is away.

Requirements S2-03 and S2-10, rule R01. A mandate says the most one decision may cost a year, on which services, and
from when until when. While a customer has no mandate on record at all, what she may decide is not known; that is
said, and stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Grant:
    """A mandate as the rules see it: no ``amount`` is not known, no ``services`` are all of them."""

    person: str
    amount: Decimal | None = None
    services: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    delegated_by: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day, both ends included."""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )

    def outside(self, services: Iterable[str]) -> tuple[str, ...]:
        """Return the services it is not about."""
        return tuple(one for one in services if self.services and one not in self.services)

    def covers(self, services: Iterable[str]) -> bool:
        """Whether it is about all of these services."""
        return not self.outside(services)

    def reaches(self, cost: Decimal | None) -> bool:
        """Whether one decision may cost that much a year; what is not known is within it."""
        return cost is None or self.amount is None or cost <= self.amount


def own_grants(grants: Iterable[Grant], person: str) -> tuple[Grant, ...]:
    """Return the mandates that are a person's own, the newest last."""
    own = [one for one in grants if one.person == person and not one.delegated_by]
    return tuple(sorted(own, key=lambda one: one.ends or date.max))


def grant_on(grants: Iterable[Grant], person: str, day: date) -> Grant | None:
    """Return a person's own mandate that holds on a day, the largest if there are several."""
    holding = [one for one in own_grants(grants, person) if one.holds_on(day)]
    known = [one for one in holding if one.amount is not None]
    if known:
        return max(known, key=lambda one: one.amount or 0)
    return holding[0] if holding else None


def lent_on(grants: Iterable[Grant], person: str, day: date) -> tuple[Grant, ...]:
    """Return what a person has lent to others and what holds on a day."""
    return tuple(one for one in grants if one.delegated_by == person and one.holds_on(day))

"""What a person may decide for a customer on a day: her own mandate, or one lent to her while another is away.

Requirements S2-03 and S2-10, rule R01. A mandate says the most one decision may cost a year, on which services, and
from when until when. While a customer has no mandate on record at all, what she may decide is not known; that is
said, and stops nobody.
"""

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


def beyond(loan: Grant, grants: Iterable[Grant]) -> str:
    """Return in what a loan goes beyond every mandate its lender holds, as the field's name; empty if one reaches.

    ``delegated_by`` where she holds none. A mandate without an amount, services or days has no bound there.
    """
    own = own_grants(grants, loan.delegated_by)
    exceeded = [_exceeded(loan, one) for one in own]
    return "delegated_by" if not own else "" if "" in exceeded else exceeded[-1]


def _exceeded(loan: Grant, own: Grant) -> str:
    if own.amount is not None and (loan.amount is None or loan.amount > own.amount):
        return "amount"
    if own.services and (not loan.services or own.outside(loan.services)):
        return "services"
    if own.starts and (loan.starts is None or loan.starts < own.starts):
        return "starts"
    if own.ends and (loan.ends is None or loan.ends > own.ends):
        return "ends"
    return ""


def is_candidate(it_budget: Decimal | None, *, has_mandate: bool, are_kept: bool) -> bool:
    """Whether who has a customer role is only a candidate (R01): her unit is known to pay for no IT, and she has no mandate.

    ``are_kept``: mandates are on record at all. The status of the role counts all the same.
    """
    return it_budget == 0 and are_kept and not has_mandate

"""The gate of the customer role: only the person herself accepts it.

Requirement S2-04, rule R03: an agreement is accepted, and a decision taken, only in a role that its holder has said
yes to. The gate asks by name; nobody can say yes for her, whoever keeps the picture included.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domestique.quantities.sentence import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from domestique.parties.mandates import Grant

ACCEPTED, STEPPED_DOWN = "accepted", "stepped down"


@dataclass(frozen=True, slots=True)
class RoleOf:
    """A customer role as the gate sees it: which, whose, and how far it has come."""

    customer: str
    person: str
    status: str


def why_not_accept_role(role: RoleOf, person: str) -> Sentence | None:
    """Return why a person may not accept a customer role; ``None`` when she may."""
    values = {"customer": role.customer, "person": role.person, "status": role.status}
    if not role.person:
        return say(
            "Nobody is named as the customer for %(customer)s; name the person first, who can then accept.",
            customer=role.customer,
        )
    if role.status == ACCEPTED:
        return say("%(person)s has accepted the customer role for %(customer)s already.", **values)
    if role.status == STEPPED_DOWN:
        return say(
            "%(person)s has stepped down as the customer for %(customer)s; suggest somebody for the role first.",
            **values,
        )
    if person != role.person:
        return say(
            "Only %(person)s can accept the customer role for %(customer)s; you are %(you)s.",
            you=person,
            **values,
        )
    return None


def why_not_step_down(role: RoleOf, person: str, *, works_with_customers: bool) -> Sentence | None:
    """Return why a person may not end a customer role; ``None`` for its holder and for those who work with customers."""
    values = {"customer": role.customer, "person": role.person, "status": role.status}
    if role.status == STEPPED_DOWN:
        return say(
            "%(person)s has stepped down as the customer for %(customer)s already.", **values
        )
    if person != role.person and not works_with_customers:
        return say(
            "Only %(person)s, or somebody in the customer team, ends the customer role for "
            "%(customer)s; you are %(you)s.",
            you=person,
            **values,
        )
    return None


def why_not_lend(role: RoleOf, person: str, grants: Iterable[Grant], day: date) -> Sentence | None:
    """Return why a person may not lend out a customer's mandate; ``None`` when it is hers and holds on the day."""
    values = {"customer": role.customer, "person": role.person}
    if person != role.person:
        return say(
            "Only %(person)s can lend out the mandate for %(customer)s; you are %(you)s.",
            you=person,
            **values,
        )
    own = [one for one in grants if one.person == person and not one.delegated_by]
    if not any(one.holds_on(day) for one in own):
        return say(
            "%(person)s has no mandate for %(customer)s on %(day)s, so there is none to lend; enter it first.",
            day=day,
            **values,
        )
    return None

"""The gate of the customer role: only the person herself accepts it.

Requirement S2-04, rule R03: an agreement is accepted, and a decision taken, only in a role that its holder has said
yes to. The gate asks by name; nobody can say yes for her, whoever keeps the picture included.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domestique.parties import errors
from domestique.parties.choices import RoleStatus
from domestique.parties.mandates import Grant, grant_on


@dataclass(frozen=True, slots=True)
class RoleOf:
    """A customer role as the gate sees it: which, whose, and how far it has come."""

    customer: str
    person: str
    status: str


def why_not_accept_role(role: RoleOf, person: str) -> errors.RoleNotYours | None:
    """Return why a person may not accept a customer role; ``None`` when she may."""
    if not role.person:
        return errors.NobodyHoldsRole(customer=role.customer)
    if role.status == RoleStatus.ACCEPTED:
        return errors.RoleAcceptedAlready(person=role.person, customer=role.customer)
    if role.status == RoleStatus.STEPPED_DOWN:
        return errors.RoleIsOver(person=role.person, customer=role.customer)
    if person != role.person:
        return errors.OnlyHolderAcceptsRole(person=role.person, customer=role.customer, you=person)
    return None


def why_not_step_down(
    role: RoleOf, person: str, *, works_with_customers: bool
) -> errors.RoleNotYours | None:
    """Return why a person may not end a customer role; ``None`` for its holder and for those who work with customers."""
    if role.status == RoleStatus.STEPPED_DOWN:
        return errors.SteppedDownAlready(person=role.person, customer=role.customer)
    if person != role.person and not works_with_customers:
        return errors.OnlyHolderOrTeamEndsRole(
            person=role.person, customer=role.customer, you=person
        )
    return None


def why_not_lend(
    role: RoleOf, person: str, grants: Iterable[Grant], day: date
) -> errors.MandateNotYours | None:
    """Return why a person may not lend out a customer's mandate; ``None`` when it is hers and holds on the day."""
    if person != role.person:
        return errors.OnlyHolderLendsMandate(person=role.person, customer=role.customer, you=person)
    if grant_on(grants, person, day) is None:
        return errors.NoMandateToLend(person=role.person, customer=role.customer, day=day)
    return None

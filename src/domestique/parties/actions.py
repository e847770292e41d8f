"""What is done with roles: proposals taken or overruled, a role accepted or stepped down, repairs, a mandate lent."""

from datetime import date

from domestique.parties import errors
from domestique.parties.choices import RoleStatus
from domestique.parties.follow_the_money import Mismatch, Proposal, Role
from domestique.parties.gates import RoleOf, why_not_accept_role, why_not_lend, why_not_step_down
from domestique.parties.models import Customer, Mandate, Orderer, Unit
from domestique.parties.queries import (
    customer_visible_to,
    orderers_visible_to,
    role_differences,
    role_proposals,
    the_one_meant,
    units_visible_to,
)
from domestique.parties.router_queries import grants_of
from domestique.quantities.errors import insist, refuse
from domestique.records.ability import Ability
from domestique.records.models import Record
from domestique.records.saving import ChangedMeanwhile, change, changing, enter, next_id
from domestique.records.viewer import Viewer

NOT_HELD = RoleStatus.STEPPED_DOWN


def take_proposal(viewer: Viewer, unit_id: str, why: str = "") -> Record:
    """Record the role that the money shows for a unit's head: a customer *suggested*, or an orderer under her customer."""
    with changing():
        proposal = _proposal(viewer, unit_id)
        _refuse_second_role(proposal)
        if proposal.role is Role.CUSTOMER:
            role = Customer(
                id=next_id(Customer, "C"),
                unit_id=unit_id,
                person=proposal.person or "",
                status=RoleStatus.SUGGESTED,
            )
            return enter(role, viewer, why or str(proposal.reason))
        return _enter_orderer(viewer, proposal, why)


def overrule(viewer: Viewer, unit_id: str, *, role: Role, note: str) -> Unit:
    """Say which role a unit's head has against what the money shows, with a note why; it then counts as proposed."""
    with changing():
        unit = _unit(unit_id)
        insist(note.strip(), errors.OverrulingNeedsWhy(unit=unit.name))
        return change(unit, viewer, note.strip(), role=role.value, role_note=note.strip())


def follow_money_again(viewer: Viewer, unit_id: str) -> Unit:
    """Take back that a proposal was overruled."""
    with changing():
        unit = _unit(unit_id)
        return change(unit, viewer, "", role="", role_note="") if unit.role else unit


def identify(viewer: Viewer, customer_id: str) -> Customer:
    """Say that the suggested person is the customer; she has not said yes yet."""
    with changing():
        customer = _customer(viewer, customer_id)
        if customer.status != RoleStatus.SUGGESTED or not customer.person:
            raise errors.RoleStepNotNext(
                customer=customer.name, status=customer.status, step=RoleStatus.IDENTIFIED
            )
        return change(customer, viewer, "", status=RoleStatus.IDENTIFIED)


def accept_role(viewer: Viewer, customer_id: str, *, on: date, seen: int | None = None) -> Customer:
    """Accept the customer role, as the person herself: one of the four gates. Refuses ``RoleNotYours`` by name."""
    with changing():
        customer = _customer(viewer, customer_id)
        _refuse_unseen(customer, seen)
        refuse(why_not_accept_role(_role(customer), viewer.person))
        return change(
            customer,
            viewer,
            "",
            status=RoleStatus.ACCEPTED,
            accepted_on=on,
            accepted_by=viewer.person,
        )


def step_down(viewer: Viewer, customer_id: str, why: str = "") -> Customer:
    """End a customer role; what was accepted in it stays in the history."""
    with changing():
        customer = _customer(viewer, customer_id)
        works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
        refuse(why_not_step_down(_role(customer), viewer.person, works_with_customers=works))
        return change(customer, viewer, why, status=NOT_HELD)


def suggest(viewer: Viewer, customer_id: str, person: str, why: str = "") -> Customer:
    """Suggest somebody for a customer role, in place of whoever had it; she is not asked yet."""
    with changing():
        customer = _customer(viewer, customer_id)
        if not person.strip():
            raise errors.RoleStepNotNext(
                customer=customer.name, status=customer.status, step=RoleStatus.SUGGESTED
            )
        return _suggested(viewer, customer, person.strip(), why)


def repair(viewer: Viewer, kind: Mismatch, subject: str) -> Record:
    """Do what the mirror check proposes about one difference; refuses ``NothingToRepair`` if it is gone."""
    differences = role_differences(viewer)
    found = next((one for one in differences if (one.kind, one.subject) == (kind, subject)), None)
    if found is None or kind is Mismatch.TWO_ROLES:
        raise errors.NothingToRepair(subject=subject)
    if kind is Mismatch.ROLE_MISSING:
        return take_proposal(viewer, subject)
    with changing():
        customer = customer_visible_to(viewer, subject)
        why = str(found.what.naming(dict(units_visible_to(viewer).values_list("id", "name"))))
        if customer is not None:
            return _repair_customer(viewer, customer, kind, why)
        orderer = insist(
            orderers_visible_to(viewer).filter(pk=subject).first(),
            errors.NothingToRepair(subject=subject),
        )
        return _repair_orderer(viewer, orderer, kind, why)


def lend_mandate(
    viewer: Viewer, customer_id: str, *, to: str, until: date | None, on: date
) -> Mandate:
    """Let somebody else decide from today until a day, within the customer's own mandate: two fields, and only by herself."""
    with changing():
        customer = _customer(viewer, customer_id)
        grants = grants_of(customer_id)
        refuse(why_not_lend(_role(customer), viewer.person, grants, on))
        deputy = the_one_meant(to) or to.strip()
        if deputy in ("", customer.person) or until is None or until < on:
            raise errors.DeputyNotUnderstood(customer=customer.name)
        own = next(one for one in grants if one.person == customer.person and one.holds_on(on))
        lent = Mandate(
            id=next_id(Mandate, "M"),
            customer_id=customer_id,
            person=deputy,
            amount=own.amount,
            services=list(own.services),
            starts=on,
            ends=min(until, own.ends) if own.ends else until,
            delegated_by=customer.person,
        )
        return enter(lent, viewer, "")


def _repair_customer(viewer: Viewer, customer: Customer, kind: Mismatch, why: str) -> Customer:
    if kind is Mismatch.HEAD_GONE:
        return change(customer, viewer, why, status=NOT_HELD)
    if kind is Mismatch.OTHER_HEAD:
        return _suggested(viewer, customer, _head_of(customer.unit_id), why)
    if kind is Mismatch.OTHER_ROLE:
        return _suggested(viewer, customer, customer.person, why)
    raise errors.NothingToRepair(subject=customer.name)


def _repair_orderer(viewer: Viewer, orderer: Orderer, kind: Mismatch, why: str) -> Record:
    if kind is Mismatch.HEAD_GONE:
        return change(orderer, viewer, why, person="")
    if kind is Mismatch.OTHER_HEAD:
        return change(orderer, viewer, why, person=_head_of(orderer.unit_id))
    if kind is Mismatch.OTHER_CUSTOMER:
        above = _customer_above(_proposal(viewer, str(orderer.unit_id)))
        return change(orderer, viewer, why, customer_id=above.id)
    raise errors.NothingToRepair(subject=str(orderer))


def _suggested(viewer: Viewer, customer: Customer, person: str, why: str) -> Customer:
    """Suggest a person; who has accepted the role is let go first, in a save of its own."""
    if customer.is_accepted and customer.person != person:
        customer = change(customer, viewer, why, status=NOT_HELD)
    return change(
        customer,
        viewer,
        why,
        person=person,
        status=RoleStatus.SUGGESTED,
        accepted_on=None,
        accepted_by="",
    )


def _enter_orderer(viewer: Viewer, proposal: Proposal, why: str) -> Orderer:
    orderer = Orderer(
        id=next_id(Orderer, "O"),
        customer_id=_customer_above(proposal).id,
        unit_id=proposal.unit,
        person=proposal.person or "",
    )
    return enter(orderer, viewer, why or str(proposal.reason))


def _customer_above(proposal: Proposal) -> Customer:
    held = Customer.objects.exclude(status=NOT_HELD)
    above = held.filter(unit_id=proposal.customer).first() if proposal.customer else None
    if above is None:
        raise errors.CustomerAboveMissing(
            unit=_name_of_unit(proposal.unit), above=_name_of_unit(proposal.customer or "")
        )
    return above


def _refuse_second_role(proposal: Proposal) -> None:
    unit = _name_of_unit(proposal.unit)
    if proposal.role is Role.NONE:
        raise errors.NothingProposed(unit=unit, reason=proposal.reason)
    customers = Customer.objects.exclude(status=NOT_HELD).filter(unit_id=proposal.unit)
    held = customers.first() or Orderer.objects.filter(unit_id=proposal.unit).first()
    if held is not None:
        raise errors.RoleOnRecord(unit=unit, person=held.person or held.id)


def _refuse_unseen(customer: Customer, seen: int | None) -> None:
    if seen is not None and seen != customer.version:
        raise ChangedMeanwhile(record=customer.name)


def _proposal(viewer: Viewer, unit_id: str) -> Proposal:
    found = (one for one in role_proposals(viewer) if one.unit == unit_id)
    return insist(next(found, None), errors.UnitNotKnown(written=unit_id))


def _unit(unit_id: str) -> Unit:
    return insist(Unit.objects.filter(pk=unit_id).first(), errors.UnitNotKnown(written=unit_id))


def _customer(viewer: Viewer, customer_id: str) -> Customer:
    return insist(
        customer_visible_to(viewer, customer_id), errors.NoSuchCustomer(written=customer_id)
    )


def _role(customer: Customer) -> RoleOf:
    return RoleOf(customer.name, customer.person, customer.status)


def _head_of(unit_id: str | None) -> str:
    return str(Unit.objects.filter(pk=unit_id).values_list("head", flat=True).first() or "")


def _name_of_unit(unit_id: str) -> str:
    return str(Unit.objects.filter(pk=unit_id).values_list("name", flat=True).first() or unit_id)

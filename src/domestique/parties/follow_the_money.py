"""Follow the money: who is a customer, who is an orderer, and who is neither.

Requirements S2-03 to S2-06 and S2-08, rules R01 and R02. A customer is the head of a unit whose own
budget has IT in it. A head without such a budget chooses among existing services: an orderer, under
exactly one customer, the nearest one above in the organisation tree. What is not known is said,
never guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, Value, say


class Role(StrEnum):
    """The role that the money shows for the head of a unit."""

    CUSTOMER = "customer"
    ORDERER = "orderer"
    NONE = "none"


ROLE_WORDS = {Role.CUSTOMER: say("customer"), Role.ORDERER: say("orderer")}


@dataclass(frozen=True, slots=True)
class BudgetUnit:
    """An organisation unit with its head's yearly budget and the IT part of it, in ``currency``.

    A budget of ``None`` (or zero) is no budget of one's own; an ``it_budget`` of ``None`` beside a
    budget means that nobody has said whether IT is in it, which is not the same as zero. ``overruled``
    is the role that somebody gave the head against what the money shows, with her ``note`` why.
    """

    id: str
    name: str
    parent: str | None = None
    head: str | None = None
    position: str = ""
    currency: str = ""
    headcount: int | None = None
    budget: Decimal | None = None
    it_budget: Decimal | None = None
    overruled: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The role proposed for a unit's head; an orderer has the unit of her ``customer``."""

    unit: str
    person: str | None
    role: Role
    customer: str | None
    reason: Sentence
    is_overruled: bool = False


def propose_roles(units: Iterable[BudgetUnit]) -> list[Proposal]:
    """Propose a role for the head of every unit, in the order given, each with its reason."""
    listed = list(units)
    by_id = {unit.id: unit for unit in listed}
    return [_propose(unit, customer_above(unit, by_id)) for unit in listed]


def customer_above(unit: BudgetUnit, by_id: Mapping[str, BudgetUnit]) -> BudgetUnit | None:
    """Return the nearest unit above whose head is a customer; a ring of parents ends the search."""
    seen = {unit.id}
    above = by_id.get(unit.parent or "")
    while above is not None and above.id not in seen:
        if _is_customer(above):
            return above
        seen.add(above.id)
        above = by_id.get(above.parent or "")
    return None


def _is_customer(unit: BudgetUnit) -> bool:
    if not unit.head or unit.overruled:
        return bool(unit.head) and unit.overruled == Role.CUSTOMER
    return unit.it_budget is not None and unit.it_budget > 0


def _propose(unit: BudgetUnit, above: BudgetUnit | None) -> Proposal:
    if unit.overruled and unit.head:
        return _overruled(unit, Role(unit.overruled), above)
    if _is_customer(unit):
        return Proposal(unit.id, unit.head, Role.CUSTOMER, None, _customer_reason(unit))
    doubt = _doubt(unit, above)
    if doubt is not None or above is None:
        return Proposal(unit.id, unit.head, Role.NONE, None, doubt or _nobody_above_reason(unit))
    return Proposal(unit.id, unit.head, Role.ORDERER, above.id, _orderer_reason(unit, above))


def _overruled(unit: BudgetUnit, role: Role, above: BudgetUnit | None) -> Proposal:
    """Propose what somebody said instead of what the money shows, with her note as the reason."""
    if role is Role.ORDERER and above is None:
        reason = say(
            "Is to be an orderer (%(note)s), but nobody above is a customer.", note=unit.note
        )
        return Proposal(unit.id, unit.head, Role.NONE, None, reason, is_overruled=True)
    customer = above.id if role is Role.ORDERER and above else None
    reason = say("Overruled: %(note)s", note=unit.note)
    return Proposal(unit.id, unit.head, role, customer, reason, is_overruled=True)


def _doubt(unit: BudgetUnit, above: BudgetUnit | None) -> Sentence | None:
    """Say why no role can be proposed although somebody may stand above, if that is so."""
    if not unit.head:
        return say("%(unit)s has no head, so nobody can hold a role for it.", unit=unit.name)
    if unit.budget and unit.it_budget is None:
        return say(
            "Owns a budget of %(budget)s %(currency)s,"
            " but it is not known whether IT is part of it.",
            budget=unit.budget,
            currency=unit.currency,
        )
    if above is not None and above.head == unit.head:
        return say("Is already the customer for %(unit)s above this unit.", unit=above.name)
    return None


def _customer_reason(unit: BudgetUnit) -> Sentence:
    if unit.budget is None:
        return say(
            "Owns an IT budget of %(it_budget)s %(currency)s; the whole budget is not given.",
            it_budget=unit.it_budget,
            currency=unit.currency,
        )
    return say(
        "Owns a budget of %(budget)s %(currency)s of which %(it_budget)s %(currency)s is IT.",
        budget=unit.budget,
        it_budget=unit.it_budget,
        currency=unit.currency,
    )


def _orderer_reason(unit: BudgetUnit, above: BudgetUnit) -> Sentence:
    if not unit.budget:
        return say(
            "Owns no budget;"
            " %(customer)s, head of %(above)s, decides on and finances IT for this unit.",
            customer=above.head,
            above=above.name,
        )
    return say(
        "Owns a budget of %(budget)s %(currency)s without IT;"
        " %(customer)s, head of %(above)s, decides on and finances IT for this unit.",
        budget=unit.budget,
        currency=unit.currency,
        customer=above.head,
        above=above.name,
    )


def _nobody_above_reason(unit: BudgetUnit) -> Sentence:
    if not unit.budget:
        return say("Owns no budget, and nobody above owns a budget with IT in it.")
    return say(
        "Owns a budget of %(budget)s %(currency)s without IT,"
        " and nobody above owns a budget with IT in it.",
        budget=unit.budget,
        currency=unit.currency,
    )


@dataclass(frozen=True, slots=True)
class RecordedRole:
    """A role on record that is not stepped down; what is not recorded is empty.

    An orderer is recorded under a ``customer`` (the id of that role). A candidate is a customer who is only
    suggested: what the money shows may still change that.
    """

    id: str
    unit: str
    person: str
    customer: str | None = None
    is_candidate: bool = False


class Mismatch(StrEnum):
    """How the roles on record differ from the organisation they should mirror (S2-08)."""

    ROLE_MISSING = "role missing"
    HEAD_GONE = "head gone"
    OTHER_HEAD = "other head"
    OTHER_ROLE = "other role"
    OTHER_CUSTOMER = "other customer"
    TWO_ROLES = "two roles"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the unit or role it is about, what differs, and what would repair it."""

    kind: Mismatch
    subject: str
    what: Sentence
    repair: Sentence


def mirror_check(
    proposals: Iterable[Proposal],
    customers: Iterable[RecordedRole],
    orderers: Iterable[RecordedRole],
) -> list[Difference]:
    """Compare the roles on record with the proposed ones; without proposals nothing is compared."""
    by_unit = {proposal.unit: proposal for proposal in proposals}
    if not by_unit:
        return []
    customer_by_id = {role.id: role for role in customers}
    listed = list(orderers)
    recorded = {role.unit for role in (*customer_by_id.values(), *listed)}
    return [
        *(_missing(proposal) for proposal in by_unit.values() if _is_missing(proposal, recorded)),
        *_compare(customer_by_id.values(), by_unit, Role.CUSTOMER),
        *_compare(listed, by_unit, Role.ORDERER),
        *_moved_orderers(listed, by_unit, customer_by_id),
        *_persons_twice((*customer_by_id.values(), *listed)),
    ]


def _is_missing(proposal: Proposal, recorded: set[str]) -> bool:
    return proposal.role is not Role.NONE and proposal.unit not in recorded


def _missing(proposal: Proposal) -> Difference:
    values = {"unit": proposal.unit, "person": proposal.person}
    if proposal.role is Role.CUSTOMER:
        what = say("%(unit)s has no customer.", unit=proposal.unit)
        repair = say("Suggest %(person)s as the customer for %(unit)s.", **values)
    else:
        what = say("%(unit)s has no orderer.", unit=proposal.unit)
        repair = say("Suggest %(person)s as the orderer for %(unit)s.", **values)
    return Difference(Mismatch.ROLE_MISSING, proposal.unit, what, repair)


def _compare(
    roles: Iterable[RecordedRole], by_unit: Mapping[str, Proposal], role: Role
) -> Iterator[Difference]:
    for recorded in roles:
        if not recorded.unit or not recorded.person:
            continue  # nobody is named, so nobody can be the wrong one
        proposal = by_unit.get(recorded.unit)
        if proposal is None or not proposal.person:
            yield _head_gone(recorded, role)
        elif proposal.person != recorded.person:
            yield _other_head(recorded, role, proposal.person)
        elif proposal.role is not role and not recorded.is_candidate:
            yield _other_role(recorded, role, proposal.reason)


def _values_of(recorded: RecordedRole, role: Role) -> dict[str, Value]:
    return {"person": recorded.person, "role": ROLE_WORDS[role], "unit": recorded.unit}


def _head_gone(recorded: RecordedRole, role: Role) -> Difference:
    values = _values_of(recorded, role)
    what = say(
        "%(person)s is the %(role)s for %(unit)s, but no such unit has a head now.", **values
    )
    repair = say(
        "Let %(person)s step down as the %(role)s until somebody heads %(unit)s.", **values
    )
    return Difference(Mismatch.HEAD_GONE, recorded.id, what, repair)


def _other_head(recorded: RecordedRole, role: Role, head: str) -> Difference:
    values = _values_of(recorded, role) | {"head": head}
    what = say("%(person)s is the %(role)s for %(unit)s, but %(head)s heads the unit.", **values)
    repair = say("Let %(person)s step down as the %(role)s and suggest %(head)s.", **values)
    return Difference(Mismatch.OTHER_HEAD, recorded.id, what, repair)


def _other_role(recorded: RecordedRole, role: Role, reason: Sentence) -> Difference:
    values = _values_of(recorded, role)
    what = say(
        "%(person)s is the %(role)s for %(unit)s, but the money does not show that role: %(reason)s",
        reason=reason,
        **values,
    )
    repair = say("Treat %(person)s as a candidate until the role is settled.", **values)
    return Difference(Mismatch.OTHER_ROLE, recorded.id, what, repair)


def _moved_orderers(
    orderers: Iterable[RecordedRole],
    by_unit: Mapping[str, Proposal],
    customers: Mapping[str, RecordedRole],
) -> Iterator[Difference]:
    for orderer in orderers:
        proposal = by_unit.get(orderer.unit)
        above = proposal.customer if proposal else None
        recorded = customers.get(orderer.customer or "")
        if above is not None and (recorded is None or recorded.unit != above):
            yield _other_customer(orderer, above)


def _other_customer(orderer: RecordedRole, above: str) -> Difference:
    values = {"unit": orderer.unit, "above": above, "customer": orderer.customer}
    what = say(
        "The orderer for %(unit)s is under %(customer)s, but the customer above is in %(above)s.",
        **values,
    )
    repair = say("Move the orderer for %(unit)s to the customer for %(above)s.", **values)
    return Difference(Mismatch.OTHER_CUSTOMER, orderer.id, what, repair)


def _persons_twice(roles: Iterable[RecordedRole]) -> Iterator[Difference]:
    held = gathered((role.person, role.id) for role in roles)
    for person, ids in held.items():
        if person and len(ids) > 1:
            values = {"person": person, "first": ids[0], "others": ", ".join(ids[1:])}
            what = say("%(person)s holds the role for %(first)s and also for %(others)s.", **values)
            repair = say("Keep %(first)s and name another person for %(others)s.", **values)
            yield Difference(Mismatch.TWO_ROLES, ids[1], what, repair)

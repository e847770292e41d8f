"""Who may enter units, customers, orderers, roles, mandates and people. Pure rules, asked at the door (``records.guard``)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from domestique.parties import errors
from domestique.parties.choices import RoleStatus
from domestique.parties.mandates import Grant, beyond
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import WHO_CAN, Ability
from domestique.records.guard import Gate, Guard, Row, may_not, touched, touches_only
from domestique.records.refusals import BusinessOfOthers, OnlyInHerOwnName
from domestique.records.viewer import Viewer

ROLE_OF_UNIT = ("role", "role_note")
PLACE_OF_UNIT = ("parent_id", "head")
ACCEPTANCE = ("status", "accepted_on", "accepted_by")

_GIVES_ROLES = "who gives roles: the chief information officer"
CLOCK = Gate(
    "the day of today, currency, time zone, days of notice, when a pulse is old",
    "whoever keeps the picture",
)
OF_UNITS = (
    Gate(
        "the customer above a unit; the head of a unit under another customer",
        _GIVES_ROLES,
        frozen="by moving, for everybody else",
    ),
    Gate("the role that overrules the money", "who works with the unit's customer", "a note why"),
)
OF_CUSTOMERS = (
    Gate(
        "a new person",
        "who works with customers, but not for herself; who gives roles",
        "she starts at *suggested*",
    ),
    Gate(
        "accepted",
        "the person whom the record before names",
        "a save of its own, as herself",
        "the person; the day, for all but her",
    ),
    Gate(
        "an end of the role",
        "the person, or who works with customers",
        "a save of its own, before somebody else is named",
    ),
    Gate("another unit", _GIVES_ROLES),
)
OF_ORDERERS = (
    Gate("the unit", "who works with the customer", "it is a unit of that customer (R02)"),
)
OF_MANDATES = (
    Gate("a mandate", _GIVES_ROLES),
    Gate(
        "a loan of it",
        "who holds it",
        "an orderer of hers or a head in her units; at most her amount, her services, and as long as she holds",
    ),
)
OF_PEOPLE = (
    Gate("the e-mail of somebody who has a role", _GIVES_ROLES),
    Gate("a person without a role", "who may enter and change records"),
)
OF_ROLES = (Gate("roles in IT, customer teams, members of teams", _GIVES_ROLES),)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """Which customer's business a unit is, by unit: her own unit, her orderers', and what lies under them.

    ``above`` are the customers whose unit a parent lies in, before and after, of units that are new, moved or headed anew.
    """

    customers: Mapping[str, str] = field(default_factory=dict)
    above: Mapping[str, tuple[AbstractSet[str], AbstractSet[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HeadsOfUnits:
    """Who heads each unit."""

    heads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """By customer: the mandates there are, and who her own people are, orderers and heads in her units."""

    grants: Mapping[str, tuple[Grant, ...]] = field(default_factory=dict)
    people: Mapping[str, AbstractSet[str]] = field(default_factory=dict)


def role_of_unit(
    viewer: Viewer, before: Row | None, after: Row, facts: UnitFacts
) -> Refusal | None:
    """Where a unit lies, and what overrules the money for it, is business of its customer."""
    customer = facts.customers.get(after["id"], "")
    overruled = touched(before, after, ROLE_OF_UNIT)
    if overruled and customer and not viewer.may_see_customer(customer):
        return BusinessOfOthers(person=viewer.person, value=customer).at(overruled[0])
    placed = touched(before, after, PLACE_OF_UNIT)
    was, is_ = facts.above.get(after["id"], (frozenset(), frozenset()))
    is_moved = before is not None and was != is_
    of_others = bool(is_) and not any(viewer.may_see_customer(one) for one in is_)
    if placed and (is_moved or of_others) and not viewer.may(Ability.GIVE_ROLES):
        who = WHO_CAN[Ability.GIVE_ROLES]
        return errors.UnitOfOthers(person=viewer.person, who=who).at(placed[0])
    return None


def customer_role(
    viewer: Viewer, before: Row | None, after: Row, _: HeadsOfUnits
) -> Refusal | None:
    """A role is accepted by the person whom it names already; ending it, naming another, and accepting are three acts."""
    works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
    if not (works or viewer.may(Ability.CHANGE_RECORDS)):
        is_hers = before is not None and before["person"] == viewer.person
        if not (is_hers and touches_only(before, after, ACCEPTANCE)):
            return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    if before is None or before["person"] != after["person"]:
        return _another_person(viewer, before, after)
    is_moved = before["unit_id"] and before["unit_id"] != after["unit_id"]
    if is_moved and (refusal := _given("unit_id", viewer)):
        return refusal
    is_ended = before["status"] == RoleStatus.ACCEPTED != after["status"]
    if is_ended and not (works or viewer.person == before["person"]):
        return errors.OnlyHolderOrTeamEndsRole(
            person=before["person"], customer=after["unit_id"] or after["id"], you=viewer.person
        ).at("status")
    return None if is_ended else _acceptance(viewer, before, after)


def _another_person(viewer: Viewer, before: Row | None, after: Row) -> Refusal | None:
    """Somebody is named anew: not while another has accepted, never as accepted, and not by herself."""
    if before is not None and before["status"] == RoleStatus.ACCEPTED:
        return errors.RoleHeld(person=before["person"]).at("person")
    is_accepted = bool(after["accepted_on"] or after["accepted_by"])
    if is_accepted or after["status"] != RoleStatus.SUGGESTED:
        return errors.NewPersonIsSuggested(person=after["person"]).at("status")
    if after["person"] == viewer.person and not viewer.may(Ability.GIVE_ROLES):
        who = WHO_CAN[Ability.GIVE_ROLES]
        return errors.NobodyNamesHerself(person=viewer.person, who=who).at("person")
    return None


def _acceptance(viewer: Viewer, before: Row, after: Row) -> Refusal | None:
    accepted = [one for one in touched(before, after, ACCEPTANCE) if after[one]]
    if accepted == ["status"] and after["status"] != RoleStatus.ACCEPTED:
        return None
    if accepted and RoleStatus.STEPPED_DOWN in (before["status"], after["status"]):
        return errors.NewPersonIsSuggested(person=after["person"]).at(accepted[0])
    by = after["accepted_by"] if viewer.person == before["person"] else before["person"]
    if accepted and by not in ("", viewer.person):
        return OnlyInHerOwnName(person=viewer.person, what=say("accept a customer role"), by=by).at(
            accepted[0]
        )
    return None


def is_proposed(viewer: Viewer, before: Row | None, after: Row, facts: HeadsOfUnits) -> bool:
    """Whether a new customer is only what the money shows: the head of her unit, suggested and not yet accepted."""
    return (
        before is None
        and after["status"] == RoleStatus.SUGGESTED
        and bool(after["person"])
        and facts.heads.get(after["unit_id"]) == after["person"]
        and viewer.may(Ability.WORK_WITH_CUSTOMERS)
    )


def orderer(
    _viewer: Viewer, _before: Row | None, after: Row, above: Mapping[str, AbstractSet[str]]
) -> Refusal | None:
    """An orderer sits in a unit of her customer (R02); ``above`` are the customers of a unit set anew, by orderer."""
    customers = above.get(after["id"])
    if customers is None or after["customer_id"] in customers:
        return None
    owner = ", ".join(sorted(customers))
    return errors.UnitOfAnotherCustomer(
        unit=after["unit_id"], owner=owner, customer=after["customer_id"]
    ).at("unit_id")


def mandate(viewer: Viewer, before: Row | None, after: Row, facts: MandateFacts) -> Refusal | None:
    """A mandate is given by who gives roles, and lent by who holds it, to her own people and not beyond what she holds."""
    for row in filter(None, (before, after)):
        if not row["delegated_by"] and not viewer.may(Ability.GIVE_ROLES):
            return may_not(viewer, Ability.GIVE_ROLES).at("id")
        if row["delegated_by"] not in ("", viewer.person):
            lender = row["delegated_by"]
            return errors.OnlyHolderLends(you=viewer.person, person=lender).at("delegated_by")
    if not after["delegated_by"] or (before is not None and _is_shortened(before, after)):
        return None
    return _loan(viewer, after, facts)


def _is_shortened(before: Row, after: Row) -> bool:
    """Whether a loan only comes back sooner, which it may however it was lent."""
    is_sooner = after["ends"] and (before["ends"] is None or after["ends"] <= before["ends"])
    return bool(is_sooner) and touches_only(before, after, ("ends", "note"))


def _loan(viewer: Viewer, after: Row, facts: MandateFacts) -> Refusal | None:
    customer = after["customer_id"]
    loan = Grant(
        after["person"],
        after["amount"],
        tuple(after["services"]),
        after["starts"],
        after["ends"],
        after["delegated_by"],
    )
    exceeded = beyond(loan, facts.grants.get(customer, ()))
    if exceeded:
        return errors.LoanBeyondMandate(person=viewer.person, customer=customer).at(exceeded)
    if loan.person == viewer.person or loan.person not in facts.people.get(customer, frozenset()):
        return errors.NotHerPeople(deputy=loan.person, customer=customer).at("person")
    return None


def person(
    viewer: Viewer, before: Row | None, after: Row, with_roles: AbstractSet[str]
) -> Refusal | None:
    """Where somebody who has a role is reached is entered by who gives roles: letters open what is hers."""
    named = {after["id"]}
    if named & with_roles and touched(before, after, ["email"]):
        return _given("email", viewer)
    return None


def others_give_roles(viewer: Viewer, guard: Guard, row: Row, _: object) -> Refusal:  # noqa: ARG001 - as every guard
    """Refuse who may not give roles."""
    first = next(name for name in ("team_id", "person", "id") if name in row)
    return may_not(viewer, Ability.GIVE_ROLES).at(first)


def _given(field: str, viewer: Viewer) -> Refusal | None:
    return None if viewer.may(Ability.GIVE_ROLES) else may_not(viewer, Ability.GIVE_ROLES).at(field)

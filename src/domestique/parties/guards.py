"""Who may enter units, customers, orderers, roles and mandates. Pure rules, asked at the door (``records.guard``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domestique.parties.choices import RoleStatus
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Gate, Guard, Row, may_not, touched, touches_only
from domestique.records.refusals import (
    BusinessOfOthers,
    OnlyInHerOwnName,
)
from domestique.records.viewer import Viewer

ROLE_OF_UNIT = ("role", "role_note")
ACCEPTANCE = ("status", "accepted_on", "accepted_by")

CLOCK = Gate(
    "the day of today, currency, time zone, days of notice, when a pulse is old",
    "whoever keeps the picture",
)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """Which customer's business a unit is, by unit: her own unit, her orderers', and what lies under them."""

    customers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HeadsOfUnits:
    """Who heads each unit."""

    heads: Mapping[str, str] = field(default_factory=dict)


def role_of_unit(
    viewer: Viewer, before: Row | None, after: Row, facts: UnitFacts
) -> Refusal | None:
    """Overruling what the money shows for a unit is business of the unit's customer."""
    customer = facts.customers.get(after["id"], "")
    overruled = touched(before, after, ROLE_OF_UNIT)
    if overruled and customer and not viewer.may_see_customer(customer):
        return BusinessOfOthers(person=viewer.person, value=customer).at(overruled[0])
    return None


def customer_role(
    viewer: Viewer, before: Row | None, after: Row, _: HeadsOfUnits
) -> Refusal | None:
    """An accepted role is accepted by its person; who the person is, while accepted, is for who may give roles."""
    if not (viewer.may(Ability.CHANGE_RECORDS) or viewer.may(Ability.WORK_WITH_CUSTOMERS)):
        is_hers = before is not None and before["person"] == viewer.person
        if not (is_hers and touches_only(before, after, ACCEPTANCE)):
            return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    if after["status"] != RoleStatus.ACCEPTED:
        return None
    by = after["accepted_by"] or after["person"]
    accepted = touched(before, after, ACCEPTANCE)
    if accepted and viewer.person != by:
        return OnlyInHerOwnName(person=viewer.person, what=say("accept a customer role"), by=by).at(
            accepted[0]
        )
    if before is not None and touched(before, after, ["person"]):
        return _given("id", viewer)
    return None


def is_proposed(viewer: Viewer, before: Row | None, after: Row, facts: HeadsOfUnits) -> bool:
    """Whether a new customer is only what the money shows: the head of her unit, identified and not yet accepted."""
    return (
        before is None
        and after["status"] == RoleStatus.IDENTIFIED
        and bool(after["person"])
        and facts.heads.get(after["unit_id"]) == after["person"]
        and viewer.may(Ability.WORK_WITH_CUSTOMERS)
    )


def mandate(viewer: Viewer, _before: Row | None, after: Row, _: object) -> Refusal | None:
    """A mandate that is lent is lent by who has it; any other is a role like those in IT."""
    return None if after["delegated_by"] == viewer.person else _given("id", viewer)


def others_give_roles(viewer: Viewer, guard: Guard, row: Row, _: object) -> Refusal:  # noqa: ARG001 - as every guard
    """Refuse who may not give roles."""
    first = next(name for name in ("team_id", "person", "id") if name in row)
    return may_not(viewer, Ability.GIVE_ROLES).at(first)


def _given(field: str, viewer: Viewer) -> Refusal | None:
    return None if viewer.may(Ability.GIVE_ROLES) else may_not(viewer, Ability.GIVE_ROLES).at(field)

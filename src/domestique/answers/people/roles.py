"""Follow the money, as the page shows it: what is proposed, what is on record, how far each role has come, what differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.answers.customer.customer import STATUS_CHIPS
from domestique.parties.choices import RoleStatus
from domestique.parties.follow_the_money import Difference, Mismatch, Proposal, Role
from domestique.parties.mandates import is_candidate
from domestique.parties.models import Customer, Mandate, Orderer, Unit
from domestique.parties.queries import (
    customers_visible_to,
    day_for,
    mandates_visible_to,
    orderers_visible_to,
    role_differences,
    role_proposals,
    units_visible_to,
)
from domestique.parties.router_queries import responsible
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import LIST, Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.telling.chips import Chip

NOT_REPAIRABLE = frozenset({Mismatch.TWO_ROLES})


@dataclass(frozen=True, slots=True)
class ProposedRole:
    """A unit's head, the role proposed for her and why, and what is on record for the unit."""

    proposal: Proposal
    name: str
    role_said: Sentence
    under: str
    customer: str
    orderer: str
    held: Chip
    can_take: bool


@dataclass(frozen=True, slots=True)
class Mismatched:
    """A difference with what would repair it; ``kind`` and ``subject`` are what the repair button sends."""

    kind: str
    subject: str
    what: Sentence
    repair: Sentence
    can_repair: bool
    table: str


@dataclass(frozen=True, slots=True)
class RolesPage:
    """The whole page. ``uncovered`` are the units without an accepted customer, by name; what waits stands first."""

    coverage: Sentence
    uncovered: tuple[str, ...]
    proposals: tuple[ProposedRole, ...]
    differences: tuple[Mismatched, ...]


@dataclass(frozen=True, slots=True)
class MandateLine:
    """Who may decide, how much, on what and when; ``state`` says whether it holds today."""

    mandate: Mandate
    services: str
    state: Chip


@dataclass(frozen=True, slots=True)
class RolePage:
    """One customer role: how far it has come, by whom and when, and what its holder may decide."""

    customer: Customer
    currency: str
    headline: Sentence
    steps: tuple[tuple[Sentence, bool], ...]
    mandates: tuple[MandateLine, ...]
    proposal: Proposal | None
    is_candidate: bool
    can_identify: bool
    can_accept: bool
    can_step_down: bool


def roles_page(viewer: Viewer) -> RolesPage:
    """Return everything about roles, in a fixed number of queries."""
    units = {unit.id: unit for unit in units_visible_to(viewer)}
    customers = list(customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN))
    orderers = list(orderers_visible_to(viewer))
    found = _proposals(role_proposals(viewer), units, customers, orderers)
    proposals = tuple(sorted(found, key=lambda one: not one.can_take))
    covering = {
        id_: responsible(one, units, customers, orderers).customer for id_, one in units.items()
    }
    accepted = {id_ for id_, customer in covering.items() if customer and customer.is_accepted}
    uncovered = [unit.name for id_, unit in units.items() if id_ not in accepted]
    names = _names(units, customers, orderers)
    return RolesPage(
        coverage=_coverage(len(units), len(uncovered)),
        uncovered=tuple(uncovered),
        proposals=proposals,
        differences=tuple(_mismatched(one, names, customers) for one in role_differences(viewer)),
    )


def _coverage(units: int, uncovered: int) -> Sentence:
    if not units:
        return say("No units are loaded, so it is not known who is covered.")
    return say_counted(
        "%(covered)s of %(count)s unit has an accepted customer.",
        "%(covered)s of %(count)s units have an accepted customer.",
        units,
        covered=units - uncovered,
    )


def _proposals(
    proposals: Iterable[Proposal],
    units: Mapping[str, Unit],
    customers: Iterable[Customer],
    orderers: Iterable[Orderer],
) -> Iterable[ProposedRole]:
    by_unit = {one.unit_id: one for one in customers}
    ordering = {one.unit_id: one for one in orderers}
    said = {
        Role.CUSTOMER: say("customer"),
        Role.ORDERER: say("orderer"),
        Role.NONE: say("no role"),
    }
    for one in proposals:
        customer, orderer = by_unit.get(one.unit), ordering.get(one.unit)
        yield ProposedRole(
            proposal=one,
            name=units[one.unit].name,
            role_said=said[one.role],
            under=units[one.customer].name if one.customer and one.customer in units else "",
            customer=customer.id if customer else "",
            orderer=orderer.id if orderer else "",
            held=_held(customer, orderer),
            can_take=one.role is not Role.NONE and customer is None and orderer is None,
        )


def _held(customer: Customer | None, orderer: Orderer | None) -> Chip:
    if customer is not None:
        return status_chip(customer)
    if orderer is not None:
        return Chip("met", say("orderer")) if orderer.person else Chip("near", say("no orderer"))
    return Chip("unknown", say("nobody on record"))


def status_chip(customer: Customer) -> Chip:
    """Return how far a customer role has come, as shape, word and colour."""
    state = STATUS_CHIPS.get(RoleStatus(customer.status), "plain")
    if customer.is_accepted and customer.accepted_on:
        return Chip(state, say("accepted on %(day)s", day=customer.accepted_on))
    return Chip(state, STATUS_SAID[RoleStatus(customer.status)])


STATUS_SAID = {
    RoleStatus.SUGGESTED: say("suggested"),
    RoleStatus.IDENTIFIED: say("identified"),
    RoleStatus.ACCEPTED: say("accepted"),
    RoleStatus.STEPPED_DOWN: say("stepped down"),
}


def _names(
    units: Mapping[str, Unit], customers: Iterable[Customer], orderers: Iterable[Orderer]
) -> dict[str, str]:
    ordering = {
        one.id: units[one.unit_id].name if one.unit_id and one.unit_id in units else one.person
        for one in orderers
    }
    return {
        **{id_: unit.name for id_, unit in units.items()},
        **ordering,
        **{one.id: one.name for one in customers},
    }


def _mismatched(
    one: Difference, names: Mapping[str, str], customers: Iterable[Customer]
) -> Mismatched:
    ids = {customer.id for customer in customers}
    table = "customers" if one.subject in ids else "orderers"
    is_orderers_role = table == "orderers" and one.kind is Mismatch.OTHER_ROLE
    return Mismatched(
        one.kind.value,
        one.subject,
        one.what.naming(names),
        one.repair.naming(names),
        one.kind not in NOT_REPAIRABLE and not is_orderers_role,
        "units" if one.kind is Mismatch.ROLE_MISSING else table,
    )


def role_page(viewer: Viewer, customer_id: str, clock: date) -> RolePage | None:
    """Return the page of one customer role; ``None`` if it is not there or not for this viewer."""
    customer = customers_visible_to(viewer).filter(pk=customer_id).first()
    if customer is None:
        return None
    day = day_for(viewer, clock)
    status = RoleStatus(customer.status)
    is_held = status != RoleStatus.STEPPED_DOWN
    mandates = list(mandates_visible_to(viewer).filter(customer_id=customer_id))
    names = service_names(viewer)
    return RolePage(
        customer=customer,
        currency=customer.unit.currency if customer.unit_id and customer.unit else "",
        headline=_role_said(customer),
        steps=_steps(status),
        mandates=tuple(
            MandateLine(
                one, LIST.join(names.get(id_, id_) for id_ in one.services), _state(one, day)
            )
            for one in mandates
        ),
        proposal=next(
            (one for one in role_proposals(viewer) if one.unit == customer.unit_id), None
        ),
        is_candidate=is_held
        and is_candidate(
            customer.unit.it_budget if customer.unit_id and customer.unit else None,
            has_mandate=any(not one.delegated_by for one in mandates),
            are_kept=bool(mandates) or mandates_visible_to(Viewer(viewer.person)).exists(),
        ),
        can_identify=status == RoleStatus.SUGGESTED and bool(customer.person),
        can_accept=status in (RoleStatus.SUGGESTED, RoleStatus.IDENTIFIED),
        can_step_down=is_held,
    )


def _steps(status: RoleStatus) -> tuple[tuple[Sentence, bool], ...]:
    way = (RoleStatus.SUGGESTED, RoleStatus.IDENTIFIED, RoleStatus.ACCEPTED)
    shown = (*way, RoleStatus.STEPPED_DOWN) if status == RoleStatus.STEPPED_DOWN else way
    return tuple((STATUS_SAID[one], one == status) for one in shown)


def _role_said(customer: Customer) -> Sentence:
    values = {"person": customer.person, "customer": customer.name, "day": customer.accepted_on}
    if not customer.person:
        return say("Nobody is named as the customer for %(customer)s.", **values)
    if customer.is_accepted and customer.accepted_on:
        return say("%(person)s is the customer for %(customer)s, accepted on %(day)s.", **values)
    texts = {
        RoleStatus.SUGGESTED: "%(person)s is suggested as the customer for %(customer)s.",
        RoleStatus.IDENTIFIED: "%(person)s is identified as the customer for %(customer)s, but has not accepted.",
        RoleStatus.ACCEPTED: "%(person)s is the customer for %(customer)s.",
        RoleStatus.STEPPED_DOWN: "%(person)s has stepped down as the customer for %(customer)s.",
    }
    return say(texts[RoleStatus(customer.status)], **values)


def _state(one: Mandate, day: date) -> Chip:
    if one.starts and day < one.starts:
        return Chip("plain", say("later"))
    if one.ends and one.ends < day:
        return Chip("missed" if not one.delegated_by else "plain", say("run out"))
    return Chip("met", say("holds today"))

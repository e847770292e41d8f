"""Who is around a unit on a day, read from the records: the facts that the router of questions answers from.

Who answers for whom is no secret inside the organisation, so everybody may ask; how much a customer may decide is told
only to those who may see her business.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domestique.parties.choices import ItRole, RoleStatus, TeamRole
from domestique.parties.mandates import Grant
from domestique.parties.models import Customer, CustomerTeam, Mandate, Orderer, TeamPeriod, Unit
from domestique.parties.queries import (
    dated_teams,
    holding_on,
    people_in_it,
    person_meant,
    units_visible_to,
)
from domestique.parties.questions import AroundUnit
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who stands for a unit: the customer at or above it, and the orderer nearest to it under her."""

    customer: Customer | None
    orderer: Orderer | None


def around_unit(viewer: Viewer, unit_id: str, day: date) -> AroundUnit | None:
    """Return who is around a unit on a day, in a fixed number of queries; ``None`` if there is no such unit."""
    units = {unit.id: unit for unit in units_visible_to(viewer)}
    unit = units.get(unit_id)
    if unit is None:
        return None
    roles = people_in_it(viewer, day)
    around = AroundUnit(
        unit.name,
        desk=_first(roles, ItRole.DESK_LEAD),
        controller=_first(roles, ItRole.CONTROLLER),
        chair=_first(roles, ItRole.STEERING_CHAIR),
    )
    customers = Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN).select_related("unit")
    found = responsible(unit, units, customers, Orderer.objects.all())
    return _with_customer(viewer, around, found, day) if found.customer else around


def responsible(
    unit: Unit,
    units: Mapping[str, Unit],
    customers: Iterable[Customer],
    orderers: Iterable[Orderer],
) -> Responsible:
    """Find a unit's customer: the one its orderer belongs to, else the nearest at or above it in the tree."""
    by_id = {customer.id: customer for customer in customers}
    by_unit = {customer.unit_id: customer for customer in by_id.values() if customer.unit_id}
    ordering = {one.unit_id: one for one in orderers if one.unit_id}
    for above in _upwards(unit, units):
        if above.id in by_unit:
            return Responsible(by_unit[above.id], None)
        orderer = ordering.get(above.id)
        if orderer is not None and orderer.customer_id in by_id:
            return Responsible(by_id[orderer.customer_id], orderer if orderer.person else None)
    return Responsible(None, None)


def _upwards(unit: Unit, units: Mapping[str, Unit]) -> Iterable[Unit]:
    seen: set[str] = set()
    above: Unit | None = unit
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above
        above = units.get(above.parent_id or "")


def team_of_customer_on(customer: Customer, day: date) -> str:
    """Return the id of the team that answers for a customer on a day: by her history, else by her own row."""
    return _teams_on([customer], day)[customer.id]


def _teams_on(customers: Sequence[Customer], day: date) -> dict[str, str]:
    """Return the team that answers for each customer, in one query."""
    teams = {one.id: one.team_id or "" for one in customers}
    periods = TeamPeriod.objects.filter(holding_on(day), customer_id__in=teams).order_by("starts")
    return teams | dict(periods.values_list("customer_id", "team_id"))


def customer_managers_on(
    viewer: Viewer, customers: Sequence[Customer], day: date
) -> dict[str, str]:
    """Return each customer's one customer manager on a day, in three queries; empty where there is none or more."""
    teams, answering = dated_teams(viewer), _teams_on(customers, day)
    return {
        id_: teams[team].one(TeamRole.CUSTOMER_MANAGER, day) if team in teams else ""
        for id_, team in answering.items()
    }


def grants_of(customer_id: str) -> tuple[Grant, ...]:
    """Return a customer's mandates, her own and those lent, as the rules see them."""
    return grants_by_customer([customer_id])[customer_id]


def grants_by_customer(ids: Collection[str]) -> dict[str, tuple[Grant, ...]]:
    """Return the mandates of each customer, in one query."""
    fields = ("customer_id", "person", "amount", "services", "starts", "ends", "delegated_by")
    rows = Mandate.objects.filter(customer_id__in=ids).order_by("id").values_list(*fields)
    held = gathered(
        (customer, Grant(person, amount, tuple(services), starts, ends, lender))
        for customer, person, amount, services, starts, ends, lender in rows
    )
    return {id_: tuple(held.get(id_, ())) for id_ in ids}


def _with_customer(viewer: Viewer, around: AroundUnit, found: Responsible, day: date) -> AroundUnit:
    customer, orderer = found.customer, found.orderer
    assert customer is not None  # noqa: S101 - asked before
    team_id = team_of_customer_on(customer, day)
    team = dated_teams(viewer).get(team_id)
    return replace(
        around,
        customer=customer.name,
        person=customer.person,
        status=customer.status,
        currency=customer.unit.currency if customer.unit_id and customer.unit else "",
        orderer=orderer.person if orderer else "",
        team=team.name if team else _name_of_team(team_id),
        customer_manager=team.one(TeamRole.CUSTOMER_MANAGER, day) if team else "",
        delivery_manager=team.one(TeamRole.DELIVERY_MANAGER, day) if team else "",
        grants=grants_of(customer.id),
        shows_amounts=viewer.may_see_customer(customer.id),
    )


def _name_of_team(team_id: str) -> str:
    """A customer may name a team before the table of teams is loaded; its name is then what was written."""
    return "" if CustomerTeam.objects.exists() else team_id


def _first(roles: Mapping[str, tuple[str, ...]], role: ItRole) -> str:
    return next(iter(roles.get(role, ())), "")


def units_of_person(viewer: Viewer, person: str) -> tuple[str, ...]:
    """Return the ids of the units a person heads, is the customer for or orders for."""
    wanted = person_meant(person)
    held = [
        *Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN).values_list("unit_id", "person"),
        *Orderer.objects.values_list("unit_id", "person"),
        *units_visible_to(viewer).values_list("id", "head"),
    ]
    return tuple(dict.fromkeys(unit for unit, who in held if unit and who and who == wanted))


def unit_named(viewer: Viewer, written: str) -> str:
    """Return the id of the unit that somebody means by an id, a name, or a person's name; empty if there is none."""
    wanted = written.strip().casefold()
    if not wanted:
        return ""
    for id_, name in units_visible_to(viewer).values_list("id", "name"):
        if wanted in (id_.casefold(), name.casefold()):
            return str(id_)
    return next(iter(units_of_person(viewer, written.strip())), "")

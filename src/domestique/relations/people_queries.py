"""Who stands around a customer on a day: her team by role, who orders for her, and who is in the steering group."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.costing.bills.currency import Rates
from domestique.costing.queries import rates_visible_to
from domestique.parties.choices import ItRole, TeamRole
from domestique.parties.models import Customer, CustomerTeam, RoleInIt, TeamMember
from domestique.parties.queries import holding_on, orderers_visible_to, organisation_of
from domestique.parties.router_queries import grants_of
from domestique.quantities.gathering import gathered
from domestique.quantities.rounding import round_half_even
from domestique.records.viewer import Viewer
from domestique.relations.needs.deciding import Deciders


@dataclass(frozen=True, slots=True)
class Around:
    """The people around a customer; nobody is an empty set or an empty text."""

    customer_manager: str = ""
    delivery_manager: str = ""
    service_owners: frozenset[str] = frozenset()
    orderers: frozenset[str] = frozenset()

    @property
    def managers(self) -> frozenset[str]:
        """The managers of her team who are named."""
        return frozenset({self.customer_manager, self.delivery_manager}) - {""}


def dated_members(day: date) -> dict[tuple[str, str], list[str]]:
    """Return who holds which role in which team by a dated row on a day, in one query: the newest last."""
    rows = TeamMember.objects.filter(holding_on(day)).order_by("starts")
    held = rows.values_list("team_id", "role", "person")
    return gathered(((team, role), person) for team, role, person in held)


def managers(
    team: CustomerTeam | None, dated: Mapping[tuple[str, str], list[str]]
) -> tuple[str, str]:
    """Return a team's customer and delivery manager: a dated one stands in for the one the team names."""
    if team is None:
        return "", ""
    customer = dated.get((team.id, TeamRole.CUSTOMER_MANAGER)) or [team.customer_manager]
    delivery = dated.get((team.id, TeamRole.DELIVERY_MANAGER)) or [team.delivery_manager]
    return customer[-1], delivery[-1]


def around(viewer: Viewer, customer: Customer, day: date) -> Around:
    """Return the people around a customer on a day."""
    team = customer.team if customer.team_id else None
    dated = dated_members(day)
    owners = [] if team is None else dated.get((team.id, TeamRole.SERVICE_OWNER), [])
    orderers = orderers_visible_to(viewer).filter(customer=customer)
    return Around(
        *managers(team, dated),
        frozenset([*(team.service_owners if team else ()), *owners]),
        frozenset(orderers.values_list("person", flat=True)) - {""},
    )


def members_of_steering(day: date) -> frozenset[str]:
    """Return the chair and the members of the IT steering group on a day."""
    roles = (ItRole.STEERING, ItRole.STEERING_CHAIR)
    holding = RoleInIt.objects.filter(holding_on(day), role__in=roles)
    return frozenset(holding.values_list("person", flat=True))


def deciders_of(
    viewer: Viewer, customer: Customer, others: frozenset[str], names: Mapping[str, str]
) -> Deciders:
    """Return who may decide for a customer; services are called by their ``names``."""
    return Deciders(
        customer.name,
        customer.person,
        customer.is_accepted,
        customer.status,
        currency_of(viewer, customer),
        tuple(
            replace(one, services=tuple(names.get(id_, id_) for id_ in one.services))
            for one in grants_of(customer.id)
        ),
        others,
    )


def currency_of(viewer: Viewer, customer: Customer) -> str:
    """Return the currency a customer's mandate is in: her unit's, else the organisation's."""
    unit = customer.unit if customer.unit_id else None
    return (unit.currency if unit else "") or organisation_of(viewer).currency


def in_own_currency(
    viewer: Viewer, customer: Customer, amount: Decimal | None, day: date
) -> Decimal | None:
    """Turn an amount of the organisation's currency into the customer's at the plan rate of the day's year.

    Refuses ``ExchangeRateMissing`` where that rate is not on record.
    """
    own = currency_of(viewer, customer)
    home = organisation_of(viewer).currency
    if amount is None or own == home:
        return amount
    rate = Rates(home, rates_visible_to(viewer)).planned(home, own, day.year)
    return round_half_even(Fraction(amount) * rate, 2)

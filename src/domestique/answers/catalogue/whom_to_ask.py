"""Whom to ask: the delivery manager of the customer's own team takes orders."""

from dataclasses import dataclass

from domestique.parties.choices import RoleStatus
from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class TeamToAsk:
    """A team, who in it takes orders, who answers for the relationship, and for which customers, by id and name.

    ``rest`` is how many customers more there are than there is room to name.
    """

    team: str
    delivery_manager: str
    customer_manager: str
    customers: tuple[tuple[str, str], ...] = ()
    rest: int = 0


def contacts_of(viewer: Viewer) -> tuple[TeamToAsk, ...]:
    """Return every team that looks after customers, in one query; customers without a team have nobody."""
    customers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    served = gathered((one.team.id, one) for one in customers if one.team is not None)
    return tuple(
        TeamToAsk(
            team.name or team.id,
            team.delivery_manager,
            team.customer_manager,
            tuple((customer.id, customer.name) for customer in customers[:MOST_NAMED]),
            max(0, len(customers) - MOST_NAMED),
        )
        for _, customers in sorted(served.items())
        for team in [customers[0].team]
    )


def contact_of(customer: Customer) -> TeamToAsk | None:
    """Return who looks after one customer; ``None`` where nobody is known to."""
    team = customer.team
    if team is None or not (team.delivery_manager or team.customer_manager):
        return None
    return TeamToAsk(team.name or team.id, team.delivery_manager, team.customer_manager)

"""Named reads of who is who."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from domestique.parties import follow_the_money
from domestique.parties.follow_the_money import (
    Difference,
    Proposal,
    RecordedRole,
    Role,
    mirror_check,
    propose_roles,
)
from domestique.parties.models import (
    Customer,
    CustomerTeam,
    Orderer,
    Organisation,
    RoleStatus,
    Supplier,
    Unit,
)
from domestique.parties.viewer import Viewer


def organisation_of(viewer: Viewer) -> Organisation:
    """Return the organisation; before its table is loaded, one with the usual values and no name."""
    return Organisation.objects.first() or Organisation(name="")


def today_of(organisation: Organisation, clock: date) -> date:
    """Return the day everything is reckoned on: the organisation's own if it fixes one, else the clock's."""
    return organisation.today or clock


def zone_of(organisation: Organisation) -> ZoneInfo:
    """Return the organisation's time zone."""
    return ZoneInfo(organisation.time_zone)


def customers_visible_to(viewer: Viewer) -> QuerySet[Customer]:
    """Return the customers this viewer may see, with their units and teams, by id."""
    customers = Customer.objects.select_related("unit", "team").order_by("id")
    return customers if viewer.customers is None else customers.filter(pk__in=viewer.customers)


def customer_visible_to(viewer: Viewer, customer_id: str) -> Customer | None:
    """Return one customer if it is there and this viewer may see it."""
    return customers_visible_to(viewer).filter(pk=customer_id).first()


def orderers_visible_to(viewer: Viewer) -> QuerySet[Orderer]:
    """Return the orderers under the customers this viewer may see."""
    orderers = Orderer.objects.select_related("unit").order_by("id")
    return (
        orderers if viewer.customers is None else orderers.filter(customer_id__in=viewer.customers)
    )


def teams_visible_to(viewer: Viewer) -> QuerySet[CustomerTeam]:
    """Return all customer teams: who answers for whom is no secret inside the organisation."""
    return CustomerTeam.objects.order_by("id")


def suppliers_visible_to(viewer: Viewer) -> QuerySet[Supplier]:
    """Return all suppliers with what their contracts promise."""
    return Supplier.objects.order_by("id")


def units_visible_to(viewer: Viewer) -> QuerySet[Unit]:
    """Return the whole organisation tree."""
    return Unit.objects.order_by("id")


def role_proposals(viewer: Viewer) -> list[Proposal]:
    """Follow the money through the organisation tree: propose customers and orderers, each with the reason."""
    fields = (
        "id",
        "name",
        "parent_id",
        "head",
        "position",
        "currency",
        "headcount",
        "budget",
        "it_budget",
    )
    return propose_roles(
        follow_the_money.Unit(*row) for row in units_visible_to(viewer).values_list(*fields)
    )


def role_differences(viewer: Viewer) -> list[Difference]:
    """Hold the recorded customers and orderers against what the money shows; nothing before units are loaded."""
    customers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    orderers = [
        RecordedRole(o.id, o.unit_id or "", o.person, o.customer_id)
        for o in orderers_visible_to(viewer)
    ]
    # While no orderer is on record yet, the missing ones are not worth a word each.
    proposals = [p for p in role_proposals(viewer) if orderers or p.role is not Role.ORDERER]
    recorded = [RecordedRole(c.id, c.unit_id or "", c.person) for c in customers]
    return mirror_check(proposals, recorded, orderers)

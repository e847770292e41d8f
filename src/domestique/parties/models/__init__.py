"""The organisation, its units, and the roles people have in them."""

from domestique.parties.models.people import (
    ItRole,
    Mandate,
    Person,
    RoleInIt,
    Supplier,
    TeamMember,
    TeamPeriod,
    TeamRole,
)
from domestique.parties.models.units import (
    Customer,
    CustomerTeam,
    HeadRole,
    Orderer,
    Organisation,
    RoleStatus,
    Unit,
)

__all__ = [
    "Customer",
    "CustomerTeam",
    "HeadRole",
    "ItRole",
    "Mandate",
    "Orderer",
    "Organisation",
    "Person",
    "RoleInIt",
    "RoleStatus",
    "Supplier",
    "TeamMember",
    "TeamPeriod",
    "TeamRole",
    "Unit",
]

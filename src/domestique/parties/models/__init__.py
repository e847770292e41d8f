"""The organisation, its units, and the roles people have in them."""

from domestique.parties.models.people import (
    Mandate,
    Person,
    RoleInIt,
    Supplier,
    TeamMember,
    TeamPeriod,
)
from domestique.parties.models.units import Customer, CustomerTeam, Orderer, Organisation, Unit

__all__ = [
    "Customer",
    "CustomerTeam",
    "Mandate",
    "Orderer",
    "Organisation",
    "Person",
    "RoleInIt",
    "Supplier",
    "TeamMember",
    "TeamPeriod",
    "Unit",
]

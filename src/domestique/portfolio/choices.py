"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class ServiceKind(Choice):
    """Whether the business meets the service itself or what it stands on."""

    CUSTOMER_FACING = "customer-facing"
    SUPPORTING = "supporting"


class UnitKind(Choice):
    """Stock: users, workplaces; price per unit and year, a twelfth a month. Flow: orders, payslips; price per unit used."""

    STOCK = "stock"
    FLOW = "flow"


class LifeCycle(Choice):
    """Where in its life a service is."""

    IDEA = "idea"
    DEFINED = "defined"
    BUILDING = "building"
    LIVE = "live"
    RETIRING = "retiring"
    RETIRED = "retired"


OFFERED = (LifeCycle.LIVE, LifeCycle.RETIRING)
"""Where in its life a service stands in the catalogue."""


class DependencyKind(Choice):
    """Hard: cannot run without. Soft: runs degraded without."""

    HARD = "hard"
    SOFT = "soft"

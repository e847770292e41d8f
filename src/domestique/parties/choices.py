"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class HeadRole(Choice):
    """The role of a unit's head where somebody has overruled what the money shows."""

    CUSTOMER = "customer"
    ORDERER = "orderer"
    NONE = "none"


class RoleStatus(Choice):
    """How far a customer role has come. Only an accepted customer can accept an agreement."""

    SUGGESTED = "suggested"
    IDENTIFIED = "identified"
    ACCEPTED = "accepted"
    STEPPED_DOWN = "stepped down"


class ItRole(Choice):
    """A role in IT, or in the group that governs it, that no customer team gives."""

    CIO = "chief information officer"
    CONTROLLER = "it controller"
    DESK_LEAD = "service desk lead"
    DESK_AGENT = "service desk agent"
    STEERING = "it steering group"
    STEERING_CHAIR = "it steering group chair"
    KEEPER = "keeper of the picture"


class TeamRole(Choice):
    """What a member does in a customer team."""

    CUSTOMER_MANAGER = "customer manager"
    DELIVERY_MANAGER = "delivery manager"
    SERVICE_OWNER = "service owner"


class Side(Choice):
    """Where a person works."""

    BUSINESS = "business"
    IT = "it"
    SUPPLIER = "supplier"

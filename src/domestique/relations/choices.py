"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class Step(Choice):
    """A step of a need. They may come in any order, and none has to come at all."""

    CAPTURED = "captured"
    UNDERSTOOD = "understood"
    INVESTIGATED = "investigated"
    PREPARED = "prepared"
    DECIDED = "decided"
    HANDED_OVER = "handed over"
    TAKEN_OVER = "taken over"
    RETURNED = "returned"
    FULFILLED = "fulfilled"
    DECLINED = "declined"
    PROPOSED = "proposed", "handed to the portfolio"


class AsksFor(Choice):
    """What a need asks for."""

    USE = "use"
    ORDER = "order"
    CHANGE = "change"
    NEW_SERVICE = "new service"
    LEVEL = "level"
    PRICE = "price"


class RequirementState(Choice):
    """How far a requirement has come."""

    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    ESTABLISHED = "established"
    MET = "met"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


OVER = frozenset({RequirementState.CHANGED, RequirementState.WITHDRAWN})
STANDING = frozenset({RequirementState.ESTABLISHED, RequirementState.MET})


class Channel(Choice):
    """How people met."""

    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    CORRIDOR = "corridor"


class Forum(Choice):
    """Where a question is decided; the three last are the steps of an escalation."""

    CUSTOMER = "customer"
    OPERATIVE = "operative"
    TACTICAL = "tactical"
    STEERING = "it steering group"


class MeetingKind(Choice):
    """Two kinds of meeting with the customer, kept apart, and the team's own about her."""

    DIALOGUE = "development dialogue"
    FOLLOW_UP = "follow-up"
    TEAM = "customer team meeting"


class MeetingMood(Choice):
    """How a meeting felt."""

    CREATIVE = "creative"
    NEUTRAL = "neutral"
    ACCUSING = "accusing"


class ItemKind(Choice):
    """What an item of a meeting is about; each kind has one meeting it belongs to."""

    GOAL = "goal"
    OBSTACLE = "obstacle"
    IDEA = "idea"
    NEW_NEED = "new need"
    TRIAL = "30-day trial"
    STATISTICS = "statistics"
    BREACH = "breach"
    NEAR_MISS = "near miss"
    CONSUMPTION = "consumption and cost"
    SATISFACTION = "satisfaction"
    LEVEL = "level"
    DECISION = "decision"
    ACTION = "action"
    NOTE = "note"

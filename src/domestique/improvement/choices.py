"""The closed lists of words that records of this room take, and its rules go by."""

from domestique.quantities.choice import Choice


class SourceType(Choice):
    """Where something in the inbox comes from; nothing enters without it."""

    WISH = "customer wish"
    DEMAND = "demand"
    COMPLAINT = "complaint"
    REPORT = "report"
    MEASUREMENT = "measurement"
    PROPOSAL = "improvement proposal"
    OBSERVATION = "desk observation"


class Triage(Choice):
    """Where an item goes from the inbox."""

    IMPROVE = "improve"
    NEED = "need"
    PORTFOLIO = "portfolio"
    DELIVERY = "delivery"
    ANSWER = "answer"
    DROP = "drop"


class ImprovementState(Choice):
    """How far an improvement has come."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    STOPPED = "stopped"

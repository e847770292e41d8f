"""The closed lists of words that records of this room take, and its rules go by."""

from __future__ import annotations

from domestique.quantities.choice import Choice


class AgreementStatus(Choice):
    """How far an agreement has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_FORCE = "in force"
    ENDED = "ended"

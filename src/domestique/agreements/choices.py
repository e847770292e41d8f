"""The closed lists of words that records of this room take, and its rules go by."""

from datetime import date

from domestique.quantities.choice import Choice


class AgreementStatus(Choice):
    """How far an agreement has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_FORCE = "in force"
    ENDED = "ended"

    def holds_by_its_dates(self, ends: date | None) -> bool:
        """Whether an agreement was accepted, so that its dates say when it holds, and not this word.

        One that has ended held until its last day; where nobody noted that, it may never have held.
        """
        return self in AGREED or (self is AgreementStatus.ENDED and ends is not None)


class AmendmentStatus(Choice):
    """How far an amendment has come."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


AGREED = (AgreementStatus.ACCEPTED, AgreementStatus.IN_FORCE)

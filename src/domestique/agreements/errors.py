"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say


class AgreementNotYours(Refusal):
    """A step of an agreement that this person may not take, or that it is not ready for; the gate says who can."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the gate's sentence."""
        super().__init__(sentence)


class NoSuchAgreement(Refusal):
    """An agreement that is not there, or not for this viewer."""

    def __init__(self, written: str) -> None:
        """Name what was given."""
        super().__init__(
            say("There is no agreement %(written)s that you may see.", written=written)
        )


class AgreementChangedMeanwhile(Refusal):
    """An agreement whose text is no longer what was read."""

    def __init__(self, customer: str) -> None:
        """Name the customer."""
        super().__init__(
            say(
                "The agreement with %(customer)s has been changed since you read it; read what it "
                "says now, then try again.",
                customer=customer,
            )
        )

"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import say


class AgreementNotYours(Worded):
    """A step of an agreement that this person may not take, or that it is not ready for; the gate says who can."""


class NoSuchAgreement(Refusal):
    """An agreement that is not there, or not for this viewer."""

    text = say("There is no agreement %(written)s that you may see.")


class AgreementChangedMeanwhile(Refusal):
    """An agreement whose text is no longer what was read."""

    text = say(
        "The agreement with %(customer)s has been changed since you read it; read what it "
        "says now, then try again."
    )

"""What the inbox refuses; each refusal says what would be right and who can."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class SourceMissing(Refusal):
    """Something enters without a source."""

    text = say(
        "Nothing enters without a source: “%(written)s” is none of those in the list.", written="–"
    )


class OriginMissing(Refusal):
    """Something enters without saying who brought it, or which report."""

    text = say("Nothing enters without its origin: say who brought it, or which report.")


class CustomerNeeded(Refusal):
    """An item is to become a need of nobody."""

    text = say("A need is somebody's: choose the customer of “%(text)s”, then sort it once more.")


class CustomerNotListed(Refusal):
    """A customer that does not exist, or not for this viewer."""

    text = say("There is no customer “%(id)s”; choose one from the list, or none.")


class SortedAlready(Refusal):
    """An item was sorted already."""

    text = say("“%(text)s” was sorted on %(day)s already: %(where)s.")


class NotAWay(Refusal):
    """A way to sort that does not exist."""

    text = say(
        "“%(written)s” is no way to sort; there are improve, need, portfolio, delivery, answer and drop.",
        written="–",
    )


class BecameSomething(Refusal):
    """An item that became a record is not put back."""

    text = say("“%(text)s” became %(became)s and stays with it; decline or stop that one instead.")


class NotAnsweredYet(Refusal):
    """Somebody was told an answer that is not there."""

    text = say("“%(text)s” has no answer yet: write the answer, then tell it back.")

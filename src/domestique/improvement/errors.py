"""What the inbox refuses; each refusal says what would be right and who can."""

from __future__ import annotations

from datetime import date

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say


class NotForYou(Refusal):
    """Somebody sorts or fills the inbox whose work it is not."""

    def __init__(self, person: str, whose: Sentence) -> None:
        """Name the person and whose work it is."""
        super().__init__(
            say("%(person)s cannot do this; it is for %(whose)s.", person=person, whose=whose)
        )


class SourceMissing(Refusal):
    """Something enters without a source."""

    def __init__(self, written: str) -> None:
        """Name what was given as the source."""
        super().__init__(
            say(
                "Nothing enters without a source: “%(written)s” is none of those in the list.",
                written=written or "–",
            )
        )


class OriginMissing(Refusal):
    """Something enters without saying who brought it, or which report."""

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__(
            say("Nothing enters without its origin: say who brought it, or which report.")
        )


class NothingSaid(Refusal):
    """A text that must say something is empty."""

    def __init__(self, what: Sentence) -> None:
        """Name what is missing."""
        super().__init__(say("Nothing is kept yet: %(what)s is missing.", what=what))


class CustomerNeeded(Refusal):
    """An item is to become a need of nobody."""

    def __init__(self, text: str) -> None:
        """Name the item."""
        super().__init__(
            say(
                "A need is somebody's: choose the customer of “%(text)s”, then sort it once more.",
                text=text,
            )
        )


class CustomerNotThere(Refusal):
    """A customer that does not exist, or not for this viewer."""

    def __init__(self, id_: str) -> None:
        """Name the id."""
        super().__init__(
            say("There is no customer “%(id)s”; choose one from the list, or none.", id=id_)
        )


class SortedAlready(Refusal):
    """An item was sorted already."""

    def __init__(self, text: str, where: Sentence, day: date | None) -> None:
        """Name the item, where it went and when."""
        super().__init__(
            say(
                "“%(text)s” was sorted on %(day)s already: %(where)s.",
                text=text,
                where=where,
                day=day,
            )
        )


class NotAWay(Refusal):
    """A way to sort that does not exist."""

    def __init__(self, written: str) -> None:
        """Name what was given."""
        super().__init__(
            say(
                "“%(written)s” is no way to sort; there are improve, need, portfolio, delivery, answer and drop.",
                written=written or "–",
            )
        )


class BecameSomething(Refusal):
    """An item that became a record is not put back."""

    def __init__(self, text: str, became: str) -> None:
        """Name the item and what it became."""
        super().__init__(
            say(
                "“%(text)s” became %(became)s and stays with it; decline or stop that one instead.",
                text=text,
                became=became,
            )
        )


class NotAnsweredYet(Refusal):
    """Somebody was told an answer that is not there."""

    def __init__(self, text: str) -> None:
        """Name the item."""
        super().__init__(
            say("“%(text)s” has no answer yet: write the answer, then tell it back.", text=text)
        )

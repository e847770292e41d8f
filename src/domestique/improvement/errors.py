"""What the inbox and the register of improvements refuse; each refusal says what would be right and who can."""

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


class PartsMissing(Refusal):
    """An improvement is split into fewer than two parts."""

    text = say(
        "A split needs at least two parts, each with a name and its weeks; write one a line."
    )


class StillTooBig(Refusal):
    """A part of a split that is not a small step."""

    text = say(
        "A part of %(weeks)s weeks is not a small step; each part must take from 1 to %(most)s weeks."
    )


class PartNotUnderstood(Refusal):
    """A line of a split that does not give a name and weeks."""

    text = say(
        "“%(line)s” is not a part; write its name, a comma and its weeks: Order the scanners, 2."
    )


class ImprovementNotThere(Refusal):
    """An improvement that is not there, or not for this reader."""

    text = say("There is no improvement %(id)s; the page Improvements lists them.")


class NotOneOfItsCustomers(Refusal):
    """A customer is asked about an improvement that was not for her."""

    text = say(
        "%(name)s is not for that customer; ask one it is for: %(customers)s.", customers="–"
    )


class ImprovementIncomplete(Refusal):
    """An improvement without what it must say."""

    text = say(
        "%(field)s is empty; an improvement says which customer, which value and which problem."
    )


class StateNotKnown(Refusal):
    """A state that improvements do not have."""

    text = say("“%(state)s” is no state of an improvement; choose one of %(states)s.")

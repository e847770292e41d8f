"""What the register of improvements refuses; each refusal says what would be right."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


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

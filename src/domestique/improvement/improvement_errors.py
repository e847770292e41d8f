"""What the register of improvements refuses; each refusal says what would be right."""

from __future__ import annotations

from collections.abc import Sequence

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say


class PartsMissing(Refusal):
    """An improvement is split into fewer than two parts."""

    def __init__(self) -> None:
        """Say how many it takes."""
        super().__init__(
            say(
                "A split needs at least two parts, each with a name and its weeks; write one a line."
            )
        )


class StillTooBig(Refusal):
    """A part of a split that is not a small step."""

    def __init__(self, weeks: int, most: int) -> None:
        """Name the size and the most there may be."""
        super().__init__(
            say(
                "A part of %(weeks)s weeks is not a small step; each part must take from 1 to %(most)s weeks.",
                weeks=weeks,
                most=most,
            )
        )


class PartNotUnderstood(Refusal):
    """A line of a split that does not give a name and weeks."""

    def __init__(self, line: str) -> None:
        """Name the line."""
        super().__init__(
            say(
                "“%(line)s” is not a part; write its name, a comma and its weeks: Order the scanners, 2.",
                line=line,
            )
        )


class ImprovementNotThere(Refusal):
    """An improvement that is not there, or not for this reader."""

    def __init__(self, id_: str) -> None:
        """Name what was asked for."""
        super().__init__(
            say("There is no improvement %(id)s; the page Improvements lists them.", id=id_)
        )


class NotOneOfItsCustomers(Refusal):
    """A customer is asked about an improvement that was not for her."""

    def __init__(self, name: str, customers: Sequence[str]) -> None:
        """Name the improvement and whom it is for."""
        super().__init__(
            say(
                "%(name)s is not for that customer; ask one it is for: %(customers)s.",
                name=name,
                customers=", ".join(customers) or "–",
            )
        )


class ImprovementIncomplete(Refusal):
    """An improvement without what it must say."""

    def __init__(self, field: Sentence) -> None:
        """Name what is missing."""
        super().__init__(
            say(
                "%(field)s is empty; an improvement says which customer, which value and which problem.",
                field=field,
            )
        )


class StateNotKnown(Refusal):
    """A state that improvements do not have."""

    def __init__(self, state: str, states: Sequence[str]) -> None:
        """Name the state and those there are."""
        super().__init__(
            say(
                "“%(state)s” is no state of an improvement; choose one of %(states)s.",
                state=state,
                states=", ".join(states),
            )
        )

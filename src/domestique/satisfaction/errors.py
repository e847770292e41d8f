"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class AnswerOutsideScale(Refusal):
    """An answer to a survey question that its scale does not have."""

    def __init__(self, answer: int, low: int, high: int) -> None:
        """Name the answer and the scale."""
        super().__init__(
            say(
                "The answer %(answer)s is not on the scale; it must be from %(low)s to %(high)s,"
                " or empty for “don't know”.",
                answer=answer,
                low=low,
                high=high,
            )
        )

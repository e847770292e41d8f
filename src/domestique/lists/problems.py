"""All that is wrong with a question at once, each at its place."""

from collections.abc import Callable
from dataclasses import dataclass

from domestique.lists.conditions import MOST_CONDITIONS, condition_test, words_test
from domestique.lists.errors import TooMuchAsked
from domestique.lists.question import ListQuestion
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong with each condition, in their order, and with the rest of a question."""

    conditions: tuple[Sentence | None, ...]
    rest: tuple[Sentence, ...]

    def __bool__(self) -> bool:
        """Whether anything is wrong, so that the question cannot be answered."""
        return bool(self.rest) or any(self.conditions)


def problems_of(question: ListQuestion) -> Problems:
    """Return everything that is wrong with a question."""
    table = question.table
    asked = question.conditions[:MOST_CONDITIONS]
    rest = [
        _refused(lambda: words_test(table, question.words)),
        _refused(lambda: question.columns),
        _refused(lambda: question.order),
        _refused(lambda: question.rows_a_page),
    ]
    if len(question.conditions) > MOST_CONDITIONS:
        rest.append(TooMuchAsked(most=MOST_CONDITIONS).sentence)
    return Problems(
        tuple(_refused(lambda one=one: condition_test(table, one)) for one in asked),  # type: ignore[misc]
        tuple(sentence for sentence in rest if sentence is not None),
    )


def _refused(attempt: Callable[[], object]) -> Sentence | None:
    try:
        attempt()
    except Refusal as refusal:
        return refusal.sentence
    return None

"""The form in which a list is asked: its conditions, columns and order, with what is wrong at each place."""

from dataclasses import dataclass

from domestique.lists.operators import FITTING, WORDS, Family, choices_of, family_of
from domestique.lists.problems import Problems
from domestique.lists.question import (
    ROWS_OFFERED,
    USUAL_ROWS,
    Condition,
    ListQuestion,
    usual_columns,
)
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Table

EMPTY = Condition("", "")


@dataclass(frozen=True, slots=True)
class ColumnOffered:
    """A column to ask of, and what can be asked of it."""

    name: str
    meaning: Sentence
    family: Family
    choices: tuple[str, ...]
    is_shown: bool
    is_key: bool


@dataclass(frozen=True, slots=True)
class BuilderRow:
    """One condition as it was typed, and what is wrong with it."""

    number: int
    condition: Condition
    problem: Sentence | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it is a spare row, still to be filled."""
        return self.condition == EMPTY


@dataclass(frozen=True, slots=True)
class Builder:
    """Everything the form offers, with what is asked already.

    ``operators`` are each a name, its words, and the families of columns it is for.
    """

    rows: tuple[BuilderRow, ...]
    columns: tuple[ColumnOffered, ...]
    operators: tuple[tuple[str, Sentence, str], ...]
    words: str
    sort: str
    rows_a_page: str
    rows_offered: tuple[str, ...]
    is_sort_wrong: bool
    is_open: bool

    @property
    def asked(self) -> int:
        """How many conditions are asked."""
        return sum(not row.is_empty for row in self.rows)


def builder_of(question: ListQuestion, problems: Problems, *, has_more: bool) -> Builder:
    """Return the form for a question, with a spare row for a further condition, or two if more are wanted."""
    told = (*problems.conditions, *(None,) * len(question.conditions))
    asked = [
        BuilderRow(number, condition, problem)
        for number, (condition, problem) in enumerate(zip(question.conditions, told, strict=False))
    ]
    spares = [BuilderRow(len(asked) + number, EMPTY) for number in range(2 if has_more else 1)]
    offered = tuple(str(number) for number in ROWS_OFFERED)
    written = question.rows or str(USUAL_ROWS)
    return Builder(
        rows=(*asked, *spares),
        columns=_columns(question.table, question.shown or usual_columns(question.table)),
        operators=_OPERATORS,
        words=question.words,
        sort=question.sort,
        rows_a_page=written,
        rows_offered=offered if written in offered else (*offered, written),
        is_sort_wrong=bool(question.sort)
        and question.sort.removeprefix("-") not in question.table.by_name,
        is_open=has_more or bool(question.conditions),
    )


def _columns(table: Table, shown: tuple[str, ...]) -> tuple[ColumnOffered, ...]:
    return tuple(
        ColumnOffered(
            column.name,
            column.meaning,
            family_of(column),
            choices_of(column),
            column.name in shown or column.name in table.key,
            column.name in table.key,
        )
        for column in table.columns
    )


_OPERATORS = tuple(
    (
        operator.value,
        words,
        " ".join(f"for-{family}" for family in Family if operator in FITTING[family]),
    )
    for operator, words in WORDS.items()
)

"""What a kind of record says of itself once; tables, forms, lists, docs, search and sight follow from it and its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from domestique.quantities.sentence import Sentence


class Business(StrEnum):
    """Whose business a row is, where no link says it that the row cannot be without."""

    THOSE_NAMED = (
        "A row is business of the customers it names, and everybody's in IT while it names none."
    )
    THE_ORGANISATIONS = "A row is the organisation's, and no customer's in particular."


class Words(StrEnum):
    """From whom the texts of a customer's rows are kept."""

    WITH_THE_REST = "Whoever may see her business reads its words."
    HEARD = "Only who may hear her sees it: not her orderers, not other teams."
    KEEPERS = "Only whoever keeps the picture sees it, for who said it could be told apart."


Page: TypeAlias = str | tuple[str, Any]


@dataclass(frozen=True)
class FoundBy:
    """How rows of a kind are found by a few letters, under the heading ``called``.

    ``title`` are the fields with its names, the first that is filled being shown; where none is, ``instead`` is. What is
    ``beside`` it is shown too; what is ``hidden``, and every other text of any length, is only looked through. A link
    is said by what it leads to is called, anything else as it is kept, or as ``told`` says it.

    ``pages`` are the routes a row may lead to, the best first, before its own page among the records: ``need`` takes
    the row's id, ``requirements#`` leads to its place on a list, ``right-person?unit`` asks with it; beside another
    field, that one's value takes the place of the id.
    """

    called: Sentence
    title: tuple[str, ...]
    beside: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    instead: str = ""
    told: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: the table of its rows, what they mean, why they are kept, whose they are, how they are found.

    ``found_by`` is how, or the reason why nobody looks for them.
    ``whose`` is left out where a link to a customer, or to what is one's, says it. ``words`` is said by every kind whose
    rows are a customer's, or may be, and hold texts of any length. ``after`` names the table that stands before it
    where that is not the kind declared before it. ``why``, ``used_by`` (pages of calculations), ``refused`` (what a
    load refuses besides) and ``rules`` (of findings) are told on the kind's page of the documentation.

    For two things that are merged into one: ``added`` are the columns whose amounts may be added up where both have a row
    of one key. ``booked`` is the column with the day, month or year a row counts in: what is over never moves. Rows that
    are a series follow each other in time, as the prices of a service do, and are never mixed with another's: whose they
    are stands first in their key.
    """

    table: str
    meaning: Sentence
    why: str
    found_by: FoundBy | str
    whose: Business | None = None
    words: Words | None = None
    used_by: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    after: str = ""
    is_one_row: bool = False
    added: tuple[str, ...] = ()
    booked: str = ""
    is_series: bool = False

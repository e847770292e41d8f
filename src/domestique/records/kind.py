"""What a kind of record says of itself once; tables, forms, lists, docs, search and sight follow from it and its fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domestique.quantities.sentence import Sentence


class Business(StrEnum):
    """Whose business a row is, where no link says it that the row cannot be without."""

    THOSE_NAMED = "theirs whom the row names; everybody's in IT while it names none"
    THE_ORGANISATIONS = "the organisation's: who may open it is asked before, by ability"


class Words(StrEnum):
    """From whom the texts of a customer's rows are kept."""

    WITH_THE_REST = "whoever may see the customer's business reads them"
    HEARD = "only who may hear the customer: not her orderers, not other teams"
    KEEPERS = "nobody's but the keeper's: who said it could be told apart"


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: the table of its rows, what they mean, why they are kept, whose they are.

    ``whose`` is left out where a link to a customer, or to what is one's, says it. ``words`` is said by every kind whose
    rows are a customer's, or may be, and hold texts of any length. ``after`` names the table that stands before it
    where that is not the kind declared before it. ``why``, ``used_by`` (pages of calculations), ``refused`` (what a
    load refuses besides) and ``rules`` (of findings) are told on the kind's page of the documentation.
    """

    table: str
    meaning: Sentence
    why: str
    whose: Business | None = None
    words: Words | None = None
    used_by: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    after: str = ""
    is_one_row: bool = False

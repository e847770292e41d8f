"""What can be asked of a column, by the kind of what its cells hold."""

from enum import StrEnum

from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind


class Operator(StrEnum):
    """How the value in a row is held against the value asked for."""

    IS = "is"
    IS_NOT = "is-not"
    CONTAINS = "contains"
    STARTS = "starts"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BETWEEN = "between"
    UNKNOWN = "unknown"
    KNOWN = "known"


class Family(StrEnum):
    """Columns of which the same can be asked."""

    TEXT = "text"
    WORD = "word"
    ORDER = "order"
    LIST = "list"


WORDS: dict[Operator, Sentence] = {
    Operator.IS: say("is"),
    Operator.IS_NOT: say("is not"),
    Operator.CONTAINS: say("contains"),
    Operator.STARTS: say("starts with"),
    Operator.AT_LEAST: say("is at least"),
    Operator.AT_MOST: say("is at most"),
    Operator.BETWEEN: say("is between"),
    Operator.UNKNOWN: say("is not known"),
    Operator.KNOWN: say("is known"),
}
VALUELESS = frozenset({Operator.UNKNOWN, Operator.KNOWN})
_SAME = (Operator.IS, Operator.IS_NOT)
_EVER = (Operator.UNKNOWN, Operator.KNOWN)
FITTING: dict[Family, tuple[Operator, ...]] = {
    Family.TEXT: (*_SAME, Operator.CONTAINS, Operator.STARTS, *_EVER),
    Family.WORD: (*_SAME, *_EVER),
    Family.ORDER: (*_SAME, Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, *_EVER),
    Family.LIST: (Operator.CONTAINS, *_EVER),
}
_FAMILIES: dict[Kind, Family] = {
    Kind.CHOICE: Family.WORD,
    Kind.YES_NO: Family.WORD,
    Kind.LINKS: Family.LIST,
    Kind.NAMES: Family.LIST,
    Kind.PEOPLE: Family.LIST,
    **dict.fromkeys(
        (
            Kind.WHOLE,
            Kind.DECIMAL,
            Kind.YEAR,
            Kind.DATE,
            Kind.LOCAL_TIME,
            Kind.MONTH,
            Kind.PERIOD,
            Kind.CLOCK,
        ),
        Family.ORDER,
    ),
}


def family_of(column: Column) -> Family:
    """Return the family of a column; ids, links and whatever else is written freely are texts."""
    return _FAMILIES.get(column.kind, Family.TEXT)


def choices_of(column: Column) -> tuple[str, ...]:
    """Return the words there are to choose from; none where anything may be written."""
    return ("yes", "no") if column.kind is Kind.YES_NO else column.choices

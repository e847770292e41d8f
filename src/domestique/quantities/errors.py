"""What this house refuses: each refusal a class of its own that declares its whole sentence."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import ClassVar, Self, TypeAlias, TypeVar

from domestique.quantities.sentence import LIST, Sentence, Value, say

Given: TypeAlias = "Value | Iterable[str]"
Found = TypeVar("Found")


class Refusal(Exception):  # noqa: N818 - a refusal is named as what it refuses, not as an error
    """Something that cannot be accepted; ``sentence`` says what, which value, and what would be.

    A refusal declares its ``text``; its values are those the text names. A list of words is said as
    a list, a set in order of the alphabet. A value in the text itself stands in for one left empty.
    """

    text: ClassVar[Sentence]
    keeper_may: ClassVar[bool] = False
    """Whether it names whoever keeps the picture as the one who can."""

    def __init__(self, **values: Given) -> None:
        """Fill the text. Raises ``TypeError`` if the values given are not those it names."""
        if wrong := ", ".join(sorted(values.keys() ^ self.text.places())):
            message = f"{type(self).__name__}: only given, or only named in its text: {wrong}"
            raise TypeError(message)
        said = {name: _said(value) for name, value in values.items()}
        instead = {name: value for name, value in self.text.values if said.get(name) in ("", None)}
        self._say(say(self.text.text, **{**said, **instead}))

    def _say(self, sentence: Sentence) -> None:
        """Keep the sentence; ``str()`` of the refusal is its English form."""
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = ""

    def at(self, field: str) -> Self:
        """Return the refusal as one about a field of the record; without, it is about the whole of it."""
        self.field = field
        return self


def _said(value: Given) -> Value:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value
    words = sorted(filter(None, value)) if isinstance(value, AbstractSet) else value
    return LIST.join(words)


class Worded(Refusal):
    """A refusal worded where it is found, such as what a cell of a file would have to hold."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the whole sentence."""
        self._say(sentence)


def refuse(refusal: Refusal | None) -> None:
    """Raise what a rule answers, if it refuses: ``refuse(why_not_accept(agreement, person))``."""
    if refusal is not None:
        raise refusal


def insist(found: Found | None, refusal: Refusal) -> Found:
    """Return what was looked for, or written; where there is nothing, raise the refusal."""
    if not found:
        raise refusal
    return found


class MonthNotUnderstood(Refusal):
    """A text that is not a month."""

    text = say("“%(written)s” is not a month; write year and month, for example 2026-10.")


class YearOutOfReach(Refusal):
    """A year that nobody means, such as 0001 or 9999."""

    text = say("“%(written)s” is outside the years %(first)s to %(last)s; is the year right?")


class ServiceHoursNotUnderstood(Refusal):
    """A text that is not service hours at all."""

    text = say(
        "“%(written)s” is not understood as service hours; write for example 24x7, "
        "Mon-Fri 07-18, Mon-Sat 05:30-23:15, Mon-Fri 07-12; Sat 09-13, or race days 06-22 "
        "for a calendar named race days, and after it if needed “except holidays”, "
        "“except holidays FI” or “with” and the name of a calendar."
    )


class TimeOfDayNotUnderstood(Refusal):
    """A text that is not a time of day."""

    text = say(
        "“%(written)s” is not a time of day; write hours, or hours and minutes, "
        "from 00:00 to 24:00."
    )


class WindowClosesBeforeItOpens(Refusal):
    """A daily window whose end is not after its start."""

    text = say(
        "In the service hours “%(written)s” the closing time %(closes)s is not after the "
        "opening time %(opens)s; write hours past midnight as two windows, for example "
        "Mon-Fri 22-24; Tue-Sat 00-06."
    )


class CountsDoNotFit(Refusal):
    """A part that is negative or larger than its whole, or a whole of nothing."""

    text = say(
        "%(part)s of %(whole)s is not a share; the whole must be one or more, "
        "and the part from 0 up to it."
    )

"""A form as somebody filled it in, read field by field; what is not understood is refused in a sentence that keeps it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django.http import QueryDict

from domestique.quantities.errors import Refusal
from domestique.quantities.period import insist_on_year
from domestique.quantities.sentence import say
from domestique.quantities.written_number import amount_of

Meant = TypeVar("Meant")
NEVER_SEEN = 0
_LONGEST = 9


class NumberNotUnderstood(Refusal):
    """A text that is not a whole number within its limits."""

    text = say("“%(written)s” is not a whole number from %(least)s to %(most)s.")


class DayNotUnderstood(Refusal):
    """A text that is not a day."""

    text = say("“%(written)s” is not a day; write it like 2026-10-31.")


class TimeNotUnderstood(Refusal):
    """A text that is not a time of day."""

    text = say("“%(written)s” is not a time of day; write it like 09:30.")


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed, sent by a form or written in an address; a field that is not there is an empty one."""

    typed: QueryDict

    def text(self, name: str) -> str:
        """Read a text; browsers end lines their own way."""
        return self.typed.get(name, "").replace("\r\n", "\n").strip()

    def day(self, name: str) -> date | None:
        """Read a day, ``None`` where nothing is written; refuses ``DayNotUnderstood`` and ``YearOutOfReach``."""
        text = self.text(name)
        if not text:
            return None
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise DayNotUnderstood(written=text) from None
        insist_on_year(day.year, text)
        return day

    def time(self, day: str, time: str) -> datetime:
        """Read a day and a time of day as one local time; both must be there."""
        on = self.day(day)
        if on is None:
            raise DayNotUnderstood(written=self.text(day))
        text = self.text(time)
        try:
            return datetime.combine(on, datetime.strptime(text, "%H:%M").time())  # noqa: DTZ007 - local, as given
        except ValueError:
            raise TimeNotUnderstood(written=text) from None

    def amount(self, name: str) -> Decimal | None:
        """Read an amount of money, ``None`` where nothing is written; refuses what ``amount_of`` refuses."""
        return amount_of(self.typed.get(name, ""))

    def whole(self, name: str, most: int, least: int = 1) -> int | None:
        """Read a whole number within limits, ``None`` where nothing is written; refuses ``NumberNotUnderstood``."""
        text = self.text(name)
        return whole_number(text, least, most) if text else None

    def choice(self, name: str, meanings: Mapping[str, Meant]) -> Meant | None:
        """Read one of a few words as what it means; any other is ``None``."""
        return meanings.get(self.text(name))

    def filled(self, name: str) -> list[str]:
        """Read what was chosen, one or more; a field left empty is none."""
        return [one for one in self.typed.getlist(name) if one]

    def ticked(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """Read ids that were ticked, those that are known."""
        offered = set(known)
        return tuple(id_ for id_ in self.typed.getlist(name) if id_ in offered)

    def names(self, name: str) -> tuple[str, ...]:
        """Read names, ticked one by one or written with commas or semicolons between them."""
        texts = self.typed.getlist(name)
        parts = (part.strip() for text in texts for part in re.split(r"[,;\n]", text))
        return tuple(dict.fromkeys(part for part in parts if part))

    @property
    def seen(self) -> int:
        """The version of the record that was seen when the form was opened; what is no version was never seen."""
        return self.version("seen")

    def version(self, name: str) -> int:
        """Read a version of a record; what is none is of a record that was never seen."""
        return plain_number(self.typed.get(name, "")) or NEVER_SEEN


def whole_number(text: str, least: int, most: int) -> int:
    """Read a whole number within limits; refuse anything else as ``NumberNotUnderstood``."""
    number = plain_number(text)
    if number is None or not least <= number <= most:
        raise NumberNotUnderstood(written=text, least=str(least), most=str(most))
    return number


def plain_number(text: str) -> int | None:
    """Return the number that a few digits are; ``None`` for anything else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST
    return int(text) if is_number else None

"""How long nobody has spoken with a customer: the days since the last contact in which both sides spoke (K15).

A contact in which only one side spoke breaks no silence. A customer with no such contact on record has never been
spoken with as far as anybody knows: that is a silence too, of unknown length, and never counted as nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ALARM_DAYS = 45


@dataclass(frozen=True, slots=True)
class Spoke:
    """A contact as silence sees it: the day, whether both sides spoke, and the row it is."""

    day: date
    is_two_way: bool
    table: str = "contacts"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """How long it is since both sides spoke; ``days`` is ``None`` when they never did as far as is known."""

    last: Spoke | None
    days: int | None
    tried_on: date | None

    @property
    def is_alarming(self) -> bool:
        """Whether somebody should call: longer than ``ALARM_DAYS``, or never."""
        return self.days is None or self.days > ALARM_DAYS


def silence_on(on: date, contacts: Iterable[Spoke]) -> Silence:
    """Return how long the silence is on a day; what lies after the day says nothing about it.

    ``tried_on`` is when one side last spoke, where that was later.
    """
    until = sorted((one for one in contacts if one.day <= on), key=lambda one: one.day)
    both = [one for one in until if one.is_two_way]
    last = both[-1] if both else None
    tried = until[-1].day if until and not until[-1].is_two_way else None
    return Silence(last, None if last is None else (on - last.day).days, tried)

"""The month, the grain of the relational picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from domestique.quantities.errors import MonthNotUnderstood, YearOutOfReach

FIRST_YEAR, LAST_YEAR = 1900, 2999
_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})")


def insist_on_year(year: int, written: str) -> None:
    """Refuse what was written with a year beyond those anybody means: ``YearOutOfReach``."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfReach(written=written.strip(), first=str(FIRST_YEAR), last=str(LAST_YEAR))


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written ``2026-10``; months are ordered by time."""

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse what is no month, such as month 13: ``MonthNotUnderstood``."""
        if not (1 <= self.month <= 12 and MINYEAR <= self.year <= MAXYEAR):
            raise MonthNotUnderstood(written=str(self))

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2026-10``; anything else is refused: ``MonthNotUnderstood``, ``YearOutOfReach``."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise MonthNotUnderstood(written=text)
        month = cls(int(match[1]), int(match[2]))
        insist_on_year(month.year, text)
        return month

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        """Return the month as it is written: ``2026-10``."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def first_day_after(self) -> date:
        """The first day that no longer belongs to the month."""
        return self.next.first_day

    @property
    def next(self) -> Month:
        """The month after this one."""
        year, month = divmod(self.year * 12 + self.month, 12)
        return Month(year, month + 1)

    @property
    def previous(self) -> Month:
        """The month before this one."""
        year, month = divmod(self.year * 12 + self.month - 2, 12)
        return Month(year, month + 1)


def months_from_to(first: Month, last: Month) -> Iterator[Month]:
    """Yield the months from the first to the last, both included; none if the last is earlier."""
    while first <= last:
        yield first
        first = first.next

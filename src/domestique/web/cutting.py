"""The first rows of a table that stands among others, and a link to all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import HttpRequest

Item = TypeVar("Item")
FIRST_ROWS = 20
ALL = "all"


@dataclass(frozen=True, slots=True)
class Cut(Generic[Item]):
    """The rows that are shown, how many there are in all, and where all of them are."""

    items: Sequence[Item]
    total: int
    all_url: str

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return len(self.items) < self.total


def cut_of(request: HttpRequest, rows: Sequence[Item], table: str) -> Cut[Item]:
    """Cut a table, the gravest rows first, after twenty rows; ``?all=`` with its id shows every row."""
    asked: Any = request.GET.copy()
    is_whole = table in asked.getlist(ALL)
    asked[ALL] = table
    shown = rows if is_whole else rows[:FIRST_ROWS]
    return Cut(shown, len(rows), f"?{asked.urlencode()}#{table}")

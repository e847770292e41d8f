"""A long list, fifty rows a page unless another number is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

Item = TypeVar("Item")
Rows: TypeAlias = "QuerySet[Any, Item] | Sequence[Item]"
ROWS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list; ``start_index`` and ``end_index`` count from 1."""

    items: list[Item]
    number: int
    total: int
    previous_url: str
    next_url: str
    rows_a_page: int = ROWS_A_PAGE

    @property
    def has_previous(self) -> bool:
        """Whether there are rows before these."""
        return self.number > 1

    @property
    def has_next(self) -> bool:
        """Whether there are rows after these."""
        return self.number * self.rows_a_page < self.total

    @property
    def has_other_pages(self) -> bool:
        """Whether these are not all rows."""
        return self.has_previous or self.has_next

    @property
    def start_index(self) -> int:
        """The place of the first row in the whole list."""
        return (self.number - 1) * self.rows_a_page + 1

    @property
    def end_index(self) -> int:
        """The place of the last row in the whole list."""
        return self.start_index + len(self.items) - 1


def page_of(
    request: HttpRequest, rows: Rows[Item], number: int, rows_a_page: int = ROWS_A_PAGE
) -> Page[Item]:
    """Cut one page out of a list, of a query in two queries; a page past the end is the last one."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    number = max(1, min(number, -(-total // rows_a_page)))
    start = (number - 1) * rows_a_page
    return Page(
        list(rows[start : start + rows_a_page]),
        number,
        total,
        _address(request, number - 1),
        _address(request, number + 1),
        rows_a_page,
    )


def _address(request: HttpRequest, number: int) -> str:
    asked: Any = request.GET.copy()
    asked["page"] = number
    return f"?{asked.urlencode()}"

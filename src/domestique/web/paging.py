"""A long list, fifty rows a page unless another number is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, TypeVar

from django.core import paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from domestique.quantities.errors import Refusal
from domestique.web.asking import asked_number, understood

Item = TypeVar("Item")
Rows: TypeAlias = "QuerySet[Any, Item] | Sequence[Item]"
ROWS_A_PAGE = 50


class Page(paginator.Page[Item]):
    """One page of a list, with the addresses of the pages beside it; ``refusal`` says why it is not the one asked for."""

    refusal: Refusal | None = None

    def __init__(
        self,
        items: list[Item],
        number: int,
        pages: paginator.Paginator[Item],
        address: Callable[[int], str],
    ) -> None:
        """Take the rows of this page; ``address`` makes that of another by its number."""
        super().__init__(items, number, pages)
        self.items = items
        self.total = pages.count
        self.previous_url, self.next_url = address(number - 1), address(number + 1)

    def __bool__(self) -> bool:
        """Whether there is a page: one without rows is one too."""
        return True


def page_of(
    request: HttpRequest,
    rows: Rows[Item],
    number: int | None = None,
    rows_a_page: int = ROWS_A_PAGE,
    address: Callable[[int], str] | None = None,
) -> Page[Item]:
    """Cut the page asked for out of a list, of a query in two queries; a page past the end is the last one.

    Refuses what is no number of a page.
    """

    def turn(to: int) -> str:
        return address_with(request, page=str(to))

    number = number or asked_number(request, "page", 1)
    pages = paginator.Paginator(rows, rows_a_page)
    number = max(1, min(number, pages.num_pages))
    items = list(pages.page(number))
    return Page(items, number, pages, address or turn)


def page_asked(
    request: HttpRequest, rows: Rows[Item], rows_a_page: int = ROWS_A_PAGE
) -> Page[Item]:
    """Cut out the page an address asks for; where its number is not understood, the first one, with the refusal."""
    number, refusal = understood(lambda: asked_number(request, "page", 1), 1)
    page = page_of(request, rows, number, rows_a_page)
    page.refusal = refusal
    return page


def address_with(request: HttpRequest, **changes: str) -> str:
    """Return the query of a page with some values changed, an empty one taken away; the page begins anew at 1."""
    asked = request.GET.copy()
    asked.pop("page", None)
    for name, value in changes.items():
        asked.pop(name, None)
        if value:
            asked[name] = value
    return f"?{asked.urlencode()}"

"""Which ability a page needs: said at its view, asked at the entrance and of every link.

A view that does not say is open to nobody but the keeper, and the check of all routes finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

from django.urls import URLPattern, URLResolver, get_resolver
from django.views.generic import RedirectView

from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

Permit: TypeAlias = "Ability | str"
View = TypeVar("View", bound=Callable[..., Any])
Route: TypeAlias = "URLPattern | URLResolver"

WITHOUT_LOG_IN = "without log-in"
"""Open before anybody has said who she is."""
ANY_PERSON = "any person"
"""Open to everybody who has."""


def permit(needed: Permit) -> Callable[[View], View]:
    """Say at a view what it needs; whose customers somebody finds behind it is asked by the entrance and the query."""

    def mark(view: View) -> View:
        vars(view)["permit"] = needed
        return view

    return mark


def permit_of(view: object) -> Permit | None:
    """Return what a view says it needs."""
    found: Permit | None = getattr(view, "permit", None)
    return found


def leads_on(view: object) -> bool:
    """Whether a view only leads to another address, which is asked again."""
    return getattr(view, "view_class", None) is RedirectView


@cache
def routes() -> Mapping[str, URLPattern]:
    """Return every route that has a name."""
    return {one.name: one for one in patterns_of(get_resolver().url_patterns) if one.name}


def patterns_of(patterns: Iterable[Route]) -> Iterator[URLPattern]:
    """Yield the routes in a list of addresses and in what it includes."""
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from patterns_of(one.url_patterns)


def may_open(viewer: Viewer, route: str) -> bool:
    """Whether a viewer may open a route at all; whose customers she finds there is asked by the page."""
    found = routes().get(route)
    needed = permit_of(found.callback) if found else None
    if needed in (WITHOUT_LOG_IN, ANY_PERSON) or viewer.abilities is None:
        return True
    return needed is not None and viewer.may(Ability(needed))

"""Which routes there are, and whether somebody may open one: asked of every link. Its permit stands at its view."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver
from django.views.generic import RedirectView

from domestique.access.permits import ANY_PERSON, WITHOUT_LOG_IN, permit_of
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

Route: TypeAlias = "URLPattern | URLResolver"


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


@register
def every_route_has_its_permit(**_: object) -> list[CheckMessage]:
    """Find routes whose view does not say who may open it, before anybody is served."""
    return [
        Error(
            f"The view of {route.pattern} does not say who may open it.",
            hint="Put @at(…) of domestique.web.routes above it.",
            id="domestique.E001",
        )
        for route in patterns_of(get_resolver().url_patterns)
        if permit_of(route.callback) is None and not leads_on(route.callback)
    ]

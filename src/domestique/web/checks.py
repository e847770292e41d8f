"""What is held against the addresses before anybody is served."""

from __future__ import annotations

from django.core.checks import CheckMessage, Error, register
from django.urls import get_resolver

from domestique.access.permits import permit_of
from domestique.web.permits import leads_on, patterns_of


@register
def every_route_has_its_permit(**_: object) -> list[CheckMessage]:
    """Find routes whose view does not say who may open it."""
    return [
        Error(
            f"The view of {route.pattern} does not say who may open it.",
            hint="Put @at(…) of domestique.web.routes above it.",
            id="domestique.E001",
        )
        for route in patterns_of(get_resolver().url_patterns)
        if permit_of(route.callback) is None and not leads_on(route.callback)
    ]

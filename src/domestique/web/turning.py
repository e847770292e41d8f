"""The same page asked for a little differently: turned, filtered, further on."""

from __future__ import annotations

from django.http import HttpRequest


def address_with(request: HttpRequest, **changes: str) -> str:
    """Return the query of a page with some values changed, an empty one taken away; the page begins anew at 1."""
    asked = request.GET.copy()
    asked.pop("page", None)
    for name, value in changes.items():
        asked.pop(name, None)
        if value:
            asked[name] = value
    return f"?{asked.urlencode()}"

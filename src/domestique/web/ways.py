"""Links for the reader: one that leads where she may not go is shown as words, so that no page ends at a shut door."""

import re
from functools import lru_cache
from html import unescape
from re import Match

from django.http import HttpResponse
from django.urls import Resolver404, resolve

from domestique.records.viewer import Viewer
from domestique.web.addressed import customer_named
from domestique.web.permits import may_open

_LINK = re.compile(r'<a\b([^>]*?)\shref="(/[^"#?]*)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_BUTTON = re.compile(r'class="[^"]*\bbutton\b')


def without_dead_ends(response: HttpResponse, viewer: Viewer) -> HttpResponse:
    """Turn the links of a page that this reader may not follow into their words; a button among them goes."""
    kind = response.headers.get("Content-Type", "")
    if viewer.abilities is None or response.streaming or not kind.startswith("text/html"):
        return response

    def as_she_may(found: Match[str]) -> str:
        before, path, _, after, words = found.groups()
        if leads_somewhere(viewer, unescape(path)):
            return found[0]
        return "" if _BUTTON.search(before + after) else f"<span>{words}</span>"

    response.content = _LINK.sub(as_she_may, response.content.decode())
    return response


def leads_somewhere(viewer: Viewer, path: str) -> bool:
    """Whether a viewer may open the page at an address of ours; files beside the pages are everybody's."""
    route, customer = _place(path)
    if route is None:
        return True
    is_hers = customer is None or viewer.may_see_customer(customer)
    return is_hers and may_open(viewer, route)


@lru_cache(maxsize=8192)
def _place(path: str) -> tuple[str | None, str | None]:
    """Return the route an address has and the customer whose page it is."""
    try:
        found = resolve(path)
    except Resolver404:
        return None, None
    return found.url_name, customer_named(found)

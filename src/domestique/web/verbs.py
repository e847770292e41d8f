"""A verb on a page: sent by a form, done once, and led back to its page; what is refused is said on the same page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.records.viewer import Viewer
from domestique.web.asking import DayNotUnderstood, today

Doing = Callable[[Viewer, QueryDict, str], str]
"""Does the verb with what was typed, on a record by its id, and returns the address to go on to."""
Showing = Callable[[HttpRequest, str, Refusal], HttpResponse]
"""Shows the record's page again with the sentence of a refusal."""


def verb(doing: Doing, showing: Showing, back: Callable[[str], str]) -> Callable[..., HttpResponse]:
    """Make the view of a verb; who merely reads its address is led back to the page."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, record_id: str = "") -> HttpResponse:
        if request.method != "POST":
            return redirect(back(record_id))
        try:
            return redirect(doing(present_viewer(), request.POST, record_id))
        except Refusal as refusal:
            return showing(request, record_id, refusal)

    return view


def day_of(viewer: Viewer) -> date:
    """Return the day a verb is done on: the organisation's own if it fixes one, else the calendar's."""
    return today_of(organisation_of(viewer), today())


def typed_day(typed: QueryDict, name: str) -> date | None:
    """Read a day that was typed, if one was; refuses ``DayNotUnderstood``."""
    text = typed.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayNotUnderstood(written=text) from None

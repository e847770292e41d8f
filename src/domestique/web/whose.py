"""Whose picture it is, and on which day: the organisation, asked for once a request however many parts of a page want it."""

from datetime import date

from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.parties.models import Organisation
from domestique.parties.queries import organisation_of, today_of
from domestique.web.asking import today

KEPT = "domestique.organisation"


def organisation_asked(request: HttpRequest) -> Organisation:
    """Return the organisation of a request."""
    kept: Organisation | None = request.META.get(KEPT)
    if kept is None:
        kept = request.META[KEPT] = organisation_of(present_viewer())
    return kept


def day_of(request: HttpRequest) -> date:
    """Return the day everything is done on: the organisation's own if it fixes one, else the calendar's."""
    return today_of(organisation_asked(request), today())

"""Whose picture it is: the organisation, asked for once a request however many parts of a page want it."""

from __future__ import annotations

from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.parties.models import Organisation
from domestique.parties.queries import organisation_of

KEPT = "domestique.organisation"


def organisation_asked(request: HttpRequest) -> Organisation:
    """Return the organisation of a request."""
    kept: Organisation | None = request.META.get(KEPT)
    if kept is None:
        kept = request.META[KEPT] = organisation_of(present_viewer())
    return kept

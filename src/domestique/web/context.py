"""What every page knows: where it stands among the rooms, and whose picture it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from domestique.access.viewers import local_user
from domestique.parties.models import Organisation
from domestique.parties.queries import organisation_of
from domestique.quantities.sentence import Sentence, say

ROOMS = (
    ("today", say("Today")),
    ("customers", say("Customers")),
    ("services", say("Services")),
    ("promises", say("Promises")),
    ("money", say("Money")),
    ("restoration", say("Restoration")),
    ("findings", say("Findings")),
)
MORE_ROOMS = (
    ("steering", say("Steering group")),
    ("portfolio", say("Portfolio")),
    ("catalogue", say("Catalogue")),
    ("levels", say("Levels of a month")),
    ("matrix", say("Matrix")),
    ("tables", say("Lists")),
    ("import", say("Import")),
    ("parts", say("Parts")),
)
KEPT = "domestique.organisation"


@dataclass(frozen=True, slots=True)
class Room:
    """A place in the bar at the top."""

    url: str
    name: Sentence
    is_current: bool


def page_context(request: HttpRequest) -> dict[str, object]:
    """Return the rooms with the current one marked, and the organisation, fetched only if shown."""
    more = [_room(name, label, request.path) for name, label in MORE_ROOMS]
    return {
        "rooms": [_room(name, label, request.path) for name, label in ROOMS],
        "more_rooms": more,
        "is_in_more": any(room.is_current for room in more),
        "organisation": SimpleLazyObject(partial(_organisation, request)),
    }


def _room(name: str, label: Sentence, path: str) -> Room:
    url = reverse(name)
    return Room(url, label, path == url or (url != "/" and path.startswith(url)))


def _organisation(request: HttpRequest) -> Organisation:
    """Return the organisation, asked for once a request however many parts of the page want it."""
    kept: Organisation | None = request.META.get(KEPT)
    if kept is None:
        kept = request.META[KEPT] = organisation_of(local_user())
    return kept

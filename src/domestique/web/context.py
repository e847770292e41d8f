"""What every page knows: where it stands among the rooms, and whose picture it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from domestique.access.viewers import present_viewer
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.telling.scope import scope_of
from domestique.web.entrance import acting_as, home_of, is_with_accounts, name_of_herself
from domestique.web.permits import may_open
from domestique.web.whose import organisation_asked

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
    (
        say("With customers"),
        (
            ("right-person", say("Who do I talk to?")),
            ("inbox", say("Inbox")),
            ("needs", say("Needs")),
            ("meetings", say("Meetings")),
            ("contacts", say("Contacts")),
            ("promised", say("What we promised")),
            ("complaints", say("Complaints")),
            ("alternatives", say("Alternatives")),
            ("bad-day", say("A bad day")),
        ),
    ),
    (
        say("Deciding and improving"),
        (
            ("steering", say("Steering group")),
            ("escalations", say("Escalations")),
            ("roles", say("Roles")),
            ("teams", say("Customer teams")),
            ("surveys", say("Surveys")),
            ("improvements", say("Improvements")),
            ("year", say("The year")),
        ),
    ),
    (
        say("What we offer"),
        (
            ("catalogue", say("Catalogue")),
            ("portfolio", say("Portfolio")),
            ("matrix", say("Matrix")),
            ("levels", say("Levels of a month")),
        ),
    ),
    (
        say("Records"),
        (
            ("tables", say("Lists")),
            ("import", say("Import")),
            ("parts", say("Parts")),
        ),
    ),
)
HER_ROOMS = (("own-page", say("My page")), ("bill", say("My bill")))
"""Where a customer goes, who does not look at customers from outside."""
FEW_ROOMS = 5
"""Who has fewer rooms than this sees the first of the others beside them."""


@dataclass(frozen=True, slots=True)
class Room:
    """A place in the bar at the top."""

    url: str
    name: Sentence
    is_current: bool


def page_context(request: HttpRequest) -> dict[str, object]:
    """Return who looks, the rooms she may open with the current one marked; and of which customers the sums are, and the
    organisation, each fetched only if shown."""
    viewer = present_viewer()
    rooms = [*_her_rooms(viewer, request.path), *_rooms(ROOMS, viewer, request.path)]
    more = [(title, [*_rooms(names, viewer, request.path)]) for title, names in MORE_ROOMS]
    free = max(0, FEW_ROOMS - len(rooms))
    beside = [room for _, group in more for room in group][:free]
    left = [(title, [room for room in group if room not in beside]) for title, group in more]
    groups = [(title, group) for title, group in left if group]
    return {
        "viewer": viewer,
        "home": home_of(viewer),
        "acting": acting_as(request),
        "herself": name_of_herself(request),
        "with_accounts": is_with_accounts(),
        "rooms": rooms + beside,
        "more_rooms": groups,
        "is_in_more": any(room.is_current for _, group in groups for room in group),
        "scope": SimpleLazyObject(partial(scope_of, viewer)),
        "organisation": SimpleLazyObject(partial(organisation_asked, request)),
    }


def _rooms(names: tuple[tuple[str, Sentence], ...], viewer: Viewer, path: str) -> Iterator[Room]:
    for name, label in names:
        if may_open(viewer, name):
            url = reverse(name)
            yield Room(url, label, path == url or (url != "/" and path.startswith(url)))


def _her_rooms(viewer: Viewer, path: str) -> Iterator[Room]:
    """Yield the pages about a customer's own business, for her and who acts for her."""
    if viewer.customers and viewer.may(Ability.SEE_OWN) and not viewer.may(Ability.SEE_PICTURE):
        for name, label in HER_ROOMS:
            url = reverse(name, args=[min(viewer.customers)])
            yield Room(url, label, path == url)

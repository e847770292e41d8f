"""Finding anything: the page with the answer, and the same answer as a list while somebody types."""

from functools import cache, partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.search.places import places
from domestique.answers.search.search import LONGEST_QUESTION, Opens, search, search_kind
from domestique.answers.search.searchable import shelves
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, shown, today
from domestique.web.paging import page_asked
from domestique.web.permits import may_open
from domestique.web.routes import at


@at("find/", "find", Ability.SEE_CATALOGUE)
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Show what fits a few letters, eight of each kind; with ``kind``, everything of that kind."""
    question = asked_question(request)
    if "kind" in request.GET:
        return _find_kind(request, question, request.GET["kind"])
    return render(request, "search/search.html", _found(question))


@at("find/as-typed/", "find_as_typed", Ability.SEE_CATALOGUE)
@require_safe
def find_as_typed(request: HttpRequest) -> HttpResponse:
    """Give what fits as a list to choose from, without the page around it."""
    return render(request, "search/choices.html", _found(asked_question(request)))


def asked_question(request: HttpRequest) -> str:
    """Read what is searched for; what is longer than a question is cut."""
    return " ".join(request.GET.get("q", "").split())[:LONGEST_QUESTION]


def _found(question: str) -> dict[str, object]:
    viewer = present_viewer()
    opens = _opens(viewer)
    groups = search(viewer, question, opens, places(viewer, today(), question, opens))
    return {"sought": question, "groups": groups, "total": sum(group.total for group in groups)}


def _opens(viewer: Viewer) -> Opens:
    """Return whether a viewer may open a route, each asked once."""
    return cache(partial(may_open, viewer))


def _find_kind(request: HttpRequest, question: str, name: str) -> HttpResponse:
    viewer = present_viewer()
    opens = _opens(viewer)
    every = {one.kind: one for one in (*places(viewer, today(), question, opens), *shelves(viewer))}
    if name not in every:
        raise NothingHere(
            say(
                "There is no kind “%(kind)s”; there are %(kinds)s.",
                kind=name,
                kinds=", ".join(every),
            )
        )
    shelf = every[name]
    page = page_asked(request, search_kind(viewer, question, shelf, opens))
    context: dict[str, object] = {"sought": question, "name": shelf.called, "kind": name}
    if not page.refusal:
        context |= {"page": page, "lines": page.items}
    return shown(request, "search/kind.html", page.refusal, **context)

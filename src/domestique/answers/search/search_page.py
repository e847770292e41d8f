"""Finding anything: the page with the answer, and the same answer as a list while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.search.found_list import KINDS, found_group, found_line
from domestique.answers.search.search import LONGEST_QUESTION, search, search_kind
from domestique.answers.search.search_entry import Kind
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, asked_number, shown
from domestique.web.paging import page_of


@permit(Ability.SEE_CATALOGUE)
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Show what fits a few letters, eight of each kind; with ``kind``, everything of that kind."""
    question = asked_question(request)
    if "kind" in request.GET:
        return _find_kind(request, question, request.GET["kind"])
    return render(request, "search/search.html", _found(question))


@permit(Ability.SEE_CATALOGUE)
@require_safe
def find_as_typed(request: HttpRequest) -> HttpResponse:
    """Give what fits as a list to choose from, without the page around it."""
    return render(request, "search/choices.html", _found(asked_question(request)))


def asked_question(request: HttpRequest) -> str:
    """Read what is searched for; what is longer than a question is cut."""
    return " ".join(request.GET.get("q", "").split())[:LONGEST_QUESTION]


def _found(question: str) -> dict[str, object]:
    groups = [found_group(group, question) for group in search(present_viewer(), question)]
    total = sum(len(group.lines) + group.rest for group in groups)
    return {"sought": question, "groups": groups, "total": total}


def _find_kind(request: HttpRequest, question: str, name: str) -> HttpResponse:
    if name not in set(Kind):
        raise NothingHere(
            say(
                "There is no kind “%(kind)s”; there are %(kinds)s.",
                kind=name,
                kinds=", ".join(Kind),
            )
        )
    kind = Kind(name)
    context: dict[str, object] = {"sought": question, "name": KINDS[kind], "kind": kind}
    try:
        number = asked_number(request, "page", 1)
    except Refusal as refusal:
        return shown(request, "search/kind.html", refusal, **context)
    page = page_of(request, search_kind(present_viewer(), question, kind), number)
    context |= {"page": page, "lines": [found_line(hit) for hit in page.items]}
    return render(request, "search/kind.html", context)

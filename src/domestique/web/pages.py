"""A page that shows one answer, on the screen and on paper: loaded for who looks, or said not to be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.views.decorators.http import require_safe

from domestique.access.permits import Permit
from domestique.access.viewers import present_viewer
from domestique.quantities.errors import Refusal
from domestique.web.addressed import not_there
from domestique.web.asking import shown, today
from domestique.web.routes import at, routes_of

Found = TypeVar("Found")
View: TypeAlias = Callable[..., HttpResponse]
Load: TypeAlias = Callable[..., "Found | None"]
"""Takes the viewer, what the address names if it names something, the calendar's today, and words asked for, by name."""
More: TypeAlias = Callable[[HttpRequest, Found], Mapping[str, object]]
Place: TypeAlias = tuple[str, str]
"""An address, and the name it is linked by."""
Paper: TypeAlias = "tuple[Callable[[Found], bytes], str]"
"""How it is set, and the name of the file, with a place for what the address names."""


@dataclass(frozen=True, slots=True)
class PageViews:
    """Where one answer is found, on the screen and on paper; ``again`` is for verbs: the page with what they refused."""

    routes: tuple[URLPattern, ...]
    again: View


def page(
    place: Place | None,
    needed: Permit,
    load: Load[Found],
    template: str,
    name: str = "page",
    *,
    asked: Sequence[str] = (),
    more: More[Found] | None = None,
    paper: Paper[Found] | None = None,
    paper_place: Place | None = None,
) -> PageViews:
    """Make the views of what ``load`` returns, under its ``name`` in the template; ``more`` is what stands beside it.

    ``load`` takes by name the words that are ``asked`` for behind an address. The template also has these words, what was
    ``typed`` into a form that was refused, its ``verb``, ``at`` what on the page it was meant, and under the verb what was
    ``sent``. Where ``more`` refuses what is asked for, the page says so without it. The paper is found at the same address
    with ``.pdf``. A page without a place of its own is shown by a verb.
    """
    own = place or paper_place
    parts = own[0].count("<") if own else None

    def again(
        request: HttpRequest, *, refusal: Refusal | None = None, **named: str
    ) -> HttpResponse:
        """Show the page, with why something was refused if something was."""
        words = {one: request.GET.get(one, "").strip() for one in asked}
        verb, typed = named.pop("verb", ""), request.POST
        ids = list(named.values())
        found = loaded(request, load, *ids[:parts], **words)
        context = {**words, name: found, "typed": typed, "verb": verb, "sent": {verb: typed}}
        context["at"] = "".join(ids[len(ids[:parts]) :])
        try:
            context |= more(request, found) if more else {}
        except Refusal as refused:
            refusal = refused
        return shown(request, template, refusal, **context)

    def on_paper(request: HttpRequest, **named: str) -> HttpResponse:
        assert paper is not None  # noqa: S101 - without it there is no such address
        pdf, file = paper
        return printed(pdf(loaded(request, load, *named.values())), file.format(*named.values()))

    if paper and place and not paper_place:
        paper_place = (f"{place[0].removesuffix('/')}.pdf", f"{place[1]}-pdf")
    placed = ((place, again), (paper_place, on_paper))
    return PageViews(
        tuple(
            route
            for where, view in placed
            if where
            for route in routes_of(at(*where, needed)(require_safe(view)))
        ),
        again,
    )


def loaded(request: HttpRequest, load: Load[Found], *named: str, **asked: str) -> Found:
    """Return what is there for who looks; raises ``NothingHere`` in the words of its kind."""
    return there(request, load(present_viewer(), *named, today(), **asked))


def there(request: HttpRequest, found: Found | None) -> Found:
    """Return what was found; raises ``NothingHere`` in the words of its kind if nothing was."""
    if found is None:
        raise not_there(request)
    return found


def printed(pdf: bytes, name: str) -> HttpResponse:
    """Answer with a PDF; what a file name cannot hold becomes a dash."""
    safe = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")
    headers = {"Content-Disposition": f'inline; filename="{safe}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)

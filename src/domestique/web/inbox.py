"""The inbox: what came in, sorted with one key; the desk's own view of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.improvement.actions import (
    add_items,
    answer_item,
    hear_again,
    put_back,
    sort_item,
    tell_item_back,
)
from domestique.improvement.models import InboxItem
from domestique.improvement.queries import inbox_visible_to
from domestique.overview.inbox import ALL_SOURCES, ALL_WAYS, DESK, inbox_page, sorted_rows
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, asked_number, today
from domestique.web.paging import page_of
from domestique.web.sending import as_seen, day_of_viewer, sent

Verb = Callable[[Viewer, InboxItem, QueryDict, date], object]
VERBS: Mapping[str, Verb] = {
    "heard": lambda viewer, item, _typed, _day: hear_again(viewer, item),
    "sort": lambda viewer, item, typed, day: sort_item(
        viewer,
        item,
        typed.get("way", ""),
        on=day,
        answer=typed.get("answer", ""),
        customer_id=typed.get("customer", ""),
    ),
    "put-back": lambda viewer, item, _typed, _day: put_back(viewer, item),
    "answer": lambda viewer, item, typed, day: answer_item(
        viewer, item, typed.get("answer", ""), on=day
    ),
    "told": lambda viewer, item, _typed, day: tell_item_back(viewer, item, on=day),
}


@require_safe
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits to be sorted, then where everything went; ``?source=desk`` is what the desk hears."""
    return _shown(request)


def add_to_inbox(request: HttpRequest) -> HttpResponse:
    """Put one thing, or every line of what was pasted in, into the inbox."""
    if request.method != "POST":
        return redirect("inbox")
    typed = request.POST

    def do() -> HttpResponse:
        add_items(
            present_viewer(),
            typed.get("text", ""),
            source=typed.get("source", ""),
            origin=typed.get("origin", ""),
            on=day_of_viewer(),
            customer_id=typed.get("customer", ""),
            services=[one for one in typed.getlist("service") if one],
        )
        return _back(typed)

    return sent(do, lambda refusal, status: _shown(request, "add", "", refusal, status))


def do_with_item(request: HttpRequest, item_id: str, verb: str) -> HttpResponse:
    """Do something with an item: hear it again, sort it, put it back, answer it, tell it back."""
    viewer = present_viewer()
    item = inbox_visible_to(viewer).filter(pk=item_id).first()
    if item is None or verb not in VERBS:
        raise NothingHere(say("There is nothing %(id)s in the inbox.", id=item_id))
    if request.method != "POST":
        return redirect("inbox")
    typed = request.POST

    def do() -> HttpResponse:
        VERBS[verb](viewer, as_seen(item, typed), typed, day_of_viewer())
        return _back(typed, item.id)

    return sent(do, lambda refusal, status: _shown(request, verb, item_id, refusal, status))


def _back(typed: QueryDict, done: str = "") -> HttpResponse:
    asked = {"source": typed.get("from", ""), "done": done}
    query = urlencode({name: value for name, value in asked.items() if value})
    return redirect(reverse("inbox") + (f"?{query}" if query else ""))


def _shown(
    request: HttpRequest,
    verb: str = "",
    at: str = "",
    refusal: Sentence | None = None,
    status: int = 200,
) -> HttpResponse:
    viewer, day = present_viewer(), day_of_viewer()
    source = request.POST.get("from", "") or request.GET.get("source", "")
    page = inbox_page(viewer, today(), source)
    is_sorted = inbox_visible_to(viewer).exclude(triage="").order_by("-triaged_on", "-id")
    number = 1
    try:
        number = asked_number(request, "page", 1)
    except Refusal as not_a_number:
        refusal, status = not_a_number.sentence, 400
    pages = page_of(request, is_sorted, number)
    done = inbox_visible_to(viewer).filter(pk=request.GET.get("done", ""))
    context = {
        "page": page,
        "pages": pages,
        "rows": () if page.is_desk else sorted_rows(viewer, pages.items, day),
        "done": next(iter(sorted_rows(viewer, list(done), day)), None),
        "ways": ALL_WAYS,
        "sources": ALL_SOURCES,
        "desk": DESK if page.is_desk else "",
        "verb": verb,
        "at": at,
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "inbox/inbox.html", context, status=status)

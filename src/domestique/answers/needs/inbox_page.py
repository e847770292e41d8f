"""The inbox: what came in, sorted with one key; the desk's own view of it."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.needs.inbox import ALL_SOURCES, ALL_WAYS, DESK, inbox_page, sorted_rows
from domestique.improvement import actions
from domestique.improvement.queries import inbox_visible_to
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.web.asking import shown, today
from domestique.web.paging import page_asked
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, to, verb
from domestique.web.whose import day_of

VERBS: Mapping[str, Deed] = {
    "heard": lambda sent: actions.hear_again(sent.viewer, sent.record),
    "sort": lambda sent: actions.sort_item(
        sent.viewer,
        sent.record,
        sent.form.text("way"),
        on=sent.on,
        answer=sent.form.text("answer"),
        customer_id=sent.form.text("customer"),
    ),
    "put-back": lambda sent: actions.put_back(sent.viewer, sent.record),
    "answer": lambda sent: actions.answer_item(
        sent.viewer, sent.record, sent.form.text("answer"), on=sent.on
    ),
    "told": lambda sent: actions.tell_item_back(sent.viewer, sent.record, on=sent.on),
}


def _back(sent: Sent, done: str = "") -> str:
    asked = {"source": sent.form.text("from"), "done": done}
    query = urlencode({name: value for name, value in asked.items() if value})
    return reverse("inbox") + (f"?{query}" if query else "")


def _shown(
    request: HttpRequest, item_id: str = "", verb: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    """Show what waits to be sorted, then where everything went; ``?source=desk`` is what the desk hears."""
    viewer, day = present_viewer(), day_of(request)
    source = request.POST.get("from", "") or request.GET.get("source", "")
    page = inbox_page(viewer, today(), source)
    is_sorted = inbox_visible_to(viewer).exclude(triage="").order_by("-triaged_on", "-id")
    pages = page_asked(request, is_sorted)
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
        "at": item_id,
        "typed": request.POST,
    }
    return shown(request, "inbox/inbox.html", refusal or pages.refusal, **context)


show_inbox = at("inbox/", "inbox", Ability.NOTE)(require_safe(_shown))


@at("inbox/add/", "inbox-add", Ability.NOTE)
@verb(partial(_shown, verb="add"), to("inbox"))
def add_to_inbox(sent: Sent) -> str:
    """Put one thing, or every line of what was pasted in, into the inbox."""
    actions.add_items(
        sent.viewer,
        sent.form.text("text"),
        source=sent.form.text("source"),
        origin=sent.form.text("origin"),
        on=sent.on,
        customer_id=sent.form.text("customer"),
        services=sent.form.filled("service"),
    )
    return _back(sent)


@at("inbox/<inbox:item_id>/<slug:verb>/", "inbox-do", Ability.NOTE)
@verb(_shown, to("inbox"))
def do_with_item(sent: Sent) -> str:
    """Do something with an item: hear it again, sort it, put it back, answer it, tell it back."""
    one_of(VERBS)(sent)
    return _back(sent, sent.id)

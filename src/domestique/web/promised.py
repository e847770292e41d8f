"""The ledger of promises: kept with one press, taken back with a reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.ledger import ledger
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.relations.contact_actions import keep_promise, take_back
from domestique.relations.meeting_queries import promises_visible_to
from domestique.relations.models import Promise
from domestique.web.asking import NothingHere, refused, today
from domestique.web.sent import as_seen, sent_text


@require_safe
def list_promises(request: HttpRequest) -> HttpResponse:
    """Show every open promise, overdue first."""
    return render(request, "promised/promised.html", {"page": ledger(present_viewer(), today())})


def keep(request: HttpRequest, promise_id: str) -> HttpResponse:
    """Say that a promise is kept."""
    viewer = present_viewer()
    promise = _promise(viewer, promise_id)
    if request.method == "POST":
        day = today_of(organisation_of(viewer), today())
        try:
            keep_promise(viewer, as_seen(promise, request.POST), today=day)
        except Refusal as refusal:
            return _refused(request, viewer, refusal)
    return redirect("promised")


def withdraw(request: HttpRequest, promise_id: str) -> HttpResponse:
    """Take a promise back, with the reason."""
    viewer = present_viewer()
    promise = _promise(viewer, promise_id)
    if request.method == "POST":
        day, reason = today_of(organisation_of(viewer), today()), sent_text(request.POST, "reason")
        try:
            take_back(viewer, as_seen(promise, request.POST), reason=reason, today=day)
        except Refusal as refusal:
            return _refused(request, viewer, refusal, wrong=promise_id, reason=reason)
    return redirect("promised")


def _promise(viewer: Viewer, promise_id: str) -> Promise:
    promise = promises_visible_to(viewer).filter(pk=promise_id).first()
    if promise is None:
        raise NothingHere(say("There is no promise %(id)s.", id=promise_id))
    return promise


def _refused(
    request: HttpRequest, viewer: Viewer, refusal: Refusal, **typed: object
) -> HttpResponse:
    page = ledger(viewer, today())
    return refused(request, "promised/promised.html", refusal, page=page, **typed)

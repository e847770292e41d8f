"""A bad day in the corridor: whom to call, in which order, what to say; and the call logged where it was made."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.overview.bad_day import BadDay, bad_day, choosable, failure_of, failures
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.relations.contact_actions import FACES, Note, log_contact
from domestique.web.asking import refused, today
from domestique.web.sent import sent_names, sent_text

TEMPLATE = "bad_day/bad_day.html"


class OutageNotThere(Refusal):
    """An outage that is not there."""

    text = say("There is no outage “%(id)s”; choose one below.")


class LostServiceNotThere(Refusal):
    """A service that is not there, so it cannot be lost."""

    text = say("There is no service “%(id)s”; choose one below.")


@require_http_methods(["GET", "HEAD", "POST"])
def show_bad_day(request: HttpRequest) -> HttpResponse:
    """Show what may have failed, or whom it hits; log a call that was made."""
    viewer = present_viewer()
    outage, service = (request.GET.get(name, "").strip() for name in ("outage", "service"))
    context: dict[str, object] = {
        "failures": failures(viewer),
        "choosable": choosable(viewer),
        "faces": FACES,
        "asked": {"outage": outage, "service": service},
    }
    try:
        page = _asked(viewer, outage, service)
    except Refusal as refusal:
        return refused(request, TEMPLATE, refusal, **context)
    context["page"] = page
    if request.method == "POST" and page:
        try:
            _log(request, viewer, page)
        except Refusal as refusal:
            return refused(request, TEMPLATE, refusal, typed=request.POST, **context)
        called = request.POST.get("customer", "")
        return redirect(f"{request.get_full_path()}#call-{called}")
    return render(request, TEMPLATE, context)


def _asked(viewer: Viewer, outage: str, service: str) -> BadDay | None:
    if not (outage or service):
        return None
    failure = failure_of(viewer, outage) if outage else None
    if outage and failure is None:
        raise OutageNotThere(id=outage)
    lost = failure.service if failure else service
    page = bad_day(viewer, lost, today(), failure)
    if page is None:
        raise LostServiceNotThere(id=lost)
    return page


def _log(request: HttpRequest, viewer: Viewer, page: BadDay) -> None:
    sent = request.POST
    note = Note(
        customer=sent_text(sent, "customer"),
        gist=sent_text(sent, "gist"),
        with_whom=sent_names(sent, "with_whom"),
        face=sent_text(sent, "face"),
        outage=page.failure.id if page.failure else "",
    )
    log_contact(viewer, note, today=today_of(organisation_of(viewer), today()))

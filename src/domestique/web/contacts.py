"""The ten-second log: who spoke with whom, what follows, and what was promised, in one save."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.spoken import CHANNELS, Asked, people_of, timeline_of
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.relations.contact_actions import FACES, Note, follow_up_done, log_contact
from domestique.relations.meeting_queries import contacts_visible_to
from domestique.relations.queries import needs_visible_to
from domestique.web.asking import NothingHere, asked_number, refused, today
from domestique.web.paging import page_of
from domestique.web.sent import as_seen, back_to, sent_day, sent_names, sent_text

KEPT_FIELDS = (
    "customer",
    "need",
    "outage",
    "gist",
    "channel",
    "face",
    "with_whom",
    "follow_up",
    "follow_up_on",
    "date",
    "one_way",
    "promise",
    "promise_due_on",
    "next",
)


@require_safe
def list_contacts(request: HttpRequest) -> HttpResponse:
    """Show who spoke with whom, newest first: of all, of a customer, a need or a person."""
    asked = Asked(*(request.GET.get(name, "").strip() for name in ("customer", "need", "person")))
    viewer = present_viewer()
    if asked.customer and not customers_visible_to(viewer).filter(pk=asked.customer).exists():
        raise NothingHere(say("There is no customer %(id)s.", id=asked.customer))
    page = timeline_of(viewer, today(), asked)
    context: dict[str, object] = {"page": page}
    try:
        context["part"] = page_of(request, page.moments, asked_number(request, "page", 1))
    except Refusal as refusal:
        return refused(request, "contacts/contacts.html", refusal, **context)
    return render(request, "contacts/contacts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_contact(request: HttpRequest) -> HttpResponse:
    """Show the short form, or log what was typed in it; a promise goes into the same save."""
    viewer = present_viewer()
    if request.method != "POST":
        return render(request, "contacts/new.html", contact_form(viewer, request.GET))
    day = today_of(organisation_of(viewer), today())
    try:
        contact = log_contact(viewer, _note(request.POST), today=day)
    except Refusal as refusal:
        return refused(request, "contacts/new.html", refusal, **contact_form(viewer, request.POST))
    return redirect(back_to(request, reverse("relationship", args=[contact.customer_id])))


def contact_form(viewer: Viewer, typed: QueryDict, customer_id: str = "") -> dict[str, object]:
    """Return what the short form shows: what was typed, and whom one may have spoken with."""
    values = {name: typed.get(name, "") for name in KEPT_FIELDS}
    values["customer"] = customer_id or values["customer"]
    ticked = typed.getlist("with_whom")
    people = people_of(viewer, values["customer"]) if values["customer"] else ()
    return {
        "typed": values,
        "ticked": ticked,
        "others": "; ".join(name for name in ticked if name and name not in people),
        "people": people,
        "faces": FACES,
        "channels": CHANNELS.items(),
        "customers": customers_visible_to(viewer),
        "needs": needs_visible_to(viewer).filter(customer_id=values["customer"]),
    }


def _note(sent: QueryDict) -> Note:
    return Note(
        customer=sent_text(sent, "customer"),
        gist=sent_text(sent, "gist"),
        with_whom=sent_names(sent, "with_whom"),
        day=sent_day(sent, "date"),
        channel=sent_text(sent, "channel"),
        face=sent_text(sent, "face"),
        is_two_way="one_way" not in sent,
        need=sent_text(sent, "need"),
        outage=sent_text(sent, "outage"),
        follow_up=sent_text(sent, "follow_up"),
        follow_up_on=sent_day(sent, "follow_up_on"),
        promise=sent_text(sent, "promise"),
        promise_due_on=sent_day(sent, "promise_due_on"),
    )


def tick_follow_up(request: HttpRequest, contact_id: str) -> HttpResponse:
    """Say that what was to follow a contact is done."""
    viewer = present_viewer()
    contact = contacts_visible_to(viewer).filter(pk=contact_id).first()
    if contact is None:
        raise NothingHere(say("There is no contact %(id)s.", id=contact_id))
    if request.method == "POST":
        try:
            follow_up_done(
                viewer,
                as_seen(contact, request.POST),
                today=today_of(organisation_of(viewer), today()),
            )
        except Refusal as refusal:
            asked = Asked(customer=contact.customer_id)
            page = timeline_of(viewer, today(), asked)
            part = page_of(request, page.moments, 1)
            return refused(request, "contacts/contacts.html", refusal, page=page, part=part)
    return redirect(back_to(request, reverse("contacts")))

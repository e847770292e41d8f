"""The ten-second log: who spoke with whom, what follows, and what was promised, in one save."""

from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from domestique.access.viewers import present_viewer
from domestique.answers.meetings import who_spoke
from domestique.parties.queries import customers_visible_to
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations.meetings.contact_actions import FACES, Note, follow_up_done, log_contact
from domestique.relations.meetings.queries import contacts_visible_to
from domestique.relations.queries import needs_visible_to
from domestique.web.asking import NothingHere, shown, today
from domestique.web.form import Form
from domestique.web.pages import page
from domestique.web.paging import page_of
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb


def _timeline(viewer: Viewer, clock: date, **asked: str) -> who_spoke.Timeline:
    customer = asked["customer"]
    if customer and not customers_visible_to(viewer).filter(pk=customer).exists():
        raise NothingHere(say("There is no customer %(id)s.", id=customer))
    return who_spoke.timeline_of(viewer, clock, who_spoke.TimelineOf(**asked))


CONTACTS = page(
    ("contacts/", "contacts"),
    Ability.SEE_PICTURE,
    _timeline,
    "contacts/contacts.html",
    asked=("customer", "need", "person"),
    more=lambda request, found: {"part": page_of(request, found.moments)},
)


def contact_form(viewer: Viewer, typed: QueryDict, customer_id: str = "") -> dict[str, object]:
    """Return what the short form shows: what was typed, and whom one may have spoken with."""
    customer = customer_id or typed.get("customer", "")
    return whom_to_name(viewer, typed, "with_whom", customer) | {
        "faces": FACES,
        "channels": who_spoke.CHANNELS.items(),
        "needs": needs_visible_to(viewer).filter(customer_id=customer),
    }


def whom_to_name(viewer: Viewer, typed: QueryDict, field: str, customer: str) -> dict[str, object]:
    """Return what was typed about a customer, her people to tick in a field, and who else was named in it."""
    values, ticked = typed.copy(), typed.getlist(field)
    values["customer"] = customer
    people = who_spoke.people_of(viewer, customer) if customer else ()
    return {
        "typed": values,
        "ticked": ticked,
        "others": "; ".join(name for name in ticked if name and name not in people),
        "people": people,
        "customers": customers_visible_to(viewer),
    }


def _form(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    typed = request.POST if request.method == "POST" else request.GET
    return shown(request, "contacts/new.html", refusal, **contact_form(present_viewer(), typed))


@at("contacts/new/", "new-contact", Ability.WORK_WITH_CUSTOMERS)
@verb(_form)
def new_contact(sent: Sent) -> str:
    """Log what was typed in the short form; a promise goes into the same save."""
    contact = log_contact(sent.viewer, _note(sent.form), today=sent.on)
    return reverse("relationship", args=[contact.customer_id])


def _note(form: Form) -> Note:
    return Note(
        customer=form.text("customer"),
        gist=form.text("gist"),
        with_whom=form.names("with_whom"),
        day=form.day("date"),
        channel=form.text("channel"),
        face=form.text("face"),
        is_two_way="one_way" not in form.typed,
        need=form.text("need"),
        outage=form.text("outage"),
        follow_up=form.text("follow_up"),
        follow_up_on=form.day("follow_up_on"),
        promise=form.text("promise"),
        promise_due_on=form.day("promise_due_on"),
    )


def _of_contact(
    request: HttpRequest, contact_id: str, refusal: Refusal | None = None
) -> HttpResponse:
    viewer = present_viewer()
    contact = contacts_visible_to(viewer).get(pk=contact_id)
    found = who_spoke.timeline_of(
        viewer, today(), who_spoke.TimelineOf(customer=contact.customer_id)
    )
    part = page_of(request, found.moments, 1)
    return shown(request, "contacts/contacts.html", refusal, page=found, part=part)


@at("contacts/<contact:contact_id>/followed-up/", "followed-up", Ability.WORK_WITH_CUSTOMERS)
@verb(_of_contact, to("contacts"))
def tick_follow_up(sent: Sent) -> None:
    """Say that what was to follow a contact is done."""
    follow_up_done(sent.viewer, sent.record, today=sent.on)

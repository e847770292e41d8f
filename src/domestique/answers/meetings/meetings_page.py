"""Meetings: the list, planning one, and one meeting with its agenda or canvas, minutes and mood."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from domestique.access.permits import ANY_PERSON
from domestique.access.viewers import present_viewer
from domestique.answers.meetings.contacts_page import whom_to_name
from domestique.answers.meetings.meeting_lines import MOODS
from domestique.answers.meetings.meeting_pack import Pack, meeting_pack
from domestique.answers.meetings.meeting_pack_paper import meeting_pack_pdf
from domestique.answers.meetings.meetings import meetings_page
from domestique.answers.meetings.who_spoke import KINDS
from domestique.parties.queries import customer_visible_to
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.relations.meetings import actions
from domestique.relations.meetings.queries import contacts_visible_to, items_visible_to
from domestique.relations.queries import needs_visible_to
from domestique.web.addressed import record_named
from domestique.web.asking import NothingHere, shown
from domestique.web.form import Form, whole_number
from domestique.web.pages import page
from domestique.web.permits import may_open
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb

LONGEST_MEETING = 24 * 60


MEETINGS = page(
    ("meetings/", "meetings"),
    Ability.SEE_PICTURE,
    meetings_page,
    "meetings/meetings.html",
    asked=("customer",),
)


def _plan_form(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    typed = request.POST if request.method == "POST" else request.GET
    whom = whom_to_name(present_viewer(), typed, "participants", typed.get("customer", ""))
    return shown(request, "meetings/plan.html", refusal, kinds=KINDS.items(), **whom)


@at("meetings/plan/", "plan-meeting", Ability.WORK_WITH_CUSTOMERS)
@verb(_plan_form)
def plan(sent: Sent) -> str:
    """Plan a meeting, and open it."""
    form = sent.form
    meeting = actions.plan_meeting(
        sent.viewer,
        _plan(form),
        customer=form.text("customer"),
        kind=form.text("kind"),
        chair=form.text("chair"),
        participants=form.names("participants"),
        today=sent.on,
        answers=contacts_visible_to(sent.viewer).filter(pk=form.text("answers")).first(),
    )
    return reverse("meeting", args=[meeting.id])


def _plan(form: Form) -> actions.MeetingPlan:
    minutes = whole_number(form.text("minutes_long"), 1, LONGEST_MEETING)
    return actions.MeetingPlan(form.time("day", "time"), minutes, form.text("place"))


def _ask_form(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    customer_id = request.GET.get("customer", "").strip()
    customer = customer_visible_to(present_viewer(), customer_id)
    if customer is None and refusal is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    is_asked = request.method == "POST" and refusal is None
    return shown(request, "meetings/ask.html", refusal, customer=customer, is_asked=is_asked)


@at("meetings/ask/", "ask-for-dialogue", Ability.SEE_OWN)
@verb(_ask_form)
def ask(sent: Sent) -> HttpResponse:
    """Ask for a development dialogue: the second of two clicks."""
    customer_id, wish = sent.request.GET.get("customer", "").strip(), sent.form.text("wish")
    actions.ask_for_dialogue(sent.viewer, customer=customer_id, wish=wish, today=sent.on)
    return _ask_form(sent.request)


def _beside(request: HttpRequest, pack: Pack) -> dict[str, object]:
    meeting = pack.page.line.meeting
    return {
        "page": pack.page,
        "meeting": meeting,
        "typed": request.POST,
        "moods": MOODS.items(),
        "needs": needs_visible_to(present_viewer()).filter(customer_id=meeting.customer_id),
    }


MEETING = page(
    ("meetings/<meeting:meeting_id>/", "meeting"),
    Ability.SEE_PICTURE,
    meeting_pack,
    "meetings/meeting.html",
    "pack",
    more=_beside,
    paper=(meeting_pack_pdf, "pre-read-{}"),
    paper_place=("meetings/<meeting:meeting_id>/pack.pdf", "meeting-pack"),
)


def _show(request: HttpRequest, meeting_id: str, refusal: Refusal | None = None) -> HttpResponse:
    if refusal and not may_open(present_viewer(), "meeting"):  # whose own page asks how it felt
        return shown(request, "refused.html", refusal, sentence=refusal.sentence)
    return MEETING.again(request, meeting_id=meeting_id, refusal=refusal)


of_meeting = verb(_show, to("meeting", "meeting_id"))


@at("meetings/<meeting:meeting_id>/move/", "move-meeting", Ability.WORK_WITH_CUSTOMERS)
@of_meeting
def move(sent: Sent) -> None:
    """Move a meeting."""
    actions.move_meeting(sent.viewer, sent.record, _plan(sent.form), today=sent.on)


@at("meetings/<meeting:meeting_id>/cancel/", "cancel-meeting", Ability.WORK_WITH_CUSTOMERS)
@of_meeting
def cancel(sent: Sent) -> None:
    """Cancel a meeting."""
    actions.cancel_meeting(sent.viewer, sent.record, reason=sent.form.text("reason"), today=sent.on)


@at("meetings/<meeting:meeting_id>/hold/", "hold-meeting", Ability.WORK_WITH_CUSTOMERS)
@of_meeting
def hold(sent: Sent) -> None:
    """Say that a meeting was held, and what came of it."""
    gist, held_on = sent.form.text("gist"), sent.form.day("held_on")
    actions.hold_meeting(sent.viewer, sent.record, gist=gist, held_on=held_on, today=sent.on)


@at("meetings/<meeting:meeting_id>/mood/", "meeting-mood", ANY_PERSON)
@of_meeting
def feel(sent: Sent) -> None:
    """Say how a meeting felt to one side."""
    side, mood = sent.form.text("side"), sent.form.text("mood")
    actions.tell_mood(sent.viewer, sent.record, side=side, mood=mood)


@at("meetings/<meeting:meeting_id>/items/", "meeting-items", Ability.WORK_WITH_CUSTOMERS)
@of_meeting
def put_down(sent: Sent) -> None:
    """Put an item down for a meeting or out of it."""
    form = sent.form
    kind, text, owner, need = (form.text(one) for one in ("kind", "text", "owner", "need"))
    actions.add_item(
        sent.viewer, sent.record, actions.NewItem(kind, text, owner, form.day("due_on"), need)
    )


def _where_shown(sent: Sent) -> str:
    return reverse("meeting", args=[_shown_on(sent.request)])


def _shown_on(request: HttpRequest) -> str:
    """Return the meeting on whose page an item stands: its own, or a later one that still waits for it."""
    item = record_named(request)
    return request.POST.get("shown_on") or str(getattr(item, "meeting_id", ""))


def _show_item(request: HttpRequest, item_id: str, refusal: Refusal | None = None) -> HttpResponse:  # noqa: ARG001 - a view takes it
    return _show(request, _shown_on(request), refusal)


def _own_meeting(named: Mapping[str, str]) -> str:
    item = items_visible_to(present_viewer()).get(pk=named["item_id"])
    return reverse("meeting", args=[item.meeting_id])


of_item = verb(_show_item, _own_meeting)


@at("meetings/items/<item:item_id>/park/", "park-item", Ability.WORK_WITH_CUSTOMERS)
@of_item
def park(sent: Sent) -> str:
    """Park a misplaced item for the meeting it belongs to."""
    actions.park_item(sent.viewer, sent.record, today=sent.on)
    return _where_shown(sent)


@at("meetings/items/<item:item_id>/done/", "finish-action", Ability.WORK_WITH_CUSTOMERS)
@of_item
def finish(sent: Sent) -> str:
    """Say that an action is done."""
    actions.finish_action(sent.viewer, sent.record, today=sent.on)
    return _where_shown(sent)

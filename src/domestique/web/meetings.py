"""Meetings: the list, planning one, and one meeting with its agenda or canvas, minutes and mood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.meeting_lines import MOODS
from domestique.overview.meeting_pack import meeting_pack
from domestique.overview.meetings import meetings_page
from domestique.overview.spoken import KINDS, people_of
from domestique.paper.meeting_pack import meeting_pack_pdf
from domestique.parties.queries import (
    customer_visible_to,
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.relations.meeting_actions import (
    Entry,
    Plan,
    add_item,
    ask_for_dialogue,
    cancel_meeting,
    finish_action,
    hold_meeting,
    move_meeting,
    park_item,
    plan_meeting,
    tell_mood,
)
from domestique.relations.meeting_queries import (
    contacts_visible_to,
    items_visible_to,
    meeting_visible_to,
)
from domestique.relations.models import Meeting, MeetingItem
from domestique.relations.queries import needs_visible_to
from domestique.web.asking import NothingHere, refused, today
from domestique.web.finding_list import findings_seen_by
from domestique.web.permits import may_open
from domestique.web.printed import printed
from domestique.web.sent import (
    as_seen,
    back_to,
    sent_day,
    sent_minutes,
    sent_names,
    sent_text,
    sent_time,
)

PLAN_FIELDS = ("customer", "kind", "day", "time", "minutes_long", "place", "chair", "answers")
Verb: TypeAlias = Callable[[Viewer, Meeting, QueryDict], object]


@require_safe
def list_meetings(request: HttpRequest) -> HttpResponse:
    """Show what is this week, overdue, planned and held; of one customer if asked."""
    page = meetings_page(present_viewer(), today(), request.GET.get("customer", "").strip())
    return render(request, "meetings/meetings.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Show the form of a new meeting, or plan it."""
    viewer = present_viewer()
    if request.method != "POST":
        return render(request, "meetings/plan.html", _plan_form(viewer, request.GET))
    sent = request.POST
    try:
        meeting = plan_meeting(
            viewer,
            _plan(sent),
            customer=sent_text(sent, "customer"),
            kind=sent_text(sent, "kind"),
            chair=sent_text(sent, "chair"),
            participants=sent_names(sent, "participants"),
            today=today_of(organisation_of(viewer), today()),
            answers=contacts_visible_to(viewer).filter(pk=sent_text(sent, "answers")).first(),
        )
    except Refusal as refusal:
        return refused(request, "meetings/plan.html", refusal, **_plan_form(viewer, sent))
    return redirect("meeting", meeting.id)


def _plan(sent: QueryDict) -> Plan:
    return Plan(
        sent_time(sent, "day", "time"), sent_minutes(sent, "minutes_long"), sent_text(sent, "place")
    )


def _plan_form(viewer: Viewer, typed: QueryDict) -> dict[str, object]:
    values = {name: typed.get(name, "") for name in PLAN_FIELDS}
    values["minutes_long"] = values["minutes_long"] or "60"
    ticked = typed.getlist("participants")
    people = people_of(viewer, values["customer"]) if values["customer"] else ()
    return {
        "typed": values,
        "ticked": ticked,
        "others": "; ".join(name for name in ticked if name and name not in people),
        "people": people,
        "kinds": KINDS.items(),
        "customers": customers_visible_to(viewer),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a development dialogue: the second of two clicks."""
    viewer, customer_id = present_viewer(), request.GET.get("customer", "").strip()
    customer = customer_visible_to(viewer, customer_id)
    context: dict[str, object] = {"customer": customer}
    if request.method == "POST":
        try:
            day = today_of(organisation_of(viewer), today())
            wish = sent_text(request.POST, "wish")
            ask_for_dialogue(viewer, customer=customer_id, wish=wish, today=day)
        except Refusal as refusal:
            return refused(request, "meetings/ask.html", refusal, **context)
        context["is_asked"] = True
    elif customer is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return render(request, "meetings/ask.html", context)


@require_safe
def show_meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show one meeting: its agenda or canvas, what came of it, and how it felt."""
    return _show(request, meeting_id)


@require_safe
def print_pack(request: HttpRequest, meeting_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the pre-read of a meeting as a PDF."""
    viewer, clock = present_viewer(), today()
    pack = meeting_pack(viewer, meeting_id, clock, findings_seen_by(viewer, clock))
    if pack is None:
        raise NothingHere(say("There is no meeting %(id)s.", id=meeting_id))
    return printed(meeting_pack_pdf(pack), f"pre-read-{meeting_id}")


def move(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Move a meeting."""
    return _do(
        request,
        meeting_id,
        lambda viewer, meeting, sent: move_meeting(
            viewer, meeting, _plan(sent), today=_day(viewer)
        ),
    )


def cancel(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Cancel a meeting."""
    return _do(
        request,
        meeting_id,
        lambda viewer, meeting, sent: cancel_meeting(
            viewer, meeting, reason=sent_text(sent, "reason"), today=_day(viewer)
        ),
    )


def hold(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Say that a meeting was held, and what came of it."""
    return _do(
        request,
        meeting_id,
        lambda viewer, meeting, sent: hold_meeting(
            viewer,
            meeting,
            gist=sent_text(sent, "gist"),
            held_on=sent_day(sent, "held_on"),
            today=_day(viewer),
        ),
    )


def feel(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Say how a meeting felt to one side."""
    return _do(
        request,
        meeting_id,
        lambda viewer, meeting, sent: tell_mood(
            viewer, meeting, side=sent.get("side", ""), mood=sent.get("mood", "")
        ),
    )


def put_down(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Put an item down for a meeting or out of it."""
    return _do(
        request,
        meeting_id,
        lambda viewer, meeting, sent: add_item(viewer, meeting, _entry(sent)),
    )


def _entry(sent: QueryDict) -> Entry:
    return Entry(
        sent_text(sent, "kind"),
        sent_text(sent, "text"),
        sent_text(sent, "owner"),
        sent_day(sent, "due_on"),
        sent_text(sent, "need"),
    )


def park(request: HttpRequest, item_id: str) -> HttpResponse:
    """Park a misplaced item for the meeting it belongs to."""
    return _do_with_item(request, item_id, park_item)


def finish(request: HttpRequest, item_id: str) -> HttpResponse:
    """Say that an action is done."""
    return _do_with_item(request, item_id, finish_action)


def _do(request: HttpRequest, meeting_id: str, verb: Verb) -> HttpResponse:
    """Do one thing with a meeting and show it again; what is refused stays typed."""
    viewer = present_viewer()
    meeting = meeting_visible_to(viewer, meeting_id)
    if meeting is None:
        raise NothingHere(say("There is no meeting %(id)s.", id=meeting_id))
    if request.method == "POST":
        try:
            verb(viewer, as_seen(meeting, request.POST), request.POST)
        except Refusal as refusal:
            if may_open(viewer, "meeting"):
                return _show(request, meeting_id, refusal)
            return refused(request, "refused.html", refusal, sentence=refusal.sentence)
    return redirect(back_to(request, reverse("meeting", args=[meeting_id])))


def _do_with_item(
    request: HttpRequest, item_id: str, verb: Callable[..., MeetingItem]
) -> HttpResponse:
    viewer = present_viewer()
    item = items_visible_to(viewer).filter(pk=item_id).first()
    if item is None:
        raise NothingHere(say("There is no item %(id)s.", id=item_id))
    shown = request.POST.get("shown_on") or item.meeting_id
    if request.method == "POST":
        try:
            verb(viewer, as_seen(item, request.POST), today=_day(viewer))
        except Refusal as refusal:
            return _show(request, shown, refusal)
    return redirect(reverse("meeting", args=[shown]))


def _show(request: HttpRequest, meeting_id: str, refusal: Refusal | None = None) -> HttpResponse:
    viewer, clock = present_viewer(), today()
    pack = meeting_pack(viewer, meeting_id, clock, findings_seen_by(viewer, clock))
    if pack is None:
        raise NothingHere(say("There is no meeting %(id)s.", id=meeting_id))
    meeting = pack.page.line.meeting
    context = {
        "pack": pack,
        "page": pack.page,
        "meeting": meeting,
        "typed": request.POST,
        "moods": MOODS.items(),
        "needs": needs_visible_to(viewer).filter(customer_id=meeting.customer_id),
    }
    if refusal:
        return refused(request, "meetings/meeting.html", refusal, **context)
    return render(request, "meetings/meeting.html", context)


def _day(viewer: Viewer) -> date:
    return today_of(organisation_of(viewer), today())

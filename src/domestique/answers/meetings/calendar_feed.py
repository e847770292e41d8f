"""Meetings as an iCalendar feed (RFC 5545): stable ids, real time zones, moved and cancelled ones said so.

A meeting's time is the wall clock of the organisation. Its length is written as a duration, which is exact through a
night when the clock changes. ``SEQUENCE`` counts how often time, length, place or cancellation changed, and
``LAST-MODIFIED`` is the last change of anything, both from the history.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import TypeAlias
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from domestique.answers.meetings.calendar_zone import zone_between
from domestique.answers.meetings.meeting_lines import MeetingLine, meeting_line
from domestique.parties.queries import customers_visible_to, organisation_of, zone_of
from domestique.quantities.local_time import instant_of, local_of
from domestique.records.viewer import Viewer
from domestique.relations.meetings.queries import meetings_visible_to
from domestique.relations.models import Meeting
from domestique.vocabulary.speech import spoken

YEARS_AHEAD = 5
"""Some calendar programs keep a zone as they first saw it, so it reaches further than the meetings do."""
MOVED_BY = ("starts", "minutes_long", "place", "cancelled_on")


Changes: TypeAlias = "tuple[int, datetime]"
"""How often a meeting was moved or cancelled, and when anything in it last changed."""
UNCHANGED: Changes = (0, datetime(1970, 1, 1, tzinfo=UTC))


def calendar_of(viewer: Viewer) -> bytes:
    """Return the meetings a viewer may see as an iCalendar file, in four queries."""
    organisation = organisation_of(viewer)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    meetings = list(meetings_visible_to(viewer))
    changes = _changes(meetings)
    calendar = Calendar()
    calendar.add("prodid", f"-//Domestique//{version('domestique')}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Meetings of %(name)s") % {"name": organisation.name})
    zone, place = zone_of(organisation), _place(organisation.name)
    if meetings:
        years = [meeting.starts.year for meeting in meetings]
        calendar.add_component(zone_between(zone, min(years), max(years) + YEARS_AHEAD))
    for meeting in meetings:
        event = _event(meeting_line(meeting, names), zone, changes.get(meeting.id, UNCHANGED))
        event.add("uid", f"{meeting.id}@{place}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(line: MeetingLine, zone: ZoneInfo, changes: Changes) -> Event:
    meeting, (sequence, changed) = line.meeting, changes
    event = Event()
    # A time the clock leaps over in spring is moved on by the leap; one it passes twice is the first.
    starts = local_of(instant_of(meeting.starts, zone), zone).replace(tzinfo=zone)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", sequence)
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=meeting.minutes_long))
    title = {"customer": line.customer, "kind": spoken(line.kind)}
    event.add("summary", _("%(customer)s · %(kind)s") % title)
    if meeting.place:
        event.add("location", meeting.place)
    who = ", ".join(map(str, dict.fromkeys(filter(None, (meeting.chair, *meeting.participants)))))
    if who:
        event.add("description", _("With %(people)s") % {"people": who})
    event.add("status", "CANCELLED" if meeting.cancelled_on else "CONFIRMED")
    return event


def _changes(meetings: Iterable[Meeting]) -> dict[str, Changes]:
    """Read the history of the meetings, in one query."""
    fields = ("id", "history_date", *MOVED_BY)
    rows = Meeting.history.filter(id__in=[one.id for one in meetings]).order_by(
        "history_date", "history_id"
    )
    stages: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    at: dict[str, datetime] = {}
    for id_, when, *what in rows.values_list(*fields):
        at[id_] = when.replace(microsecond=0)
        if not stages[id_] or stages[id_][-1] != tuple(what):
            stages[id_].append(tuple(what))
    return {id_: (len(known) - 1, at[id_]) for id_, known in stages.items()}


def _place(name: str) -> str:
    """Return the organisation's name as the second half of an id that no other organisation has."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") + ".domestique"

"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.meetings.calendar_page import (
    keep_calendar_address,
    show_calendar,
    show_calendar_by_link,
)
from domestique.answers.meetings.contacts_page import list_contacts, new_contact, tick_follow_up
from domestique.answers.meetings.meetings_page import (
    MEETING,
    ask,
    cancel,
    feel,
    finish,
    hold,
    list_meetings,
    move,
    park,
    plan,
    put_down,
)

urlpatterns = [
    path("contacts/", list_contacts, name="contacts"),
    path("contacts/new/", new_contact, name="new-contact"),
    path("contacts/<contact:contact_id>/followed-up/", tick_follow_up, name="followed-up"),
    path("meetings/", list_meetings, name="meetings"),
    path("meetings/calendar.ics", show_calendar, name="calendar"),
    path("calendar/<str:secret>.ics", show_calendar_by_link, name="calendar-by-link"),
    path("me/calendar/", keep_calendar_address, name="calendar-address"),
    path("meetings/plan/", plan, name="plan-meeting"),
    path("meetings/ask/", ask, name="ask-for-dialogue"),
    path("meetings/items/<item:item_id>/park/", park, name="park-item"),
    path("meetings/items/<item:item_id>/done/", finish, name="finish-action"),
    path("meetings/<meeting:meeting_id>/", MEETING.show, name="meeting"),
    path("meetings/<meeting:meeting_id>/pack.pdf", MEETING.print, name="meeting-pack"),
    path("meetings/<meeting:meeting_id>/move/", move, name="move-meeting"),
    path("meetings/<meeting:meeting_id>/cancel/", cancel, name="cancel-meeting"),
    path("meetings/<meeting:meeting_id>/hold/", hold, name="hold-meeting"),
    path("meetings/<meeting:meeting_id>/mood/", feel, name="meeting-mood"),
    path("meetings/<meeting:meeting_id>/items/", put_down, name="meeting-items"),
]

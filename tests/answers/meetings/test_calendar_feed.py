"""The calendar feed, read back by a second library that knows nothing of the first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from domestique.answers.meetings.calendar_feed import calendar_of
from domestique.records.viewer import Viewer
from domestique.relations.meetings.actions import MeetingPlan, cancel_meeting, move_meeting
from domestique.relations.models import Meeting

pytestmark = [
    pytest.mark.usefixtures("demo"),
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
TODAY = date(2026, 11, 21)


def events(viewer: Viewer) -> dict[str, vobject.base.Component]:
    calendar = vobject.readOne(calendar_of(viewer).decode())
    return {one.uid.value.split("@")[0]: one for one in calendar.vevent_list}


def meeting_at(starts: datetime, minutes: int = 60) -> Meeting:
    found = Meeting(id="MT99", customer_id="C04", kind="follow-up", starts=starts)
    found.minutes_long = minutes
    found.save()
    return found


@pytest.mark.parametrize(
    ("starts", "instant"),
    [
        (datetime.fromisoformat("2026-10-23 10:00"), datetime(2026, 10, 23, 8, tzinfo=UTC)),
        (datetime.fromisoformat("2026-10-26 10:00"), datetime(2026, 10, 26, 9, tzinfo=UTC)),
        (datetime.fromisoformat("2027-03-26 10:00"), datetime(2027, 3, 26, 9, tzinfo=UTC)),
        (datetime.fromisoformat("2027-03-29 10:00"), datetime(2027, 3, 29, 8, tzinfo=UTC)),
        # Passed twice in autumn: the first; leapt over in spring: moved on by the leap.
        (datetime.fromisoformat("2026-10-25 02:30"), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime.fromisoformat("2027-03-28 02:30"), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    ],
)
def test_time_is_right_on_both_sides_of_a_change_of_the_clock(viewer, starts, instant):
    meeting_at(starts)
    assert events(viewer)["MT99"].dtstart.value.astimezone(UTC) == instant


def test_length_is_exact_through_the_night_the_clock_goes_back(viewer):
    meeting_at(datetime.fromisoformat("2026-10-25 01:30"), minutes=120)
    event = events(viewer)["MT99"]
    assert event.duration.value == timedelta(minutes=120)


def test_event_says_what_where_and_with_whom(viewer):
    event = events(viewer)["MT02"]
    assert event.summary.value == "Retail & E-commerce · follow-up"
    assert event.location.value == "Motala, Room Ventoux"
    assert "Elif Demir" in event.description.value
    assert event.status.value == "CONFIRMED"


def test_id_stays_and_sequence_counts_what_calendars_must_hear_of(viewer):
    before = events(viewer)["MT02"]
    plan = MeetingPlan(datetime.fromisoformat("2026-12-03 09:00"), 60, "Online")
    moved = move_meeting(viewer, Meeting.objects.get(pk="MT02"), plan, today=TODAY)
    after = events(viewer)["MT02"]
    assert after.uid.value == before.uid.value == "MT02@norrhjul-cykel-ab.domestique"
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    cancel_meeting(viewer, moved, reason="", today=TODAY)
    gone = events(viewer)["MT02"]
    assert (gone.status.value, gone.sequence.value) == ("CANCELLED", "2")
    assert gone.last_modified.value >= before.last_modified.value


def test_saying_how_it_felt_moves_nothing(viewer):
    moved = Meeting.objects.get(pk="MT01")
    moved.gist = "Another word"
    moved.save()
    assert events(viewer)["MT01"].sequence.value == "0"


def test_viewer_has_the_meetings_of_her_own_customers_only():
    assert set(events(Viewer("Samira Haddad", frozenset({"C10"})))) == {"MT05", "MT06", "MT07"}


def test_organisation_without_meetings_has_an_empty_calendar():
    text = calendar_of(Viewer("Nobody", frozenset())).decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "VEVENT" not in text

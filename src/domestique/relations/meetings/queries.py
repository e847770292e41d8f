"""Named reads of contacts, promises and meetings."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet

from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer
from domestique.records.whose import of_customers, visible
from domestique.relations.choices import MeetingKind
from domestique.relations.meetings.cadence import Due, Held, next_due
from domestique.relations.meetings.meeting_mood import FeltMeeting
from domestique.relations.meetings.promise_state import GivenPromise
from domestique.relations.meetings.silence import Spoke
from domestique.relations.models import Cadence, Contact, Meeting, MeetingItem, Promise

FELT_WITHIN_DAYS = 30

contacts_visible_to = visible(Contact, "-date", "-pk")
"""The contacts with the customers whose words this viewer may hear, the newest first."""
promises_visible_to = visible(Promise, F("due_on").asc(nulls_last=True), "pk")
"""The promises to the customers this viewer may see, the first due first; those without a day last."""
meetings_visible_to = visible(Meeting)
"""The meetings with the customers this viewer may see, by when they start."""


def meeting_visible_to(viewer: Viewer, meeting_id: str) -> Meeting | None:
    """Return one meeting if it is there and this viewer may see it."""
    return meetings_visible_to(viewer).filter(pk=meeting_id).first()


items_visible_to = visible(MeetingItem, "pk", joined=("meeting",))
"""The items of the meetings this viewer may see, with their meetings, as they were put down."""


def open_actions(items: QuerySet[MeetingItem]) -> QuerySet[MeetingItem]:
    """Return the actions that are not done yet, the first due first."""
    actions = items.filter(kind__in=("action", "30-day trial"), done_on=None, owner__isnull=False)
    return actions.order_by(F("due_on").asc(nulls_last=True), "pk")


def waiting_items(items: QuerySet[MeetingItem]) -> QuerySet[MeetingItem]:
    """Return what was parked while no meeting of the other kind was planned: it waits where it was misplaced."""
    return items.filter(parked_from=F("meeting"))


cadences_visible_to = visible(Cadence)
"""How often each kind of meeting is held with the customers this viewer may see."""


def next_planned(
    viewer: Viewer, customer_id: str, kind: str, on: date, *, after: datetime | None = None
) -> Meeting | None:
    """Return the next meeting of a kind with a customer that is planned from a day, or after a time, on."""
    planned = planned_meetings(meetings_visible_to(viewer), on)
    planned = planned.filter(customer_id=customer_id, kind=kind)
    return (planned.filter(starts__gt=after) if after else planned).first()


def planned_meetings(meetings: QuerySet[Meeting], on: date) -> QuerySet[Meeting]:
    """Return the meetings planned from a day on, neither held nor cancelled."""
    return meetings.filter(held_on=None, cancelled_on=None, starts__gte=on.isoformat())


def spoken_with(viewer: Viewer, customer_id: str = "") -> dict[str, list[Spoke]]:
    """Return when each customer was spoken with: contacts, and meetings held with her; in two queries.

    That they spoke is no secret to whoever may see the customer, only what was said.
    """
    contacts = of_customers(Contact.objects.all(), viewer.customers)
    meetings = meetings_visible_to(viewer)
    if customer_id:
        contacts = contacts.filter(customer_id=customer_id)
        meetings = meetings.filter(customer_id=customer_id)
    found: dict[str, list[Spoke]] = defaultdict(list)
    for id_, customer, day, is_two_way in contacts.values_list(
        "id", "customer_id", "date", "is_two_way"
    ):
        found[customer].append(Spoke(day, is_two_way, "contacts", id_))
    held = meetings.filter(~Q(kind=MeetingKind.TEAM), held_on__isnull=False)
    for id_, customer, held_on in held.values_list("id", "customer_id", "held_on"):
        if held_on:
            found[customer].append(Spoke(held_on, is_two_way=True, table="meetings", id=id_))
    return found


def given(promise: Promise) -> GivenPromise:
    """Return a promise as the rule reads it."""
    return GivenPromise(
        promise.id, promise.given_on, promise.due_on, promise.kept_on, promise.taken_back_on
    )


def felt(meetings: Iterable[Meeting]) -> list[FeltMeeting]:
    """Return how the meetings that were held felt."""
    return [
        FeltMeeting(one.id, one.kind, one.held_on, one.mood_business, one.mood_it)
        for one in meetings
        if one.held_on
    ]


def held_or_planned(meetings: Iterable[Meeting]) -> list[Held]:
    """Return the meetings as the rule of rhythm reads them; cancelled ones left out."""
    return [
        Held(one.held_on, None if one.held_on else one.starts.date())
        for one in meetings
        if not one.cancelled_on
    ]


def rhythms_on(viewer: Viewer, on: date) -> list[tuple[Cadence, Due]]:
    """Return when each kind of meeting that has a cadence is due with each customer, in two queries."""
    known = gathered(((one.customer_id, one.kind), one) for one in meetings_visible_to(viewer))
    return [
        (one, next_due(one.weeks, held_or_planned(known[one.customer_id, one.kind]), on))
        for one in cadences_visible_to(viewer)
    ]


def meeting_to_feel(viewer: Viewer, customer_id: str, on: date) -> Meeting | None:
    """Return the newest meeting with a customer of which her side has not said how it felt; of the last weeks only."""
    since = on - timedelta(days=FELT_WITHIN_DAYS)
    held = meetings_visible_to(viewer).filter(customer_id=customer_id, held_on__gte=since)
    return held.exclude(kind=MeetingKind.TEAM).filter(mood_business="").order_by("-held_on").first()


def meetings_on(viewer: Viewer, day: date) -> QuerySet[Meeting]:
    """Return the meetings of a day that were not cancelled."""
    after = day + timedelta(days=1)
    return meetings_visible_to(viewer).filter(
        cancelled_on=None, starts__gte=day.isoformat(), starts__lt=after.isoformat()
    )

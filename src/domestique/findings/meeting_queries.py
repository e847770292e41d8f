"""What the rules about how we meet look at, read in a fixed number of queries; a table without rows is silent."""

from collections.abc import Iterator

from django.db.models import F

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.findings.rules import meetings
from domestique.parties.choices import ItRole
from domestique.parties.models import RoleInIt
from domestique.records.viewer import Viewer
from domestique.relations.meetings.queries import (
    contacts_visible_to,
    given,
    items_visible_to,
    promises_visible_to,
    rhythms_on,
    spoken_with,
)

DESK = (ItRole.DESK_LEAD, ItRole.DESK_AGENT)


def about_meetings(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Hold the rules about contacts, promises and meetings against the picture."""
    items = items_visible_to(viewer).exclude(parked_from=F("meeting"))
    yield from meetings.misplaced_items(
        picture,
        [
            meetings.MeetingItemFacts(*row)
            for row in items.values_list(
                "id", "meeting__customer_id", "kind", "meeting__kind", "text"
            )
        ],
    )
    fields = ("our_people", "follow_up", "follow_up_on", "followed_up_on")
    contacts = [
        meetings.ContactFacts(id_, customer, day, tuple(ours), *rest)
        for id_, customer, day, ours, *rest in contacts_visible_to(viewer).values_list(
            "id", "customer_id", "date", *fields
        )
    ]
    desk = set(RoleInIt.objects.filter(role__in=DESK).values_list("person", flat=True))
    yield from meetings.past_the_team(picture, contacts, desk)
    yield from meetings.left_follow_ups(picture, contacts)
    spoken = spoken_with(viewer)
    if spoken:
        yield from meetings.silent_customers(picture, spoken)
    rhythms = [(one.customer_id, one.kind, due) for one, due in rhythms_on(viewer, picture.today)]
    yield from meetings.overdue_meetings(picture, rhythms)
    promises = [
        meetings.PromiseFacts(one.customer_id, one.promise, given(one))
        for one in promises_visible_to(viewer)
    ]
    yield from meetings.overdue_promises(picture, promises)

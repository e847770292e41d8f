"""What waits for somebody today: questions and needs to decide, answers to tell back, the inbox; her own first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.improvement.queries import inbox_visible_to
from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum, Step
from domestique.relations.models import Decision
from domestique.relations.needs.deciding import FORUMS
from domestique.relations.needs.escalating import is_overdue
from domestique.relations.needs.need_state import step_in
from domestique.relations.needs.queries import who_asked
from domestique.relations.people_queries import dated_members, managers, members_of_steering
from domestique.relations.queries import (
    decisions_visible_to,
    escalations_visible_to,
    needs_visible_to,
)

MOST = 8


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits: by when, what, and the route to it; ``is_hers`` when it waits for the viewer."""

    text: Sentence
    route: str
    id: str = ""
    when: date | None = None
    is_late: bool = False
    is_hers: bool = False


@while_unchanged
def what_waits(viewer: Viewer, day: date) -> tuple[Waits, ...]:
    """Return what waits, the viewer's own first, then the nearest day, in a fixed number of queries."""
    customers = {one.id: one for one in customers_visible_to(viewer)}
    decisions = list(decisions_visible_to(viewer).select_related("escalation", "customer"))
    found = [
        *_questions(viewer, day, {one.escalation_id for one in decisions}),
        *_needs(viewer, customers, {one.need_id for one in decisions}),
        *_untold(viewer, day, customers, [one for one in decisions if not one.told_back_on]),
        *_inbox(viewer),
    ]
    found.sort(key=lambda one: (not one.is_hers, not one.is_late, one.when or date.max, one.id))
    return tuple(found[:MOST])


def _questions(viewer: Viewer, day: date, decided: set[str | None]) -> Iterator[Waits]:
    members = members_of_steering(day)
    for one in escalations_visible_to(viewer).filter(withdrawn_on__isnull=True):
        if one.id in decided:
            continue
        yield Waits(
            say(
                "decide with %(forum)s: %(question)s",
                forum=FORUMS[one.forum],
                question=one.question,
            ),
            "escalation",
            one.id,
            one.due_on,
            is_overdue(one.due_on, day),
            one.forum == Forum.STEERING and viewer.person in members,
        )


def _needs(
    viewer: Viewer, customers: Mapping[str, Customer], decided: set[str | None]
) -> Iterator[Waits]:
    for need in needs_visible_to(viewer).filter(merged_into__isnull=True):
        customer = customers.get(need.customer_id)
        if step_in(need.state) != Step.PREPARED or need.id in decided or customer is None:
            continue
        if customer.is_accepted:
            text = say("%(person)s decides on “%(need)s”", person=customer.person, need=need.need)
            yield Waits(text, "need", need.id, is_hers=viewer.person == customer.person)


def _untold(
    viewer: Viewer, day: date, customers: Mapping[str, Customer], decisions: list[Decision]
) -> Iterator[Waits]:
    dated, asked = dated_members(day), who_asked(decisions)
    for one in decisions:
        customer = customers.get(one.customer_id)
        yield Waits(
            say(
                "tell %(people)s what was decided: %(question)s",
                people=", ".join(map(str, asked[one.id]))
                or (customer.name if customer else one.customer_id),
                question=one.question,
            ),
            "escalations",
            when=one.decided_on,
            is_late=True,
            is_hers=viewer.person == managers(customer.team if customer else None, dated)[0],
        )


def _inbox(viewer: Viewer) -> Iterator[Waits]:
    unsorted = inbox_visible_to(viewer).filter(triage="").count()
    if unsorted:
        text = say_counted(
            "%(count)s thing in the inbox waits to be sorted",
            "%(count)s things in the inbox wait to be sorted",
            unsorted,
        )
        yield Waits(text, "inbox")

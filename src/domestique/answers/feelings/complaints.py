"""Complaints: each with its age, how far it has come, and what it waits for (ISO/IEC 20000-1 8.3.2, K29)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domestique.calendars.queries import holidays_until
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.models import Escalation
from domestique.satisfaction import complaint_state
from domestique.satisfaction.complaint_actions import facts_of_complaint
from domestique.satisfaction.models import Complaint
from domestique.satisfaction.queries import complaints_visible_to
from domestique.telling.chips import Chip

STATE_CHIPS = {
    complaint_state.ComplaintState.RECEIVED: Chip("near", say("received")),
    complaint_state.ComplaintState.ACKNOWLEDGED: Chip("near", say("acknowledged")),
    complaint_state.ComplaintState.EXPLAINED: Chip("near", say("cause found")),
    complaint_state.ComplaintState.ANSWERED: Chip("near", say("answered")),
    complaint_state.ComplaintState.NOT_SATISFIED: Chip("missed", say("answered, not satisfied")),
    complaint_state.ComplaintState.ESCALATED: Chip("missed", say("escalated")),
    complaint_state.ComplaintState.SATISFIED: Chip("met", say("satisfied")),
    complaint_state.ComplaintState.CLOSED: Chip("met", say("closed")),
}
NEXT = {
    complaint_state.ComplaintState.RECEIVED: say("Tell them that it is received."),
    complaint_state.ComplaintState.ACKNOWLEDGED: say("Find the cause."),
    complaint_state.ComplaintState.EXPLAINED: say("Answer."),
    complaint_state.ComplaintState.ANSWERED: say("Ask whether the answer satisfies."),
    complaint_state.ComplaintState.NOT_SATISFIED: say("Answer better, or escalate."),
    complaint_state.ComplaintState.ESCALATED: say("Wait for the decision, and tell it back."),
    complaint_state.ComplaintState.SATISFIED: say("Close it."),
}


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """One complaint: whose, how far, how old, what comes next, and what is wrong with how it is handled."""

    complaint: Complaint
    customer: str
    services: tuple[tuple[str, str], ...]
    state: complaint_state.ComplaintState
    days: int
    escalation: Escalation | None
    late: Sentence | None

    @property
    def chip(self) -> Chip:
        """How far it has come."""
        return STATE_CHIPS[self.state]

    @property
    def next_step(self) -> Sentence | None:
        """A good next step."""
        return NEXT.get(self.state)

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.complaint.closed_on is None


@dataclass(frozen=True, slots=True)
class ComplaintsPage:
    """All complaints, the open ones first; K29 in a sentence."""

    headline: Sentence
    reason: Sentence
    open: tuple[ComplaintLine, ...]
    closed: tuple[ComplaintLine, ...]


def complaints_page(viewer: Viewer, clock: date) -> ComplaintsPage:
    """Return the complaints this viewer may see, in a fixed number of queries."""
    lines = complaint_lines(viewer, clock)
    still = tuple(sorted((one for one in lines if one.is_open), key=lambda one: -one.days))
    return ComplaintsPage(
        _headline(still),
        _reason(lines),
        still,
        tuple(one for one in lines if not one.is_open),
    )


def complaint_line(viewer: Viewer, complaint_id: str, clock: date) -> ComplaintLine | None:
    """Return one complaint; ``None`` if there is none such that this viewer may see."""
    lines = complaint_lines(viewer, clock, complaint_id)
    return lines[0] if lines else None


def complaint_lines(
    viewer: Viewer, clock: date, complaint_id: str = ""
) -> tuple[ComplaintLine, ...]:
    """Return complaints, or one of them, with their escalations, in five queries."""
    organisation = organisation_of(viewer)
    today = today_of(organisation, clock)
    holidays = holidays_until(organisation.country, today)
    found = complaints_visible_to(viewer)
    if complaint_id:
        found = found.filter(pk=complaint_id)
    every = list(found)
    escalations = {
        one.complaint_id: one
        for one in Escalation.objects.filter(
            complaint_id__in=[one.id for one in every], withdrawn_on=None
        ).order_by("-raised_on", "id")
    }
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    called = service_names(viewer)
    return tuple(
        ComplaintLine(
            one,
            names.get(one.customer_id, one.customer_id),
            tuple((id_, called.get(id_, id_)) for id_ in one.services),
            complaint_state.state_of(facts),
            complaint_state.age_days(facts, today),
            escalations.get(one.id),
            late_sentence(facts, today, holidays),
        )
        for one in every
        for facts in (facts_of_complaint(one, is_escalated=one.id in escalations),)
    )


def late_sentence(
    facts: complaint_state.ComplaintFacts, today: date, holidays: Collection[date]
) -> Sentence | None:
    """Say what is late or left undone; nothing if nothing is."""
    if complaint_state.is_unacknowledged(facts, today, holidays):
        return say("Nobody has said that it is received.")
    if complaint_state.is_left_unsatisfied(facts):
        return say("Answered, not satisfied, and not escalated.")
    if complaint_state.is_open_long(facts, today):
        return say("Open for more than %(days)s days.", days=complaint_state.OPEN_AT_MOST)
    return None


def _headline(still: Sequence[ComplaintLine]) -> Sentence:
    if not still:
        return say("No complaint is open.")
    late = sum(one.late is not None for one in still)
    if not late:
        return say_counted(
            "%(count)s complaint is open.", "%(count)s complaints are open.", len(still)
        )
    return say_counted(
        "%(count)s complaint is open; somebody waits for us in %(late)s.",
        "%(count)s complaints are open; somebody waits for us in %(late)s.",
        len(still),
        late=late,
    )


def _reason(lines: Sequence[ComplaintLine]) -> Sentence:
    """Say K29: how many of all were escalated, and which customers complained more than once."""
    if not lines:
        return say("None has been received. When one comes, write it down in the customer's words.")
    again = [one.customer for one in lines]
    repeated = sorted({name for name in again if again.count(name) > 1})
    escalated = sum(one.escalation is not None for one in lines)
    if repeated:
        return say_counted(
            "Of %(count)s complaint %(escalated)s was escalated; more than once: %(names)s.",
            "Of %(count)s complaints %(escalated)s escalated; more than once: %(names)s.",
            len(lines),
            escalated=escalated,
            names=", ".join(repeated),
        )
    return say_counted(
        "Of %(count)s complaint on record, escalated: %(escalated)s.",
        "Of %(count)s complaints on record, escalated: %(escalated)s.",
        len(lines),
        escalated=escalated,
    )

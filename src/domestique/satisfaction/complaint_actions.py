"""What is done with a complaint: received, acknowledged, its cause found, answered, judged by her, closed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from domestique.quantities.errors import Refusal, insist, refuse
from domestique.quantities.sentence import Sentence, say
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.satisfaction.actions import side_of
from domestique.satisfaction.complaint_state import (
    ComplaintFacts,
    why_not_close,
    why_not_judge,
    why_not_step,
)
from domestique.satisfaction.errors import CustomerNotSeen, FieldLeftEmpty
from domestique.satisfaction.models import Complaint
from domestique.satisfaction.queries import complaints_visible_to

Rule = Callable[[ComplaintFacts, str], Refusal | None]


def facts_of_complaint(complaint: Complaint, *, is_escalated: bool = False) -> ComplaintFacts:
    """Return what the rules look at in a complaint."""
    return ComplaintFacts(
        complaint.received_on,
        complaint.acknowledged_on,
        complaint.cause,
        complaint.answered_on,
        complaint.is_satisfied,
        complaint.closed_on,
        is_escalated,
    )


def receive(
    viewer: Viewer,
    customer_id: str,
    today: date,
    *,
    complaint: str,
    person: str = "",
    services: Sequence[str] = (),
) -> Complaint:
    """Receive a complaint in her words. Refuses ``FieldLeftEmpty`` and ``CustomerNotSeen``."""
    side = side_of(viewer, customer_id, today)
    hers = viewer.person if side.holds(viewer.person) else side.person
    with changing():
        new = Complaint(
            id=next_id(Complaint, "K"),
            customer_id=customer_id,
            person=person.strip() or hers,
            received_on=today,
            complaint=_said(complaint, say("What it is about")),
            services=list(services),
        )
        return enter(new, viewer, "Received a complaint")


def acknowledge(viewer: Viewer, complaint_id: str, version: int, today: date) -> Complaint:
    """Note that she has been told that her complaint is received. Refuses ``ClosedAlready``."""
    with _step(viewer, complaint_id, version, why_not_step) as complaint:
        return change(
            complaint,
            viewer,
            "Acknowledged the complaint",
            acknowledged_on=today,
            acknowledged_by=viewer.person,
        )


def explain(viewer: Viewer, complaint_id: str, version: int, cause: str) -> Complaint:
    """Write down what caused it. Refuses ``ClosedAlready`` and ``FieldLeftEmpty``."""
    with _step(viewer, complaint_id, version, why_not_step) as complaint:
        said = _said(cause, say("The cause"))
        return change(complaint, viewer, "Found the cause", cause=said)


def answer(viewer: Viewer, complaint_id: str, version: int, today: date, text: str) -> Complaint:
    """Write down what she was answered; a new answer asks anew whether she is satisfied.

    Refuses ``ClosedAlready`` and ``FieldLeftEmpty``.
    """
    with _step(viewer, complaint_id, version, why_not_step) as complaint:
        return change(
            complaint,
            viewer,
            "Answered the complaint",
            answer=_said(text, say("The answer")),
            answered_on=today,
            is_satisfied=None,
            verdict_by="",
        )


def judge(viewer: Viewer, complaint_id: str, version: int, *, is_satisfied: bool) -> Complaint:
    """Note whether the answer satisfies her. Refuses ``AnswerComesFirst`` and ``ClosedAlready``."""
    with _step(viewer, complaint_id, version, why_not_judge) as complaint:
        return change(
            complaint,
            viewer,
            "Asked whether it satisfies",
            is_satisfied=is_satisfied,
            verdict_by=viewer.person,
        )


def close(
    viewer: Viewer, complaint_id: str, version: int, today: date, *, is_escalated: bool
) -> Complaint:
    """Close a complaint that satisfied her or was escalated. Refuses ``NotSatisfiedYet`` and ``ClosedAlready``."""
    with _step(
        viewer, complaint_id, version, why_not_close, is_escalated=is_escalated
    ) as complaint:
        return change(complaint, viewer, "Closed the complaint", closed_on=today)


@contextmanager
def _step(
    viewer: Viewer, complaint_id: str, version: int, rule: Rule, *, is_escalated: bool = False
) -> Iterator[Complaint]:
    """Find a complaint as it was seen, and hold the step against the rule."""
    with changing():
        complaint = insist(
            complaints_visible_to(viewer).filter(pk=complaint_id).first(),
            CustomerNotSeen(customer=complaint_id),
        )
        refuse(rule(facts_of_complaint(complaint, is_escalated=is_escalated), complaint.id))
        complaint.version = version
        yield complaint


def _said(text: str, field: Sentence) -> str:
    insist(text.strip(), FieldLeftEmpty(field=field))
    return text.strip()

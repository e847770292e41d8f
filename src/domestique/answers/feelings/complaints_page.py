"""Complaints: listed, received, and taken step by step to their end."""

from collections.abc import Mapping

from django.urls import reverse

from domestique.answers.feelings.choosing import offered
from domestique.answers.feelings.complaints import complaint_line, complaints_page
from domestique.exchange.past import told_changes
from domestique.portfolio.queries import service_names
from domestique.records.ability import Ability
from domestique.relations.needs.decision_actions import raise_escalation
from domestique.satisfaction import complaint_actions as verbs
from domestique.satisfaction.models import Complaint
from domestique.web.asking import today
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, verb

COMPLAINTS = page(
    None,
    Ability.SEE_OWN,
    complaints_page,
    "complaints/complaints.html",
    more=lambda request, _: offered(request),
)
COMPLAINT = page(
    None,
    Ability.SEE_OWN,
    complaint_line,
    "complaints/complaint.html",
    "line",
    more=lambda _, line: {"changes": told_changes(Complaint, {"id": line.complaint.id})},
)


@at("complaints/", "complaints", Ability.SEE_OWN)
@verb(COMPLAINTS.again)
def list_complaints(sent: Sent) -> str:
    """Receive a complaint, and open it."""
    received = verbs.receive(
        sent.viewer,
        sent.form.text("customer"),
        sent.on,
        complaint=sent.form.text("complaint"),
        person=sent.form.text("person"),
        services=sent.form.ticked("services", service_names(sent.viewer)),
    )
    return reverse("complaint", args=[received.id])


def _close(sent: Sent) -> None:
    line = complaint_line(sent.viewer, sent.id, today())
    is_escalated = line is not None and line.escalation is not None
    verbs.close(sent.viewer, sent.id, sent.form.seen, sent.on, is_escalated=is_escalated)


def _escalate(sent: Sent) -> None:
    one = sent.record
    raise_escalation(
        sent.viewer,
        customer_id=one.customer_id,
        question=sent.form.text("question"),
        due_on=sent.form.day("due"),
        on=sent.on,
        tried=one.answer,
        complaint=one.id,
        services=one.services,
    )


STEPS: Mapping[str, Deed] = {
    "acknowledge": lambda sent: verbs.acknowledge(sent.viewer, sent.id, sent.form.seen, sent.on),
    "explain": lambda sent: verbs.explain(
        sent.viewer, sent.id, sent.form.seen, sent.form.text("cause")
    ),
    "answer": lambda sent: verbs.answer(
        sent.viewer, sent.id, sent.form.seen, sent.on, sent.form.text("answer")
    ),
    "satisfied": lambda sent: verbs.judge(sent.viewer, sent.id, sent.form.seen, is_satisfied=True),
    "not-satisfied": lambda sent: verbs.judge(
        sent.viewer, sent.id, sent.form.seen, is_satisfied=False
    ),
    "escalate": _escalate,
    "close": _close,
}
show_complaint = at("complaints/<complaint:complaint_id>/", "complaint", Ability.SEE_OWN)(
    verb(COMPLAINT.again)(one_of(STEPS))
)

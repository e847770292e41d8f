"""What is done with requirements: proposed, discussed, established by the customer, changed, met or withdrawn (S2-15)."""

from datetime import date

from domestique.portfolio.queries import service_visible_to
from domestique.quantities.errors import insist, refuse
from domestique.quantities.sentence import say
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import OVER, STANDING, RequirementState
from domestique.relations.models import Need, Requirement
from domestique.relations.needs.actions import customer_for
from domestique.relations.needs.decision_queries import why_not_establish
from domestique.relations.needs.errors import NotAStep, NothingSaid, NotThere, Settled


def propose_requirement(
    viewer: Viewer,
    *,
    customer_id: str,
    requirement: str,
    need: Need | None = None,
    service_id: str = "",
    reason: str = "",
    measure: str = "",
    priority: int | None = None,
) -> Requirement:
    """Write down what must be so, why, and how it is seen that it is."""
    customer = customer_for(viewer, customer_id)
    insist(requirement.strip(), NothingSaid(what=say("what must be so")))
    if service_id and service_visible_to(viewer, service_id) is None:
        raise NotThere(what=say("service"), id=service_id)
    with changing():
        proposed = Requirement(
            id=next_id(Requirement, "RQ"),
            customer=customer,
            need=need,
            service_id=service_id or None,
            requirement=requirement.strip(),
            reason=reason.strip(),
            measure=measure.strip(),
            priority=priority,
        )
        return enter(proposed, viewer, "proposed")


def discuss(viewer: Viewer, requirement: Requirement) -> Requirement:
    """Say that a proposed requirement was talked over with the customer."""
    if requirement.state != RequirementState.PROPOSED:
        raise NotAStep(step=RequirementState.DISCUSSED)
    with changing():
        return change(requirement, viewer, "discussed", state=RequirementState.DISCUSSED)


def establish(viewer: Viewer, requirement: Requirement, *, on: date) -> Requirement:
    """Establish a requirement: only the customer, or whom she lent her mandate, does, by name and day."""
    customer = customer_for(viewer, requirement.customer_id)
    if requirement.state not in (RequirementState.PROPOSED, RequirementState.DISCUSSED):
        raise Settled(what=requirement.requirement)
    refuse(why_not_establish(viewer, customer, requirement, on))
    with changing():
        established = change(
            requirement,
            viewer,
            "established",
            state=RequirementState.ESTABLISHED,
            established_by=viewer.person,
            established_on=on,
        )
        if requirement.replaces_id and requirement.replaces:
            change(requirement.replaces, viewer, "changed", state=RequirementState.CHANGED)
    return established


def reword(viewer: Viewer, requirement: Requirement, text: str, *, reason: str = "") -> Requirement:
    """Change what a requirement says.

    One that was established keeps its text and stays in force until the customer establishes the new one, which
    points back to it; before that the words are simply changed.
    """
    customer = customer_for(viewer, requirement.customer_id)
    insist(text.strip(), NothingSaid(what=say("what must be so")))
    if requirement.state in OVER:
        raise Settled(what=requirement.requirement)
    with changing():
        if requirement.state not in STANDING:
            return change(requirement, viewer, reason or "reworded", requirement=text.strip())
        new = Requirement(
            id=next_id(Requirement, "RQ"),
            customer=customer,
            need_id=requirement.need_id,
            service_id=requirement.service_id,
            requirement=text.strip(),
            reason=reason.strip() or requirement.reason,
            measure=requirement.measure,
            priority=requirement.priority,
            replaces=requirement,
        )
        return enter(new, viewer, "changed")


def show_evidence(
    viewer: Viewer, requirement: Requirement, evidence: str, *, is_met: bool, on: date
) -> Requirement:
    """Say what shows that an established requirement is met, or that it is not."""
    what = say("the evidence: a measurement, a test or the customer's word")
    insist(evidence.strip(), NothingSaid(what=what))
    if requirement.state not in STANDING:
        raise NotAStep(step=RequirementState.MET)
    state = RequirementState.MET if is_met else RequirementState.ESTABLISHED
    with changing():
        return change(
            requirement,
            viewer,
            "evidence",
            state=state,
            evidence=evidence.strip(),
            evidence_on=on,
        )


def withdraw_requirement(viewer: Viewer, requirement: Requirement, *, why: str) -> Requirement:
    """Withdraw a requirement; it stays on record, and the reason in its history."""
    if requirement.state in OVER:
        raise Settled(what=requirement.requirement)
    insist(why.strip(), NothingSaid(what=say("why it is withdrawn")))
    with changing():
        return change(requirement, viewer, why.strip(), state=RequirementState.WITHDRAWN)

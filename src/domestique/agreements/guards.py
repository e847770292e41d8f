"""Who may enter agreements. A pure rule, asked at the door (``records.guard``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domestique.agreements.choices import AgreementStatus
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Row, may_not, touched, touches_only
from domestique.records.refusals import OnlyInHerOwnName
from domestique.records.viewer import Viewer

HER_STEPS = ("status", "accepted_on", "accepted_by", "ends")
"""What the customer herself changes: she accepts an agreement, or ends it."""


@dataclass(frozen=True, slots=True)
class AgreementSides:
    """Who each customer is, by id, and the customers whose mandate this person holds today."""

    people: Mapping[str, str] = field(default_factory=dict)
    lent: frozenset[str] = frozenset()


def agreement(
    viewer: Viewer, before: Row | None, after: Row, facts: AgreementSides
) -> Refusal | None:
    """An agreement is accepted by its customer, or by who decides for her on the day it is entered."""
    person = facts.people.get(after["customer_id"], "")
    is_hers = viewer.person == person or after["customer_id"] in facts.lent
    works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
    is_her_step = is_hers and touches_only(before, after, HER_STEPS)
    if not (works or viewer.may(Ability.CHANGE_RECORDS) or is_her_step):
        return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    steps = touched(before, after, ["status", "accepted_on"])
    begins = works and before is not None and before["status"] == AgreementStatus.ACCEPTED
    if steps == ["status"] and (
        after["status"] not in (AgreementStatus.ACCEPTED, AgreementStatus.IN_FORCE) or begins
    ):
        return None
    if steps and not is_hers:
        return OnlyInHerOwnName(
            person=viewer.person, what=say("accept an agreement"), by=person
        ).at(steps[0])
    return None

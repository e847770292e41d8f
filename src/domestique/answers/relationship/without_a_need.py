"""Unsteered delivery: what a customer gets that nothing she is on record to need stands behind (S1-01).

A need or a requirement of hers that names the service stands behind it, and through the need its goal. What was
declined or withdrawn asks for nothing any more. Where none of hers is on record, it is not known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domestique.answers.customer.customer import CustomerPage
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import RequirementState, Step
from domestique.relations.needs.need_state import step_in
from domestique.relations.queries import requirements_visible_to

GONE = (RequirementState.WITHDRAWN, RequirementState.CHANGED)


@dataclass(frozen=True, slots=True)
class Unsteered:
    """The services without a need behind them, by id and name, of how many; ``is_known`` when any need is on record."""

    services: tuple[tuple[str, str], ...]
    delivered: int
    is_known: bool

    @property
    def said(self) -> Sentence:
        """Say how much of the delivery nothing asks for."""
        if not self.delivered:
            return say("Nothing is known to be delivered.")
        if not self.is_known:
            return say("No need of hers that names a service is on record, so it is not known.")
        if not self.services:
            return say("A need or a requirement stands behind everything she gets.")
        return say_counted(
            "%(without)s of %(count)s service has no need or requirement of hers behind it. Ask what it is for.",
            "%(without)s of %(count)s services have no need or requirement of hers behind them. Ask what they are for.",
            self.delivered,
            without=len(self.services),
        )


def unsteered(delivered: Sequence[tuple[str, str]], asked: Iterable[str]) -> Unsteered:
    """Hold what is delivered (ids and names) against the services that something asks for."""
    wanted = set(asked)
    without = tuple(one for one in delivered if one[0] not in wanted)
    return Unsteered(without, len(delivered), bool(wanted))


def unsteered_of(viewer: Viewer, page: CustomerPage) -> Unsteered:
    """Return what one customer gets without a need of hers behind it, in one query."""
    standing = requirements_visible_to(viewer).filter(customer_id=page.customer.id)
    required = standing.exclude(state__in=GONE).exclude(service__isnull=True)
    asked = [
        service
        for need in page.needs
        if step_in(need.state) != Step.DECLINED
        for service in need.services
    ]
    asked += map(str, required.values_list("service_id", flat=True))
    return unsteered([(line.service, line.name) for line in page.lines], asked)

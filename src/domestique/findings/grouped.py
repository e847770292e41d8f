"""Findings as pages show them: by rule, with the place each one is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from domestique.agreements.models import Agreement, AgreementLine
from domestique.agreements.queries import chain_of
from domestique.findings.finding import RULES, Finding
from domestique.findings.queries import LongReads, findings_of
from domestique.impact.models import RestorationWish
from domestique.impact.queries import plan_of_worst_day
from domestique.parties.models import Supplier
from domestique.parties.queries import customers_visible_to
from domestique.portfolio.models import Dependency, Service
from domestique.quantities.sentence import Sentence, say
from domestique.records.remembering import while_these_stay, while_unchanged
from domestique.records.viewer import Viewer

MOST_A_RULE = 100
# What a promise stands on changes seldom; a pulse or an outage must not make all of it be walked anew.
READS = LongReads(
    chain=while_these_stay(Service, Dependency, Supplier, Agreement, AgreementLine)(chain_of),
    worst_day=while_these_stay(Service, Dependency, RestorationWish)(plan_of_worst_day),
)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The findings of one rule, one customer or one person who answers, and what they have in common."""

    rule: str
    title: Sentence | str
    findings: tuple[Finding, ...]

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings a page has room for."""
        return self.findings[:MOST_A_RULE]

    @property
    def rest(self) -> int:
        """How many more there are."""
        return len(self.findings) - len(self.shown)


@while_unchanged
def findings_seen_by(viewer: Viewer, clock: date) -> tuple[Finding, ...]:
    """Return all findings; reckoned anew only when a record has changed or a day has begun."""
    return tuple(findings_of(viewer, clock, READS))


@while_unchanged
def findings_by_place(viewer: Viewer, clock: date) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
    """Return the findings by the table and the id of what they are about, and by the customer they touch."""
    places: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings_seen_by(viewer, clock):
        for place in {(finding.table, finding.subject), ("customers", finding.customer)}:
            places.setdefault(place, []).append(finding)
    return MappingProxyType({place: tuple(found) for place, found in places.items()})


def findings_by_rule(viewer: Viewer, clock: date) -> list[FindingKind]:
    """Return the findings rule by rule, in the order of the rules."""
    return group_by_rule(findings_seen_by(viewer, clock))


def group_by_rule(findings: Iterable[Finding]) -> list[FindingKind]:
    """Group findings by rule, in the order of the rules."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule, []).append(finding)
    return [
        FindingKind(rule, RULES.get(rule, rule), tuple(grouped[rule])) for rule in sorted(grouped)
    ]


def group_by_customer(viewer: Viewer, findings: Iterable[Finding]) -> list[FindingKind]:
    """Group findings by the customer they touch, by her name; what touches none in particular comes last."""
    names = {customer.id: customer.name for customer in customers_visible_to(viewer)}
    return _grouped(
        ((names.get(one.customer, one.customer), one) for one in findings),
        say("No customer in particular"),
    )


def group_by_owner(findings: Iterable[Finding]) -> list[FindingKind]:
    """Group findings by the person in IT who answers; what nobody is known to answer for comes last."""
    return _grouped(((one.owner, one) for one in findings), say("Nobody is known to answer"))


def _grouped(named: Iterable[tuple[str, Finding]], nobody: Sentence) -> list[FindingKind]:
    grouped: dict[str, list[Finding]] = {}
    for name, finding in named:
        grouped.setdefault(name, []).append(finding)
    in_order = sorted(grouped, key=lambda name: (not name, name.casefold()))
    return [
        FindingKind(f"group-{number}", name or nobody, tuple(grouped[name]))
        for number, name in enumerate(in_order, start=1)
    ]

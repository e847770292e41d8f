"""Findings as pages show them: by rule, with the place each one is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import RULES, Finding
from domestique.findings.findings import Findings
from domestique.findings.queries import findings_of
from domestique.parties.queries import customers_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer

MOST_A_RULE = 100


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The findings of one rule, one customer or one person who answers, and what they have in common."""

    rule: str
    title: Sentence | str
    findings: Sequence[Finding]

    @property
    def shown(self) -> Sequence[Finding]:
        """The findings a page has room for."""
        return self.findings[:MOST_A_RULE]

    @property
    def rest(self) -> int:
        """How many more there are."""
        return len(self.findings) - len(self.shown)


def findings_seen_by(viewer: Viewer, clock: date) -> Findings:
    """Return all findings; reckoned anew only when a record has changed or a day has begun."""
    return findings_of(viewer, clock)


def group_by_rule(findings: Findings) -> list[FindingKind]:
    """Group findings by rule, in the order of the rules."""
    return [
        FindingKind(rule, RULES.get(rule, rule), found)
        for rule, found in findings.by_rule().items()
    ]


def group_by_customer(viewer: Viewer, findings: Findings) -> list[FindingKind]:
    """Group findings by the customer they touch, by her name; what touches none in particular comes last."""
    names = {customer.id: customer.name for customer in customers_visible_to(viewer)}
    grouped = findings.grouped(lambda one: names.get(one.customer, one.customer))
    in_order = sorted(grouped, key=lambda name: (not name, name.casefold()))
    return [
        FindingKind(f"group-{number}", name or say("No customer in particular"), grouped[name])
        for number, name in enumerate(in_order, start=1)
    ]

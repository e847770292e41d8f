"""Findings as pages show them: by rule, with the place each one is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.queries import findings_of
from domestique.overview.remembering import while_unchanged
from domestique.parties.viewer import Viewer
from domestique.quantities.sentence import Sentence, say

MOST_A_RULE = 100
KINDS = {
    "R01": say("Customers who are not where the money is"),
    "R02": say("Orderers who do not mirror the organisation"),
    "R03": say("Served without an accepted customer role"),
    "R04": say("Customers without a customer team"),
    "R05": say("Customer teams that lack somebody"),
    "R06": say("In force without having been accepted"),
    "R07": say("Agreed without a level"),
    "R08": say("Needs that wait for a decision"),
    "R09": say("Packages with services that are not live"),
    "R15": say("Offered without owner, unit or price"),
    "R16": say("Promises above what they stand on"),
    "R19": say("Mood too old to say anything"),
    "R20": say("Unhappy, and nobody has asked what is contemplated"),
    "R21": say("Cost that reaches nobody"),
    "R23": say("Promised back sooner than anyone can"),
    "R24": say("Used without agreement, agreed without use"),
    "S1-19": say("Value the customer has not confirmed"),
    "S1-30": say("The same need from several customers"),
    "S3-09": say("Notice dates passed or near"),
}


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The findings of one rule, and what the rule is about."""

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
    return tuple(findings_of(viewer, clock))


def findings_by_rule(viewer: Viewer, clock: date) -> list[FindingKind]:
    """Return the findings rule by rule, in the order of the rules."""
    return group_by_rule(findings_seen_by(viewer, clock))


def group_by_rule(findings: Iterable[Finding]) -> list[FindingKind]:
    """Group findings by rule, in the order of the rules."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule, []).append(finding)
    return [
        FindingKind(rule, KINDS.get(rule, rule), tuple(grouped[rule])) for rule in sorted(grouped)
    ]

"""Findings as pages show them: by rule, with the place each one is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import RULES, Finding
from domestique.findings.queries import findings_of
from domestique.overview.remembering import while_unchanged
from domestique.parties.viewer import Viewer
from domestique.quantities.sentence import Sentence

MOST_A_RULE = 100


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
        FindingKind(rule, RULES.get(rule, rule), tuple(grouped[rule])) for rule in sorted(grouped)
    ]

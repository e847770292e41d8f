"""Which findings concern a customer, and the rules that answers look for by name."""

from __future__ import annotations

from domestique.findings.finding import Finding
from domestique.findings.findings import Findings

WAITS_FOR_DECISION = "R08"
ROLE_NOT_ACCEPTED = "R03"
PROMISE_ABOVE_WHAT_CARRIES_IT = "R16"
USE_AND_AGREEMENT = "R24"
SAME_ASK = "S1-30"
NOTICE_DATE = "S3-09"


def about_customer(found: Findings, customer: str) -> tuple[Finding, ...]:
    """Return the findings that concern one customer."""
    return found.about("customers", customer)


def needs_waiting(found: Findings) -> frozenset[str]:
    """Return the ids of the needs that wait for their customer's decision."""
    return frozenset(
        one.subject for one in found.of(WAITS_FOR_DECISION).sketches if one.table == "needs"
    )

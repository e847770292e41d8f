"""Findings that follow from what other rooms reckoned: chains, contracts, restoration, cost (R16, R21, R23, S3-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domestique.agreements.comparison import Comparison
from domestique.agreements.notice import Notice, NoticeState
from domestique.costing.allocation import UnallocatedCost
from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.impact.restoration import RestorationPlan
from domestique.impact.wish import ConflictKind
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say


def chain_gaps(picture: Picture, gaps: Iterable[Comparison]) -> Iterator[Finding]:
    """R16: what lies beneath promises at least as much as what is promised on top of it."""
    customers = {agreement.id: agreement.customer for agreement in picture.agreements}
    for gap in gaps:
        customer = next((customers[id_] for id_ in gap.on if id_ in customers), "")
        facts = picture.services.get(gap.service)
        yield Finding(
            "R16",
            "services",
            gap.service,
            gap.what,
            gap.advice,
            customer,
            facts.owner if facts else "",
        )


def notice_dates(notices: Iterable[Notice]) -> Iterator[Finding]:
    """S3-09: a notice date has passed, or a decision about a contract is due."""
    for notice in notices:
        if notice.state in (NoticeState.PASSED, NoticeState.DUE):
            yield Finding("S3-09", "suppliers", notice.contract, notice.what, notice.advice)


def impossible_promises(picture: Picture, plan: RestorationPlan) -> Iterator[Finding]:
    """R23: what is promised back by a time can be back by then, with all hands, when everything is lost."""
    for clock in plan.clocks:
        if clock.promised is None or clock.earliest is None or clock.earliest <= clock.promised:
            continue
        yield _service_finding(
            picture,
            clock.service,
            say(
                "%(service)s promises to be back after %(promised)s minutes, but when everything is lost "
                "nobody can restore it before %(earliest)s.",
                service=picture.name_of_service(clock.service),
                promised=clock.promised,
                earliest=clock.earliest,
            ),
            say(
                "Shorten what it waits for, or promise %(earliest)s minutes.",
                earliest=clock.earliest,
            ),
        )


def wish_against_physics(picture: Picture, plan: RestorationPlan) -> Iterator[Finding]:
    """R23: a wish for an order, or a promise, that contradicts what stands on what."""
    advice = {
        ConflictKind.WISHED_AFTER_DEPENDANT: say(
            "Move it up in the wish: it will be restored first anyway."
        ),
        ConflictKind.PROMISE_TOO_LOOSE: say("Promise what the services on top of it need."),
    }
    names = {service.id: service.name for service in picture.services.values()}
    for conflict in plan.conflicts:
        if conflict.kind in advice:
            yield _service_finding(
                picture, conflict.service, conflict.sentence.naming(names), advice[conflict.kind]
            )


def _service_finding(picture: Picture, service: str, text: Sentence, advice: Sentence) -> Finding:
    facts = picture.services.get(service)
    return Finding("R23", "services", service, text, advice, "", facts.owner if facts else "")


def unallocated_costs(
    picture: Picture, unallocated: Iterable[UnallocatedCost], currency: str
) -> Iterator[Finding]:
    """R21: every krona reaches a customer-facing service; what does not is named."""
    for cost in unallocated:
        yield Finding(
            "R21",
            "services",
            cost.service,
            say(
                "%(amount)s %(currency)s of %(service)s reaches no customer-facing service. %(reason)s",
                amount=from_minor(cost.amount, currency),
                currency=currency,
                service=picture.name_of_service(cost.service),
                reason=cost.reason,
            ),
            say(
                "Complete the cost shares of %(service)s, or keep it knowingly as idle cost.",
                service=picture.name_of_service(cost.service),
            ),
        )


def refused_reckoning(rule: str, table: str, refusal: Sentence) -> Finding:
    """Return the finding that something could not be reckoned at all, with the refusal as its text."""
    return Finding(
        rule,
        table,
        "",
        refusal,
        say("Mend the rows it names; until then these figures are not known."),
    )

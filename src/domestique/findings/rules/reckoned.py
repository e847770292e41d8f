"""Findings that follow from what other rooms reckoned: chains, contracts, restoration, cost (R16, R21, R23, S3-09)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from domestique.agreements.comparison import Comparison, ComparisonForm
from domestique.agreements.notice import Notice, NoticeState
from domestique.costing.allocation import UnallocatedCost
from domestique.delivery.level import Level
from domestique.findings.finding import Finding, Names, Sketch
from domestique.findings.picture import Picture
from domestique.impact.restoration import WorstDay
from domestique.impact.wish import Conflict, ConflictKind
from domestique.quantities.local_time import local_of
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say, say_counted


def chain_gaps(picture: Picture, gaps: Iterable[Comparison]) -> Iterator[Sketch]:
    """R16: what lies beneath promises at least as much as what is promised on top of it."""
    customers: dict[str, str] | None = None
    for gap in gaps:
        customer = ""
        if gap.form is ComparisonForm.CUSTOMER:
            if (
                customers is None
            ):  # not looked at before, so that all viewers share what names no customer
                customers = {one.id: one.customer for one in picture.agreements}
            customer = customers.get(gap.on[0], "")
        facts = picture.services.get(gap.service)
        owner = facts.owner if facts else ""
        yield Sketch("R16", "services", gap.service, _gap, (gap,), customer, owner)


def _gap(_names: Names, gap: Comparison) -> tuple[Sentence, Sentence]:
    return gap.sentences


def unnoted_outages(picture: Picture, levels: Iterable[Level]) -> Iterator[Sketch]:
    """S2-25: whether a service was up while what it needs was away is on record."""
    for level in levels:
        service, now = level.case.service, level.rules.now
        facts = picture.services.get(service)
        for one in level.doubts:
            start, end = one.until(now)
            values = (
                service,
                one.service,
                local_of(one.start, level.case.time.zone),
                -(-(end - start) // 60),
                one.root == service,
            )
            owner = facts.owner if facts else ""
            yield Sketch("S2-25", "services", service, _unnoted, values, "", owner)


def _unnoted(
    names: Names,
    service: str,
    away: str,
    starts: datetime,
    minutes: int,
    is_root: bool,  # noqa: FBT001 - a value of a sketch
) -> tuple[Sentence, Sentence]:
    text = say_counted(
        "%(away)s was away %(count)s minute from %(starts)s; "
        "%(service)s has no outage then: was it up?",
        "%(away)s was away %(count)s minutes from %(starts)s; "
        "%(service)s has no outage then: was it up?",
        minutes,
        away=names.service(away),
        starts=starts,
        service=names.service(service),
    )
    if is_root:
        text = say(
            "The outage of %(away)s from %(starts)s began in %(service)s, which has no outage then: was it up?",
            away=names.service(away),
            service=names.service(service),
            starts=starts,
        )
    return text, say(
        "Enter its outage; or, if it was up, write it into “not felt by” of the outage of %(away)s.",
        away=names.service(away),
    )


def notice_dates(notices: Iterable[Notice]) -> Iterator[Finding]:
    """S3-09: a notice date has passed, or a decision about a contract is due."""
    for notice in notices:
        if notice.state in (NoticeState.PASSED, NoticeState.DUE):
            yield Finding(
                "S3-09", "supplier_contracts", notice.contract, notice.what, notice.advice
            )


def promises_nobody_keeps(picture: Picture, worst: WorstDay) -> Iterator[Sketch]:
    """R23: what is promised back by a time can be back by then, with all hands, when everything is lost."""
    times = zip(worst.work.ids, worst.work.promised, worst.physics.earliest, strict=True)
    for service, promised, earliest in times:
        if promised is not None and earliest is not None and earliest > promised:
            yield _sketch(picture, service, _impossible, (service, promised, earliest))


def _impossible(
    names: Names, service: str, promised: int, earliest: int
) -> tuple[Sentence, Sentence]:
    text = say(
        "%(service)s promises to be back after %(promised)s minutes, but when everything is lost "
        "nobody can restore it before %(earliest)s.",
        service=names.service(service),
        promised=promised,
        earliest=earliest,
    )
    return text, say(
        "Shorten what it waits for, or promise %(earliest)s minutes.", earliest=earliest
    )


ADVICE = {
    ConflictKind.WISHED_AFTER_DEPENDANT: say(
        "Move it up in the wish: it will be restored first anyway."
    ),
    ConflictKind.PROMISE_TOO_LOOSE: say("Promise what the services on top of it need."),
}


def wish_against_physics(picture: Picture, worst: WorstDay) -> Iterator[Sketch]:
    """R23: a wish for an order, or a promise, that contradicts what stands on what."""
    for conflict in worst.conflicts:
        if conflict.kind in ADVICE:
            yield _sketch(picture, conflict.service, _contradiction, (conflict,))


def _contradiction(names: Names, conflict: Conflict) -> tuple[Sentence, Sentence]:
    return conflict.sentence.naming(names.services), ADVICE[conflict.kind]


def _sketch(
    picture: Picture,
    service: str,
    words: Callable[..., tuple[Sentence, Sentence]],
    values: tuple[Any, ...],
) -> Sketch:
    facts = picture.services.get(service)
    return Sketch("R23", "services", service, words, values, "", facts.owner if facts else "")


def unallocated_costs(unallocated: Iterable[UnallocatedCost], currency: str) -> Iterator[Sketch]:
    """R21: every krona reaches a customer-facing service; what does not is named."""
    for cost in unallocated:
        yield Sketch("R21", "services", cost.service, _unallocated, (cost, currency))


def _unallocated(names: Names, cost: UnallocatedCost, currency: str) -> tuple[Sentence, Sentence]:
    service = names.service(cost.service)
    text = say(
        "%(amount)s %(currency)s of %(service)s reaches no customer-facing service. %(reason)s",
        amount=from_minor(cost.amount, currency),
        currency=currency,
        service=service,
        reason=cost.reason,
    )
    return text, say(
        "Complete the cost shares of %(service)s, or keep it knowingly as idle cost.",
        service=service,
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

"""What the steering group is to decide, to watch and to stop, from findings and the picture of today."""

from collections.abc import Iterator, Mapping, Sequence

from domestique.agreements.notice import Notice, NoticeState
from domestique.answers.needs.escalations import EscalatedQuestion, Untold
from domestique.answers.today.attention import Cause, Reason
from domestique.answers.today.today import Today
from domestique.findings.findings import (
    PROMISE_ABOVE_WHAT_CARRIES_IT,
    ROLE_NOT_ACCEPTED,
    SAME_ASK,
    USE_AND_AGREEMENT,
    WAITS_FOR_DECISION,
    Findings,
)
from domestique.quantities.sentence import LIST, Sentence, say, say_counted
from domestique.relations.models import CustomerActivity

IMPOSSIBLE_PROMISE = "R23"
MOST_MISSED = 2


def text_of_cause(reasons: Sequence[Reason], cause: Cause) -> Sentence | None:
    """Return how a cause is said among the reasons why somebody is needed; ``None`` if it is none of them."""
    return next((reason.text for reason in reasons if reason.cause is cause), None)


def to_decide(
    found: Findings, notices: Sequence[Notice], questions: Sequence[EscalatedQuestion]
) -> Iterator[Sentence]:
    """Yield what waits: escalated questions, needs, roles nobody accepted, agreements not in force, notice dates."""
    for one in questions:
        yield say("%(question)s (%(due)s)", due=one.due, question=one.escalation.question)
    yield from (one.text for one in found.of(WAITS_FOR_DECISION))
    yield from (
        one.text for one in found.of(ROLE_NOT_ACCEPTED).only(lambda one: one.table == "customers")
    )
    yield from (
        one.text for one in found.of(USE_AND_AGREEMENT).only(lambda one: one.table == "agreements")
    )
    passed = [one for one in notices if one.state is NoticeState.PASSED]
    due = [one for one in notices if one.state is NoticeState.DUE]
    if passed:
        yield say_counted(
            "Notice of %(count)s contract is overdue: %(names)s.",
            "Notice of %(count)s contracts is overdue: %(names)s.",
            len(passed),
            names=LIST.join(one.name for one in passed),
        )
    if due:
        yield say_counted(
            "%(count)s contract must be renewed or left by %(day)s: %(names)s.",
            "%(count)s contracts must be renewed or left, the first by %(day)s: %(names)s.",
            len(due),
            day=due[0].on,
            names=LIST.join(one.name for one in due),
        )


def to_watch(
    today: Today, plans: Sequence[CustomerActivity], untold: Sequence[Untold]
) -> Iterator[Sentence]:
    """Yield what was decided and not told back, missed for most, who is silent, and what customers plan soon."""
    for answer in untold:
        yield say(
            "Decided %(day)s, and %(customer)s has not been told: %(question)s",
            day=answer.decision.decided_on,
            customer=answer.customer_name,
            question=answer.decision.question,
        )
    for one in today.missed[:MOST_MISSED]:
        missed = say_counted(
            "%(level)s, missed for %(count)s customer.",
            "%(level)s, missed for %(count)s customers.",
            one.customers,
            level=one.chip.text,
        )
        apart = say("No agreement was in force for %(count)s more.", count=one.unpromised)
        yield say("%(missed)s %(apart)s", missed=missed, apart=apart) if one.unpromised else missed
    for row in today.rows:
        silent = text_of_cause(row.reasons, Cause.SILENT)
        if silent is not None:
            yield say("%(customer)s: %(reason)s.", customer=row.name, reason=silent)
    names = {row.id: row.name for row in (*today.rows, *today.quiet)}
    for plan in plans:
        yield say(
            "%(day)s, %(customer)s: %(what)s.",
            customer=names.get(plan.customer_id, plan.customer_id),
            day=plan.date,
            what=plan.what,
        )


def to_stop(found: Findings, names: Mapping[str, str]) -> Iterator[Sentence]:
    """Yield promises nobody can keep, the same ask done twice, and use that nothing covers."""
    impossible = sorted({one.subject for one in found.of(IMPOSSIBLE_PROMISE).sketches})
    if impossible:
        yield say_counted(
            "Promising %(count)s service back sooner than anyone can: %(services)s.",
            "Promising %(count)s services back sooner than anyone can: %(services)s.",
            len(impossible),
            services=", ".join(names.get(id_, id_) for id_ in impossible[:6]),
        )
    chains = found.of(PROMISE_ABOVE_WHAT_CARRIES_IT)
    weak = {one.subject for one in chains.sketches if not one.customer}
    if weak:
        yield say_counted(
            "Promising %(count)s service a level above what carries it.",
            "Promising %(count)s services levels above what carries them.",
            len(weak),
        )
    yield from (one.text for one in chains.only(lambda one: bool(one.customer)))
    yield from (one.text for one in found.of(SAME_ASK))
    yield from (
        one.text for one in found.of(USE_AND_AGREEMENT).only(lambda one: one.table != "agreements")
    )

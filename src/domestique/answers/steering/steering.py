"""One page for the IT steering group, read on paper before the meeting (practice 6, S2-02, S5-05). Nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from domestique.agreements.choices import AGREED
from domestique.agreements.queries import agreements_visible_to
from domestique.answers.needs.escalations import EscalatedQuestion, escalated_questions, untold_of
from domestique.answers.steering.steering_lists import text_of_cause, to_decide, to_stop, to_watch
from domestique.answers.today.attention import Cause
from domestique.answers.today.customer_rows import CustomerRow
from domestique.answers.today.today import today_for
from domestique.findings.findings import WAITS_FOR_DECISION, Findings
from domestique.findings.grouped import findings_seen_by
from domestique.portfolio.queries import service_names
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum
from domestique.relations.models import CustomerActivity
from domestique.relations.queries import (
    activities_visible_to,
    escalations_visible_to,
    needs_visible_to,
)
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import pulses_visible_to
from domestique.telling.chips import Chip
from domestique.telling.months import Stretch
from domestique.vocabulary.speech import short_money

MOST_ROWS = 14
MOST_ITEMS = 7
PLANS_WITHIN_DAYS = 60
RENEW_WITHIN_DAYS = 60
GLADNESS = {Mood.NEGATIVE: 0, Mood.NEUTRAL: 1, Mood.POSITIVE: 2}


@dataclass(frozen=True, slots=True)
class SteeringRow:
    """One customer: the row of today's page, how the mood moved, and the next decision needed."""

    row: CustomerRow
    trend: Chip
    decision: Sentence | None


@dataclass(frozen=True, slots=True)
class Items:
    """One of the three lists, cut to what fits; ``more`` says how many were left off."""

    title: Sentence
    items: tuple[Sentence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SteeringPage:
    """The page: the answer, the customers, and what to decide, to watch and to stop."""

    day: date
    headline: Sentence
    reason: Sentence | None
    currency: str
    stretch: Stretch | None
    rows: tuple[SteeringRow, ...]
    more: int
    lists: tuple[Items, ...]
    customers: tuple[CustomerRow, ...]
    questions: tuple[EscalatedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Pending:
    """What a customer's next decision is chosen from, the most pressing first."""

    waiting: str = ""
    status: str = ""
    ended_on: date | None = None
    above_budget: Sentence | None = None
    ends_on: date | None = None
    question: str = ""


def next_decision(pending: Pending) -> Sentence | None:
    """Return the next decision a customer needs; ``None`` when none is known. A pure rule, in a fixed order."""
    if pending.question:
        return say("decide: %(question)s", question=pending.question)
    if pending.waiting:
        return say("decide on “%(need)s”", need=pending.waiting)
    if pending.status:
        return say("settle who is customer; the role is %(status)s", status=pending.status)
    if pending.ended_on is not None:
        return say("renew the agreement that ended %(day)s", day=pending.ended_on)
    if pending.above_budget is not None:
        return say("pay or stop: %(reason)s", reason=pending.above_budget)
    if pending.ends_on is not None:
        return say("renew the agreement before %(day)s", day=pending.ends_on)
    return None


def mood_trend(faces: Sequence[Mood]) -> Chip:
    """Say how the mood moved between the two newest pulses, newest first; one alone has no trend."""
    known = [GLADNESS[face] for face in faces if face in GLADNESS][:2]
    if len(known) < 2:
        return Chip("unknown", say("not known"))
    newest, before = known
    if newest > before:
        return Chip("met", say("gladder"))
    return Chip("missed", say("less glad")) if newest < before else Chip("plain", say("same"))


def steering_page(viewer: Viewer, clock: date) -> SteeringPage:
    """Return the page in a fixed number of queries."""
    today, found = today_for(viewer, clock), findings_seen_by(viewer, clock)
    every = (*today.rows, *today.quiet)
    questions = _questions(viewer, today.day, today.currency)
    pending = _pending(viewer, today.day, every, found, questions)
    faces = _faces(viewer, today.day)
    rows = tuple(
        SteeringRow(row, mood_trend(faces.get(row.id, ())), next_decision(pending[row.id]))
        for row in every[:MOST_ROWS]
    )
    decide = _cut(say("Decide now"), to_decide(found, today.notices, questions))
    return SteeringPage(
        day=today.day,
        headline=_headline(len(decide.items) + decide.more, bool(every)),
        reason=_reason(every, today.currency),
        currency=today.currency,
        stretch=today.stretch,
        rows=rows,
        more=max(0, len(every) - MOST_ROWS),
        lists=(
            decide,
            _cut(
                say("Watch"),
                to_watch(today, _plans(viewer, today.day), untold_of(viewer, today.day)),
            ),
            _cut(say("Stop"), to_stop(found, service_names(viewer))),
        ),
        customers=every,
        questions=questions,
    )


def _questions(viewer: Viewer, day: date, currency: str) -> tuple[EscalatedQuestion, ...]:
    """Return the open questions that lie with the steering group, the nearest day first."""
    lying = escalations_visible_to(viewer).filter(forum=Forum.STEERING, withdrawn_on__isnull=True)
    return tuple(one for one in escalated_questions(viewer, day, lying, currency) if one.is_open)


def _plans(viewer: Viewer, day: date) -> list[CustomerActivity]:
    soon = day + timedelta(PLANS_WITHIN_DAYS)
    return list(activities_visible_to(viewer, day).filter(date__lte=soon))


def _cut(title: Sentence, items: Iterable[Sentence]) -> Items:
    every = tuple(items)
    return Items(title, every[:MOST_ITEMS], max(0, len(every) - MOST_ITEMS))


def _headline(decisions: int, has_customers: bool) -> Sentence:  # noqa: FBT001 - a fact, not a switch
    if not has_customers:
        return say("There is no picture yet.")
    if not decisions:
        return say("Nothing waits for a decision.")
    return say_counted(
        "%(count)s decision is needed.", "%(count)s decisions are needed.", decisions
    )


def _reason(rows: Sequence[CustomerRow], currency: str) -> Sentence | None:
    """Say which customer we are about to lose: the one with most at stake."""
    stakes = [(row.at_stake, row.name) for row in rows if row.at_stake]
    if not stakes:
        return None
    amount, name = max(stakes)
    return say(
        "Most to lose: %(customer)s with %(amount)s a year; %(total)s in all.",
        customer=name,
        amount=short_money(amount, currency),
        total=short_money(sum((stake for stake, _ in stakes), Decimal(0)), currency),
    )


def _pending(
    viewer: Viewer,
    day: date,
    rows: Sequence[CustomerRow],
    found: Findings,
    questions: Sequence[EscalatedQuestion],
) -> dict[str, Pending]:
    names = dict(needs_visible_to(viewer).values_list("id", "need"))
    waiting = {one.customer: names.get(one.subject, "") for one in found.of(WAITS_FOR_DECISION)}
    asked = {one.escalation.customer_id: one.escalation.question for one in reversed(questions)}
    ending = _ending(viewer, day)
    return {
        row.id: Pending(
            question=asked.get(row.id, ""),
            waiting=waiting.get(row.id, ""),
            status=row.status if text_of_cause(row.reasons, Cause.NOT_ACCEPTED) else "",
            ended_on=next((one.ended_on for one in row.reasons if one.ended_on), None),
            above_budget=text_of_cause(row.reasons, Cause.ABOVE_BUDGET),
            ends_on=ending.get(row.id),
        )
        for row in rows
    }


def _ending(viewer: Viewer, day: date) -> dict[str, date]:
    """Return when the agreement of each customer ends, where it is soon and no later one is in force."""
    rows = agreements_visible_to(viewer).filter(status__in=AGREED, ends__gte=day)
    last: dict[str, date] = {}
    for customer, ends in rows.values_list("customer_id", "ends"):
        if ends is not None:
            last[customer] = max(ends, last.get(customer, ends))
    soon = day + timedelta(RENEW_WITHIN_DAYS)
    return {customer: ends for customer, ends in last.items() if ends <= soon}


def _faces(viewer: Viewer, day: date) -> Mapping[str, list[Mood]]:
    said = pulses_visible_to(viewer).exclude(whose=WhoseWords.GUESS)
    pulses = said.filter(date__lte=day).order_by("customer_id", "-date")
    faces = pulses.values_list("customer_id", "face")
    return gathered((customer, Mood(face)) for customer, face in faces)

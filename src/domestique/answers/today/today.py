"""Today: the three questions for every customer, those who need somebody first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domestique.agreements.notice import Notice, NoticeState, notice_state
from domestique.agreements.queries import contracts_to_end
from domestique.answers.today.attention import Cause, urgency
from domestique.answers.today.customer_rows import AllCustomers, CustomerRow, customer_row, gather
from domestique.answers.today.waiting_for_you import Waits, what_waits
from domestique.parties.choices import RoleStatus
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.portfolio.models import Service
from domestique.quantities.figure import Figure
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import stored_while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.queries import activities_visible_to
from domestique.satisfaction.pulse import Mood, Satisfaction
from domestique.telling.chips import Chip, named_level_chip
from domestique.telling.months import Stretch

SOON_DAYS = 100
MOST_ACTIVITIES = 6
DECIDE_WITHIN_DAYS = 90


@dataclass(frozen=True, slots=True)
class MissedService:
    """A level missed in the month, for how many customers to whom it was promised, and for how many it was not."""

    service: str
    name: str
    chip: Chip
    customers: int
    unpromised: int


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """Something a customer plans soon."""

    id: str
    date: date
    what: str
    effect: str
    customer: str
    customer_name: str


@dataclass(frozen=True, slots=True)
class Today:
    """The page: the answer, who needs somebody, who does not, and what is due."""

    day: date
    headline: Sentence
    headline_rest: Sentence | None
    reasons: tuple[Sentence, ...]
    satisfied: Figure | None
    at_stake: Figure | None
    rows: tuple[CustomerRow, ...]
    quiet: tuple[CustomerRow, ...]
    month: Month | None
    missed: tuple[MissedService, ...]
    notices: tuple[Notice, ...]
    activities: tuple[PlannedActivity, ...]
    currency: str = "SEK"
    stretch: Stretch | None = None
    next_steps: tuple[Sentence, ...] = ()
    waits: tuple[Waits, ...] = ()
    has_customers: bool = True
    has_services: bool = True

    @property
    def is_known(self) -> bool:
        """Whether levels or moods are known, so that quiet means something."""
        return self.month is not None or any(row.voice for row in (*self.rows, *self.quiet))


@stored_while_unchanged
def today_for(viewer: Viewer, clock: date) -> Today:
    """Return the page for a viewer, in a number of queries that does not grow with the customers.

    Remembered until a record changes.
    """
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    customers = list(customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN))
    facts = gather(viewer, organisation, day, clock)
    rows = [customer_row(customer, facts) for customer in customers]
    needing = sorted(
        (row for row in rows if row.reasons),
        key=lambda row: urgency(row.reasons, row.at_stake, row.id),
    )
    headline, rest = _headline(facts.satisfaction, len(rows))
    return Today(
        day=day,
        headline=headline,
        headline_rest=rest,
        reasons=tuple(_reasons(facts.satisfaction, rows)),
        satisfied=facts.satisfaction.satisfied if facts.satisfaction.accepted else None,
        at_stake=facts.satisfaction.at_stake,
        rows=tuple(needing),
        quiet=tuple(row for row in rows if not row.reasons),
        month=facts.month,
        missed=_missed(facts),
        notices=_notices(viewer, day),
        activities=_activities(viewer, day, {row.id: row.name for row in rows}),
        currency=organisation.currency,
        stretch=facts.stretch,
        next_steps=tuple(_next_steps(facts)),
        waits=what_waits(viewer, day),
        has_customers=bool(customers),
        has_services=bool(facts.service_names) or Service.objects.exists(),
    )


def _next_steps(facts: AllCustomers) -> list[Sentence]:
    """Return which tables would tell most, while they are missing."""
    steps = [
        (
            any(mood.newest for mood in facts.moods.values()),
            say("Ask customers how they feel and load pulses: that answers the first question."),
        ),
        (
            any(charge.actual is not None for charge in facts.charges.values()),
            say("Load prices and actual_consumption: then every customer has a bill."),
        ),
        (
            facts.month is not None,
            say("Load outages: then promised and delivered levels stand beside each other."),
        ),
    ]
    return [step for is_there, step in steps if not is_there]


def _headline(satisfaction: Satisfaction, customers: int) -> tuple[Sentence, Sentence | None]:
    accepted = len(satisfaction.accepted)
    if not customers:
        return say("There is no picture yet."), None
    if not accepted:
        return say("We do not know yet whether customers are satisfied."), None
    negative, unknown = satisfaction.count(Mood.NEGATIVE), satisfaction.count(Mood.UNKNOWN)
    if unknown == accepted:
        return say("We do not know yet whether customers are satisfied."), None
    headline = say_counted(
        "%(satisfied)s of %(count)s customer is satisfied.",
        "%(satisfied)s of %(count)s customers are satisfied.",
        accepted,
        satisfied=satisfaction.count(Mood.POSITIVE),
    )
    return headline, _rest(satisfaction.in_between, negative, unknown)


def _rest(between: int, unhappy: int, unknown: int) -> Sentence | None:
    if between and unknown:
        return say_counted(
            "%(between)s in between, %(count)s is not, and %(unknown)s we do not know.",
            "%(between)s in between, %(count)s are not, and %(unknown)s we do not know.",
            unhappy,
            between=between,
            unknown=unknown,
        )
    if between:
        return say_counted(
            "%(between)s in between, %(count)s is not.",
            "%(between)s in between, %(count)s are not.",
            unhappy,
            between=between,
        )
    if unhappy and unknown:
        return say_counted(
            "%(count)s is not, and %(unknown)s we do not know.",
            "%(count)s are not, and %(unknown)s we do not know.",
            unhappy,
            unknown=unknown,
        )
    if unhappy:
        return say_counted("%(count)s is not.", "%(count)s are not.", unhappy)
    return (
        say_counted("%(count)s we do not know.", "%(count)s we do not know.", unknown)
        if unknown
        else None
    )


def _reasons(satisfaction: Satisfaction, rows: list[CustomerRow]) -> list[Sentence]:
    sentences = []
    unaccepted = [
        row.name for row in rows if any(r.cause is Cause.NOT_ACCEPTED for r in row.reasons)
    ]
    if unaccepted:
        sentences.append(
            say_counted(
                "%(count)s customer is served without an accepted customer role: %(names)s.",
                "%(count)s customers are served without an accepted customer role: %(names)s.",
                len(unaccepted),
                names=", ".join(unaccepted[:4]) + (" …" if len(unaccepted) > 4 else ""),
            )
        )
    if rows and not satisfaction.accepted:
        sentences.append(say("Nobody has accepted the role of customer yet."))
    return sentences


def _activities(viewer: Viewer, day: date, names: Mapping[str, str]) -> tuple[PlannedActivity, ...]:
    soon = activities_visible_to(viewer, day).filter(date__lte=day + timedelta(SOON_DAYS))
    rows = soon.values_list("id", "date", "what", "effect", "customer_id")[:MOST_ACTIVITIES]
    return tuple(PlannedActivity(*row, names.get(row[-1], row[-1])) for row in rows)


def _missed(facts: AllCustomers) -> tuple[MissedService, ...]:
    counts: Counter[str] = Counter()
    unpromised: Counter[str] = Counter()
    levels = {}
    for promises in facts.promises.values():
        for kept in promises.missed:
            counts[kept.service] += 1
            unpromised[kept.service] += not kept.is_promised
            if kept.is_promised or kept.service not in levels:
                levels[kept.service] = kept.level
    return tuple(
        MissedService(
            service,
            facts.service_names.get(service, service),
            named_level_chip(facts.service_names.get(service, service), levels[service]),
            count - unpromised[service],
            unpromised[service],
        )
        for service, count in counts.most_common(6)
    )


def _notices(viewer: Viewer, day: date) -> tuple[Notice, ...]:
    notices = [
        notice_state(contract, day, DECIDE_WITHIN_DAYS)
        for contract in contracts_to_end(viewer, day)
    ]
    due = [one for one in notices if one.state in (NoticeState.PASSED, NoticeState.DUE)]
    return tuple(sorted(due, key=lambda one: (one.on or day, one.contract))[:6])

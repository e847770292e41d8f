"""The year wheel: what a customer manager does when, and how much of it is due now (practice, section 3).

It shows and never asks: nothing waits for anything here (S2-27).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from domestique.agreements.choices import AGREED, AgreementStatus
from domestique.agreements.queries import agreements_visible_to, lines_visible_to
from domestique.answers.meetings.meeting_lines import rhythm_lines
from domestique.consumption.queries import planned_visible_to
from domestique.costing.bills.price_list import PriceList
from domestique.costing.queries import prices_visible_to
from domestique.findings.findings import NOTICE_DATE, Findings
from domestique.findings.grouped import findings_seen_by
from domestique.parties.choices import RoleStatus
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import goals_visible_to, services_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import MeetingKind
from domestique.relations.meetings.cadence import Rhythm
from domestique.relations.meetings.promise_state import PromiseState, promise_state
from domestique.relations.meetings.queries import (
    contacts_visible_to,
    given,
    promises_visible_to,
    spoken_with,
)
from domestique.relations.meetings.silence import silence_on
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.telling.months import MONTH_NAMES

INCOMPLETE_SERVICE = "R15"
RENEWAL_AHEAD = timedelta(days=120)


Words = tuple[Sentence, Sentence, str, str, str]
"""Work: what, what comes out, where it is done, and what is due in words for one and for many."""

OVERDUE = ("%(count)s is overdue", "%(count)s are overdue")
RHYTHM: tuple[tuple[Sentence, tuple[Words, ...]], ...] = (
    (
        say("Every day, ten minutes"),
        (
            (
                say("Look at the customers; call back on a bad day"),
                say("call notes"),
                "today",
                "%(count)s customer is not satisfied",
                "%(count)s customers are not satisfied",
            ),
        ),
    ),
    (
        say("Every week"),
        (
            (
                say("Follow up what was said"),
                say("contact notes"),
                "contacts",
                "%(count)s follow-up is open",
                "%(count)s follow-ups are open",
            ),
            (
                say("One or two useful conversations"),
                say("contact notes"),
                "customers",
                "%(count)s customer nobody has spoken with for long",
                "%(count)s customers nobody has spoken with for long",
            ),
            (
                say("Chase promises"),
                say("kept promises"),
                "promised",
                "%(count)s promise is overdue",
                "%(count)s promises are overdue",
            ),
        ),
    ),
    (
        say("Every two weeks"),
        ((say("Customer team meeting"), say("minutes, actions"), "meetings", *OVERDUE),),
    ),
    (
        say("Every month"),
        ((say("Follow-up with orderers"), say("service report, actions"), "meetings", *OVERDUE),),
    ),
    (
        say("Every quarter"),
        (
            (
                say("Development dialogue with the customer"),
                say("relationship plan"),
                "meetings",
                *OVERDUE,
            ),
            (say("The IT steering group"), say("decisions, told back"), "steering", *OVERDUE),
        ),
    ),
    (
        say("Twice a year"),
        (
            (
                say("Ask how they feel, and report back within a month"),
                say("report, promises"),
                "customers",
                "the mood of %(count)s customer is not known",
                "the mood of %(count)s customers is not known",
            ),
        ),
    ),
)
"""What is done all the time, in the order in which ``_due_now`` counts."""
MONTHS: tuple[Words | None, ...] = (
    (
        say("Confirm what each service is worth"),
        say("confirmed values"),
        "findings",
        "%(count)s value is not confirmed",
        "%(count)s values are not confirmed",
    ),
    (
        say("Review the catalogue"),
        say("refreshed catalogue"),
        "catalogue",
        "%(count)s service lacks something",
        "%(count)s services lack something",
    ),
    (
        say("Bring what customers want to the strategy"),
        say("strategy digest"),
        "portfolio",
        "the goals of %(count)s customer are not known",
        "the goals of %(count)s customers are not known",
    ),
    (
        say("Agree on impact levels and the order of restoration"),
        say("impact table"),
        "restoration",
        "%(count)s service has no impact level",
        "%(count)s services have no impact level",
    ),
    (
        say("Draft the price list"),
        say("price list"),
        "money",
        "%(count)s service has no price for next year",
        "%(count)s services have no price for next year",
    ),
    (
        say("Plan consumption with customers"),
        say("planned consumption"),
        "money",
        "%(count)s customer has no plan for next year",
        "%(count)s customers have no plan for next year",
    ),
    None,
    (
        say("First round of the budget"),
        say("budget"),
        "money",
        "the IT budget of %(count)s customer is not known",
        "the IT budgets of %(count)s customers are not known",
    ),
    (
        say("Talk about renewing agreements"),
        say("agreements"),
        "customers",
        "%(count)s agreement ends within four months",
        "%(count)s agreements end within four months",
    ),
    (
        say("Fix the budget; give notice to suppliers in time"),
        say("budget, notices"),
        "findings",
        "%(count)s notice date passed or near",
        "%(count)s notice dates passed or near",
    ),
    (
        say("Customers accept their agreements"),
        say("accepted agreements"),
        "customers",
        "%(count)s agreement is not accepted",
        "%(count)s agreements are not accepted",
    ),
    (
        say("Tell each customer the story of her year"),
        say("yearly letter"),
        "customers",
        "%(count)s customer to write to",
        "%(count)s customers to write to",
    ),
)


@dataclass(frozen=True, slots=True)
class YearWork:
    """One thing that is done at a time of the year: what comes out, how much is due now, and where to do it."""

    what: Sentence
    artefact: Sentence
    due: Sentence | None
    count: int
    route: str


@dataclass(frozen=True, slots=True)
class TimeOfYear:
    """A time, its work, and whether it is now."""

    when: Sentence
    work: tuple[YearWork, ...]
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class YearWheel:
    """What is done all the time, and what is done month by month."""

    rhythm: tuple[TimeOfYear, ...]
    months: tuple[TimeOfYear, ...]


def year_wheel(viewer: Viewer, clock: date) -> YearWheel:
    """Return the wheel in a fixed number of queries."""
    day = day_for(viewer, clock)
    due, all_the_time = (
        _due_by_month(viewer, day, findings_seen_by(viewer, clock)),
        _due_now(viewer, day),
    )
    months = tuple(
        TimeOfYear(name, () if words is None else (_work(words, count),), day.month == number)
        for number, (name, words, count) in enumerate(zip(MONTH_NAMES, MONTHS, due, strict=True), 1)
    )
    rhythm = tuple(
        TimeOfYear(when, tuple(_work(words, next(all_the_time)) for words in work))
        for when, work in RHYTHM
    )
    return YearWheel(rhythm, months)


def _due_now(viewer: Viewer, day: date) -> Iterator[int]:
    """Yield how much of the work of ``RHYTHM`` is due now, in its order."""
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = [one.mood for one in (*satisfaction.accepted, *satisfaction.apart)]
    yield moods.count(Mood.NEGATIVE)
    yield contacts_visible_to(viewer).filter(~Q(follow_up=""), followed_up_on=None).count()
    spoken = spoken_with(viewer)
    yield sum(
        silence_on(day, spoken.get(one.id, ())).is_alarming
        for one in customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    )
    yield sum(
        promise_state(given(one), day) is PromiseState.LATE for one in promises_visible_to(viewer)
    )
    rhythms = rhythm_lines(viewer, day, {})
    overdue = [one.kind for one in rhythms if one.due.rhythm is Rhythm.OVERDUE]
    yield overdue.count(MeetingKind.TEAM)
    yield overdue.count(MeetingKind.FOLLOW_UP)
    yield overdue.count(MeetingKind.DIALOGUE)
    yield 0
    yield moods.count(Mood.UNKNOWN)


def _due_by_month(viewer: Viewer, day: date, found: Findings) -> tuple[int, ...]:
    """Return how much of each month's work is due now; July rests."""
    live = services_visible_to(viewer).filter(state=LifeCycle.LIVE)
    customers = [
        one for one in customers_visible_to(viewer) if one.status != RoleStatus.STEPPED_DOWN
    ]
    agreements = agreements_visible_to(viewer)
    in_force = agreements.filter(status__in=AGREED)
    lines = lines_visible_to(viewer).filter(agreement__status__in=AGREED)
    planned = set(planned_visible_to(viewer, day.year + 1).values_list("customer_id", flat=True))
    with_goals = set(goals_visible_to(viewer).values_list("customer_id", flat=True))
    return (
        lines.filter(value_confirmed=False).count(),
        len(found.of(INCOMPLETE_SERVICE)),
        sum(one.id not in with_goals for one in customers),
        live.filter(impact_level=None).count(),
        _without_price(viewer, live, day.year + 1),
        sum(one.id not in planned for one in customers),
        0,
        sum(one.unit is not None and one.unit.it_budget is None for one in customers),
        in_force.filter(ends__gte=day, ends__lte=day + RENEWAL_AHEAD).count(),
        len(found.of(NOTICE_DATE)),
        agreements.filter(accepted_on=None).exclude(status=AgreementStatus.DRAFT).count(),
        len(customers),
    )


def _without_price(viewer: Viewer, live: QuerySet[Service], year: int) -> int:
    """Return how many services that customers use have no price in a year."""
    prices = PriceList(prices_visible_to(viewer))
    offered = live.filter(kind=ServiceKind.CUSTOMER_FACING).values_list("id", flat=True)
    return sum(prices.opening(id_, year) is None for id_ in offered)


def _work(words: Words, count: int) -> YearWork:
    what, artefact, route, one, many = words
    due = say_counted(one, many, count) if count else None
    return YearWork(what, artefact, due, count, route)

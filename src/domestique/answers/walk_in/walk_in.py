"""Before you walk in: one sheet for the customer manager on the way to a customer (S1-05, S1-22, S2-19)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domestique.answers.customer.customer import CustomerPage, ServiceLine, customer_page
from domestique.answers.customer.prepared_to_pay import ceilings_of
from domestique.answers.money.bills import BillPage, bill_page
from domestique.answers.right_person.right_person import Reached
from domestique.answers.today.customer_rows import above_budget
from domestique.answers.today.today import today_for
from domestique.answers.walk_in.good_questions import (
    CustomersPlan,
    GoodQuestion,
    KnownOfCustomer,
    MissedPromise,
    good_questions,
)
from domestique.costing.bills.currency import Rates
from domestique.costing.queries import rates_visible_to
from domestique.delivery.queries import outages_in
from domestique.findings.finding import Finding
from domestique.findings.findings import NOTICE_DATE, Findings, needs_waiting
from domestique.findings.grouped import findings_seen_by
from domestique.parties.queries import day_for
from domestique.portfolio.queries import contracts_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.models import Need
from domestique.relations.needs.need_state import state_told
from domestique.telling.months import name_of_month
from domestique.vocabulary.speech import short_money

MOST_MISSED = 4
MOST_NEEDS = 4
MOST_PLANS = 3
MOST_OWED = 7
MOST_ORDERERS = 6


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need, how far it has come and who decides; ``is_waiting`` when it waits for her alone."""

    need: Need
    state: Sentence
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class WalkIn:
    """The sheet. The lists are cut to one page; ``more_*`` say how many were left off."""

    day: date
    page: CustomerPage
    said_age: Sentence | None
    alternative: Sentence | None
    team: tuple[Reached, ...]
    missed_title: Sentence
    none_missed: Sentence
    missed: tuple[Sentence, ...]
    more_missed: int
    money: tuple[Sentence, ...]
    needs: tuple[NeedLine, ...]
    more_needs: int
    owed: tuple[Finding, ...]
    more_owed: int
    questions: tuple[GoodQuestion, ...]


def walk_in_sheet(viewer: Viewer, customer_id: str, clock: date) -> WalkIn | None:
    """Return the sheet of a customer, in a fixed number of queries."""
    page = customer_page(viewer, customer_id, clock)
    if page is None:
        return None
    day = day_for(viewer, clock)
    missed = [line for line in page.lines if line.chip.state == "missed"]
    found = findings_seen_by(viewer, clock)
    waiting = needs_waiting(found)
    excess = _above_budget(viewer, page, clock, day)
    away = days_away(missed, page)
    owed = _owed(viewer, page, found)
    promises = [MissedPromise(one.service, one.name, tuple(away[one.service])) for one in missed]
    known = _known(page, day, promises, waiting, excess)
    return WalkIn(
        day=day,
        page=page,
        said_age=_said_age(page),
        alternative=_alternative(page),
        team=_team(page),
        missed_title=_missed_title(page, missed),
        none_missed=none_missed(page),
        missed=tuple(say_missed(line, page, away) for line in missed[:MOST_MISSED]),
        more_missed=max(0, len(missed) - MOST_MISSED),
        money=tuple(_money(bill_page(viewer, customer_id), excess, page.currency)),
        needs=tuple(need_line(need, waiting) for need in page.needs[:MOST_NEEDS]),
        more_needs=max(0, len(page.needs) - MOST_NEEDS),
        owed=owed[:MOST_OWED],
        more_owed=max(0, len(owed) - MOST_OWED),
        questions=good_questions(replace(known, ceilings=ceilings_of(viewer, customer_id))),
    )


def _known(
    page: CustomerPage,
    day: date,
    missed: list[MissedPromise],
    waiting: frozenset[str],
    excess: Decimal | None,
) -> KnownOfCustomer:
    """Gather what the questions are made from."""
    mood = page.mood
    newest = mood.newest if mood else None
    return KnownOfCustomer(
        today=day,
        is_accepted=page.customer.is_accepted,
        mood=page.face,
        said_on=newest.date if newest else None,
        words=newest.words if newest else "",
        contemplating=_contemplating(page),
        month=page.month,
        missed=missed,
        plans=[CustomersPlan(one.what, one.date, tuple(one.services)) for one in page.activities],
        waiting=[need.need for need in page.needs if need.id in waiting],
        ended_on=page.ended_on,
        above_budget=excess,
        currency=page.currency,
        unconfirmed=[line.name for line in page.lines if line.worth.state == "unknown"],
    )


def _contemplating(page: CustomerPage) -> Sentence | None:
    voices = page.mood.voices if page.mood else ()
    return next((voice.contemplated for voice in voices if voice.contemplated), None)


def _said_age(page: CustomerPage) -> Sentence | None:
    if page.mood is None or page.mood.newest is None or page.mood.age_days is None:
        return None
    if not page.mood.voices:
        return say_counted(
            "%(count)s day ago, too old to say anything about now",
            "%(count)s days ago, too old to say anything about now",
            page.mood.age_days,
        )
    return say_counted("%(count)s day ago", "%(count)s days ago", page.mood.age_days)


def _alternative(page: CustomerPage) -> Sentence | None:
    what = _contemplating(page)
    stake = page.mood.at_stake if page.mood else None
    if what and stake:
        return say(
            "Contemplating: %(what)s. %(amount)s a year is at stake.",
            what=what,
            amount=short_money(stake, page.currency),
        )
    return say("Contemplating: %(what)s.", what=what) if what else None


def _team(page: CustomerPage) -> tuple[Reached, ...]:
    team = page.customer.team if page.customer.team_id else None
    if team is None:
        return ()
    colleagues = [
        Reached(say("customer manager"), team.customer_manager),
        Reached(say("delivery manager"), team.delivery_manager),
        Reached(say("service owners"), ", ".join(map(str, team.service_owners))),
    ]
    return tuple(one for one in colleagues if one.name)


def days_away(missed: Sequence[ServiceLine], page: CustomerPage) -> Mapping[str, list[date]]:
    """Return on which days of the month the missed services went away."""
    away: dict[str, list[date]] = {line.service: [] for line in missed}
    if page.month is not None and missed:
        rows = outages_in(page.month).filter(service_id__in=list(away))
        for service, starts in rows.values_list("service_id", "starts"):
            away[service].append(max(starts.date(), page.month.first_day))
    return away


def say_missed(line: ServiceLine, page: CustomerPage, away: Mapping[str, list[date]]) -> Sentence:
    """Say that a level was missed in the page's month, by how much and on which days, as far as it is known."""
    level = line.level
    month = None if page.month is None else name_of_month(page.month)
    if level is None or level.downtime_minutes is None or level.allowed_minutes is None:
        return say("%(service)s missed its level in %(month)s.", service=line.name, month=month)
    days = ", ".join(str(day.day) for day in dict.fromkeys(away[line.service]))
    text = (
        "%(service)s was away %(was)s minutes, on %(days)s %(month)s; the promise of %(promised)s %% allows %(allowed)s."
        if line.is_promised
        else "%(service)s was away %(was)s minutes, on %(days)s %(month)s; "
        "it is built for %(promised)s %%, which allows %(allowed)s."
    )
    return say(
        text,
        service=line.name,
        was=round(level.downtime_minutes),
        days=days,
        month=month,
        promised=level.target,
        allowed=int(level.allowed_minutes),
    )


def _missed_title(page: CustomerPage, missed: Sequence[ServiceLine]) -> Sentence:
    if page.month is None:
        return say("Promised and missed")
    if not all(line.is_promised for line in missed):
        return say("Missed in %(month)s", month=name_of_month(page.month))
    return say("Promised and missed in %(month)s", month=name_of_month(page.month))


def none_missed(page: CustomerPage) -> Sentence:
    """Say what an empty list means: nothing missed, or nothing known."""
    judged = any(line.chip.state in ("met", "near") for line in page.lines)
    return say("Nothing was missed.") if judged else say("It is not known what was kept.")


def _above_budget(viewer: Viewer, page: CustomerPage, clock: date, day: date) -> Decimal | None:
    today = today_for(viewer, clock)
    charges = {row.id: row.charge for row in (*today.rows, *today.quiet)}
    rates = Rates(page.currency, rates_visible_to(viewer))
    return above_budget(page.customer, charges.get(page.customer.id), rates, day.year)


def _money(bill: BillPage | None, excess: Decimal | None, currency: str) -> Iterable[Sentence]:
    if bill is None:
        return
    yield bill.headline
    if bill.forecast is not None and bill.forecast.value is not None:
        yield say(
            "At this pace the year ends at %(amount)s.",
            amount=short_money(bill.forecast.value, currency),
        )
    if excess is not None:
        yield say(
            "The year's plan is %(amount)s above the IT budget.",
            amount=short_money(excess, currency),
        )


def need_line(need: Need, waiting: frozenset[str]) -> NeedLine:
    """Return a need as a sheet shows it."""
    return NeedLine(need, state_told(need.state), need.id in waiting)


def _owed(viewer: Viewer, page: CustomerPage, found: Findings) -> tuple[Finding, ...]:
    """Return what the rules found about her, then the notice dates of contracts that carry her services."""
    used = {line.service for line in page.lines}
    carrying = {
        id_
        for id_, services in contracts_visible_to(viewer).values_list("id", "services")
        if used & set(services)
    }
    notices = found.of(NOTICE_DATE).only(lambda one: one.subject in carrying)
    return (*found.about("customers", page.customer.id), *notices)

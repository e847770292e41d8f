"""Today: the three questions for every customer, those who need somebody first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from domestique.agreements.models import AgreementStatus
from domestique.agreements.notice import Contract, Notice, NoticeState, notice_state
from domestique.agreements.queries import agreements_visible_to
from domestique.costing.currency import Rates
from domestique.costing.queries import rates_visible_to
from domestique.overview.attention import Cause, Reason, Situation, reasons_for, urgency
from domestique.overview.charges import Charge, charges_of_customers
from domestique.overview.chips import Chip, named_level_chip
from domestique.overview.months import Stretch, closed_stretch, logged_span
from domestique.overview.promises import CustomerPromises, planned_units, promises_of_month
from domestique.parties.models import Customer, Organisation, RoleStatus
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    suppliers_visible_to,
    today_of,
)
from domestique.parties.viewer import Viewer
from domestique.portfolio.models import Service
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.relations.queries import activities_visible_to
from domestique.satisfaction.pulse import CustomerMood, Mood, Pulse, Satisfaction
from domestique.satisfaction.queries import satisfaction_seen_by

SOON_DAYS = 100
MOST_ACTIVITIES = 6
DECIDE_WITHIN_DAYS = 90


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer and the three questions: is it the right service, what does it cost, is she prepared to pay."""

    id: str
    name: str
    person: str
    position: str
    status: str
    reasons: tuple[Reason, ...]
    mood: CustomerMood | None
    chips: tuple[Chip, ...]
    charge: Charge | None

    @property
    def is_first(self) -> bool:
        """Whether this is where to begin: the customer says so herself."""
        return bool(self.reasons) and self.reasons[0].cause is Cause.NEGATIVE

    @property
    def is_grave(self) -> bool:
        """Whether the first reason is one that cannot wait."""
        return bool(self.reasons) and self.reasons[0].cause <= Cause.LEVEL_MISSED

    @property
    def face(self) -> Mood:
        """How she feels now; not known without a fresh pulse."""
        return self.mood.mood if self.mood else Mood.UNKNOWN

    @property
    def voice(self) -> Pulse | None:
        """What was last said, if it is fresh enough to say anything about now."""
        return self.mood.voices[0] if self.mood and self.mood.voices else None

    @property
    def last_heard(self) -> date | None:
        """The day anything was last heard, fresh or not."""
        return self.mood.newest.date if self.mood and self.mood.newest else None

    @property
    def at_stake(self) -> Decimal | None:
        """Money a year at stake, by her newest fresh pulse."""
        return self.mood.at_stake if self.mood else None

    @property
    def figure(self) -> Figure | None:
        """What she was charged, with its reckoning."""
        return self.charge.figure if self.charge else None


@dataclass(frozen=True, slots=True)
class MissedService:
    """A level missed in the month, for how many customers."""

    service: str
    name: str
    chip: Chip
    customers: int


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
    has_customers: bool = True
    has_services: bool = True


def today_for(viewer: Viewer, clock: date) -> Today:
    """Return the page for a viewer, in a number of queries that does not grow with the customers."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    customers = list(customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN))
    facts = _gather(viewer, organisation, day, clock)
    rows = [_row(customer, facts) for customer in customers]
    needing = sorted(
        (row for row in rows if row.reasons),
        key=lambda row: urgency(row.reasons, row.at_stake, row.id),
    )
    headline, rest = _headline(facts.satisfaction, len(rows))
    return Today(
        day=day,
        headline=headline,
        headline_rest=rest,
        reasons=tuple(_reasons(facts.satisfaction, rows, organisation.currency)),
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
        has_customers=bool(customers),
        has_services=bool(facts.service_names) or Service.objects.exists(),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything fetched for all customers at once."""

    organisation: Organisation
    day: date
    satisfaction: Satisfaction
    moods: Mapping[str, CustomerMood]
    month: Month | None
    promises: Mapping[str, CustomerPromises]
    stretch: Stretch | None
    planned: Mapping[str, Mapping[str, Decimal]]
    charges: Mapping[str, Charge]
    ended: Mapping[str, date]
    rates: Rates
    service_names: Mapping[str, str]


def _gather(viewer: Viewer, organisation: Organisation, day: date, clock: date) -> _Facts:
    satisfaction = satisfaction_seen_by(viewer, day)
    stretch = closed_stretch(viewer)
    year = stretch.year if stretch else day.year
    planned = planned_units(viewer, year)
    months = logged_span(viewer)
    month = months[0] if months else None
    promises = promises_of_month(viewer, month, clock, planned) if month else {}
    return _Facts(
        organisation=organisation,
        day=day,
        satisfaction=satisfaction,
        moods={mood.customer: mood for mood in (*satisfaction.accepted, *satisfaction.apart)},
        month=month,
        promises=promises,
        stretch=stretch,
        planned=planned,
        charges=charges_of_customers(
            viewer, stretch, planned, year=year, currency=organisation.currency
        ),
        ended=ended_agreements(viewer, day),
        rates=Rates(organisation.currency, rates_visible_to(viewer)),
        service_names=_names_of(viewer, promises),
    )


def _names_of(viewer: Viewer, promises: Mapping[str, CustomerPromises]) -> dict[str, str]:
    """Return the names of the services that had an outage; the others are not named on the page."""
    ids = {kept.service for one in promises.values() for kept in one.disturbed}
    named = Service.objects.filter(pk__in=ids).values_list("id", "name_en", "name_sv", "name_fi")
    return {id_: en or sv or fi or id_ for id_, en, sv, fi in named} if ids else {}


def ended_agreements(viewer: Viewer, day: date) -> dict[str, date]:
    """Return the last day of the newest agreement of each customer who had one and has none in force."""
    ended: dict[str, date] = {}
    rows = agreements_visible_to(viewer).values_list("customer_id", "status", "starts", "ends")
    in_force = {
        customer
        for customer, status, starts, ends in rows
        if status == AgreementStatus.IN_FORCE
        and (starts is None or starts <= day)
        and (ends is None or ends >= day)
    }
    for customer, _, _, ends in rows:
        if customer not in in_force and ends is not None and ends < day:
            ended[customer] = max(ends, ended.get(customer, ends))
    return ended


def _row(customer: Customer, facts: _Facts) -> CustomerRow:
    mood = facts.moods.get(customer.id)
    charge = facts.charges.get(customer.id)
    promises = facts.promises.get(customer.id)
    unit = customer.unit
    situation = Situation(
        mood=mood,
        missed=[
            (facts.service_names.get(kept.service, kept.service), kept.share)
            for kept in (promises.missed if promises else ())
        ],
        ended_on=facts.ended.get(customer.id),
        above_budget=above_budget(customer, charge, facts.rates, facts.day.year),
        currency=facts.organisation.currency,
        status="" if customer.is_accepted else customer.status,
        is_served=customer.id in facts.planned,
    )
    return CustomerRow(
        id=customer.id,
        name=customer_name(customer),
        person=customer.person,
        position=unit.position if unit else "",
        status=customer.status,
        reasons=reasons_for(situation),
        mood=mood,
        chips=_chips(promises, facts),
        charge=charge,
    )


def customer_name(customer: Customer) -> str:
    """Return what a customer is called: her unit, else herself, else the id."""
    unit = customer.unit if customer.unit_id else None
    return (unit.name if unit else "") or customer.person or customer.id


def above_budget(
    customer: Customer, charge: Charge | None, rates: Rates, year: int
) -> Decimal | None:
    """Return by how much the year's planned charge exceeds her IT budget, in the organisation's currency."""
    unit = customer.unit if customer.unit_id else None
    if unit is None or not unit.it_budget or charge is None or charge.year_plan is None:
        return None
    own = unit.currency or charge.currency
    budget = Fraction(unit.it_budget) * rates.planned(own, charge.currency, year)
    excess = Fraction(from_minor(charge.year_plan, charge.currency)) - budget
    return Decimal(round(excess)) if excess > 0 else None


def _chips(promises: CustomerPromises | None, facts: _Facts) -> tuple[Chip, ...]:
    if promises is None:
        return (Chip("unknown", say("levels not known")),)
    missed, near = promises.missed, promises.near
    own = sorted(missed, key=lambda kept: -(kept.share or Fraction(0)))
    chips = [
        named_level_chip(facts.service_names.get(kept.service, kept.service), kept.level)
        for kept in (*own[:1], *(near[:1] if not own else ()))
    ]
    if missed:
        text = say_counted(
            "%(count)s of %(services)s levels missed",
            "%(count)s of %(services)s levels missed",
            len(missed),
            services=promises.services,
        )
        return (*chips, Chip("plain", text)) if len(missed) > 1 else tuple(chips)
    return (*chips, Chip("met", say("all levels met")))


def _headline(satisfaction: Satisfaction, customers: int) -> tuple[Sentence, Sentence | None]:
    accepted = len(satisfaction.accepted)
    if not customers:
        return say("There is no picture yet."), None
    if not accepted:
        return say("We do not know yet whether customers are satisfied."), None
    negative, mixed, unknown = (
        satisfaction.count(mood) for mood in (Mood.NEGATIVE, Mood.MIXED, Mood.UNKNOWN)
    )
    if unknown == accepted:
        return say("We do not know yet whether customers are satisfied."), None
    headline = say(
        "%(satisfied)s of %(accepted)s customers are satisfied.",
        satisfied=satisfaction.count(Mood.POSITIVE),
        accepted=accepted,
    )
    return headline, _rest(negative + mixed, unknown)


def _rest(unhappy: int, unknown: int) -> Sentence | None:
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


def _reasons(satisfaction: Satisfaction, rows: list[CustomerRow], currency: str) -> list[Sentence]:
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


def _missed(facts: _Facts) -> tuple[MissedService, ...]:
    counts: Counter[str] = Counter()
    levels = {}
    for promises in facts.promises.values():
        for kept in promises.missed:
            counts[kept.service] += 1
            levels[kept.service] = kept.level
    return tuple(
        MissedService(
            service,
            facts.service_names.get(service, service),
            named_level_chip(facts.service_names.get(service, service), levels[service]),
            count,
        )
        for service, count in counts.most_common(6)
    )


def _notices(viewer: Viewer, day: date) -> tuple[Notice, ...]:
    contracts = suppliers_visible_to(viewer).values_list(
        "id", "name", "contract_ends", "notice_months"
    )
    notices = [
        notice_state(Contract(*row), day, DECIDE_WITHIN_DAYS)
        for row in contracts
        if row[2] is not None and row[2] >= day
    ]
    due = [one for one in notices if one.state in (NoticeState.PASSED, NoticeState.DUE)]
    return tuple(sorted(due, key=lambda one: (one.on or day, one.contract))[:6])

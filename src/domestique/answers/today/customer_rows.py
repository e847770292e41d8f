"""One row per customer with the three questions, from facts fetched for all customers at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from domestique.agreements.choices import AgreementStatus
from domestique.agreements.queries import agreements_visible_to
from domestique.answers.money.charges import YearCharge, charges_of_customers
from domestique.answers.promises.kept import CustomerPromises, planned_units, promises_of_month
from domestique.answers.today.attention import Cause, Reason, Situation, reasons_for
from domestique.costing.bills.currency import Rates
from domestique.costing.queries import rates_visible_to
from domestique.delivery.level import LevelState
from domestique.delivery.queries import closed_months_of_levels
from domestique.parties.models import Customer, Organisation
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import say, say_counted
from domestique.records.memory.remembering import stored_while_unchanged
from domestique.records.viewer import Viewer
from domestique.satisfaction.pulse import CustomerMood, FeltPulse, Mood, Satisfaction
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.telling.chips import LEVEL_CHIPS, NOT_SURE, NOTHING_PROMISED, Chip, named_level_chip
from domestique.telling.months import Stretch, closed_stretch, year_of_money

LEVELS_NOT_KNOWN = Chip("unknown", say("levels not known"))


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
    charge: YearCharge | None

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
    def voice(self) -> FeltPulse | None:
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
class AllCustomers:
    """Everything fetched for all customers at once."""

    organisation: Organisation
    day: date
    satisfaction: Satisfaction
    moods: Mapping[str, CustomerMood]
    month: Month | None
    promises: Mapping[str, CustomerPromises]
    stretch: Stretch | None
    planned: Mapping[str, Mapping[str, Decimal]]
    charges: Mapping[str, YearCharge]
    ended: Mapping[str, date]
    rates: Rates
    service_names: Mapping[str, str]


def gather(viewer: Viewer, organisation: Organisation, day: date, clock: date) -> AllCustomers:
    """Fetch what the rows of all customers are made of, in a fixed number of queries."""
    satisfaction = satisfaction_seen_by(viewer, day)
    stretch = closed_stretch(viewer)
    year = stretch.year if stretch else year_of_money(viewer, day)
    planned = planned_units(viewer, year)
    months = closed_months_of_levels(viewer, clock)
    month = months[0] if months else None
    promises = promises_of_month(viewer, month, clock, year) if month else {}
    return AllCustomers(
        organisation=organisation,
        day=day,
        satisfaction=satisfaction,
        moods={mood.customer: mood for mood in (*satisfaction.accepted, *satisfaction.apart)},
        month=month,
        promises=promises,
        stretch=stretch,
        planned=planned,
        charges=_charges(viewer, year, organisation.currency),
        ended=ended_agreements(viewer, day),
        rates=Rates(organisation.currency, rates_visible_to(viewer)),
        service_names=_names_of(viewer, promises),
    )


@stored_while_unchanged
def _charges(viewer: Viewer, year: int, currency: str) -> Mapping[str, YearCharge]:
    """Return what every customer is charged; reckoned anew only when what is charged for has changed."""
    planned = planned_units(viewer, year)
    stretch = closed_stretch(viewer)
    return MappingProxyType(
        charges_of_customers(viewer, stretch, planned, year=year, currency=currency)
    )


def _names_of(viewer: Viewer, promises: Mapping[str, CustomerPromises]) -> dict[str, str]:
    """Return the names of the services that had an outage; the others are not named on the page."""
    ids = {kept.service for one in promises.values() for kept in (*one.missed, *one.near)}
    named = services_visible_to(viewer).filter(pk__in=ids)
    return {service.id: service.name for service in named} if ids else {}


def ended_agreements(viewer: Viewer, day: date) -> dict[str, date]:
    """Return the last day of the newest agreement of each customer who had one and has none in force."""
    ended: dict[str, date] = {}
    rows = agreements_visible_to(viewer).values_list("customer_id", "status", "starts", "ends")
    in_force = {
        customer
        for customer, status, starts, ends in rows
        if AgreementStatus(status).holds_by_its_dates(ends)
        and (starts is None or starts <= day)
        and (ends is None or ends >= day)
    }
    for customer, _, _, ends in rows:
        if customer not in in_force and ends is not None and ends < day:
            ended[customer] = max(ends, ended.get(customer, ends))
    return ended


def customer_row(customer: Customer, facts: AllCustomers) -> CustomerRow:
    """Put together how one customer stands, from what was fetched for all."""
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
        name=customer.name,
        person=customer.person,
        position=unit.position if unit else "",
        status=customer.status,
        reasons=reasons_for(situation),
        mood=mood,
        chips=_chips(promises, facts),
        charge=charge,
    )


def above_budget(
    customer: Customer, charge: YearCharge | None, rates: Rates, year: int
) -> Decimal | None:
    """Return by how much the year's planned charge exceeds her IT budget, in the organisation's currency."""
    unit = customer.unit if customer.unit_id else None
    if unit is None or not unit.it_budget or charge is None or charge.year_plan is None:
        return None
    own = unit.currency or charge.currency
    budget = Fraction(unit.it_budget) * rates.planned(own, charge.currency, year)
    excess = Fraction(from_minor(charge.year_plan, charge.currency)) - budget
    return Decimal(round(excess)) if excess > 0 else None


def _chips(promises: CustomerPromises | None, facts: AllCustomers) -> tuple[Chip, ...]:
    if promises is None:
        return (LEVELS_NOT_KNOWN,)
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
            services=promises.judged,
        )
        return (*chips, Chip("plain", text)) if len(missed) > 1 else tuple(chips)
    return (*chips, _none_missed(promises))


def _none_missed(promises: CustomerPromises) -> Chip:
    """Say what follows where no level was missed: kept, as far as known, or nothing there was to keep."""
    if promises.judged:
        is_part = promises.not_known or promises.not_sure
        some = say("all known levels met") if is_part else say("all levels met")
        return Chip("met", some)
    if promises.not_sure:
        return NOT_SURE
    if promises.not_known:
        return LEVELS_NOT_KNOWN
    return LEVEL_CHIPS[LevelState.NOT_APPLICABLE] if promises.not_applicable else NOTHING_PROMISED

"""The customer's page: what she needs, what she gets, what it costs and why that moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.agreements.models import Agreement
from domestique.agreements.promised import Term, days_held, term_in
from domestique.agreements.queries import agreements_visible_to, promised_terms_of, values_confirmed
from domestique.answers.customer.prepared_to_pay import worth_chips
from domestique.answers.money.bills import why_moved
from domestique.answers.money.costs import cost_answer, unit_cost_figure
from domestique.answers.promises.levels import LevelRow, level_row
from domestique.answers.promises.promise_in_month import Days, against_promise
from domestique.answers.today.customer_rows import ended_agreements
from domestique.consumption.queries import planned_visible_to
from domestique.costing.bills.bill import Bill, BillLine
from domestique.costing.bills.bill_figure import agreed_instead, explain_bill, explain_line
from domestique.costing.queries import bill_of
from domestique.delivery.level import Level
from domestique.delivery.queries import closed_months_of_levels, levels_of_months
from domestique.parties.choices import RoleStatus
from domestique.parties.models import Customer, Orderer
from domestique.parties.queries import (
    customer_visible_to,
    day_for,
    orderers_visible_to,
    organisation_of,
    today_of,
)
from domestique.portfolio.models import Goal, Service
from domestique.portfolio.queries import goals_visible_to, services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.models import CustomerActivity, Need
from domestique.relations.queries import activities_visible_to, needs_visible_to
from domestique.satisfaction.models import Pulse
from domestique.satisfaction.pulse import CustomerMood, Mood
from domestique.satisfaction.queries import (
    felt_about_services,
    pulses_visible_to,
    satisfaction_seen_by,
)
from domestique.telling.chips import NOT_KNOWN, Chip, level_chip
from domestique.telling.months import Stretch, closed_stretch, year_of_money
from domestique.telling.moods import headline_of

STATUS_CHIPS = {
    RoleStatus.ACCEPTED: "met",
    RoleStatus.IDENTIFIED: "near",
    RoleStatus.SUGGESTED: "unknown",
    RoleStatus.STEPPED_DOWN: "plain",
}


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service a customer uses: the three answers about it.

    The level is held against her agreement in force in the month where ``is_promised``, else against what the service is
    built for. ``felt`` is how she feels about this service, where she said so. ``about`` is the cost of the units planned
    for the year, where no price is set.
    """

    service: str
    name: str
    unit: str
    planned_units: Decimal | None
    chip: Chip
    level: LevelRow | None
    bill: Bill | None = field(repr=False)
    billed: BillLine | None = field(repr=False)
    planned: Decimal | None
    change: Decimal | None
    worth: Chip
    owner: str
    purpose: str = ""
    is_promised: bool = False
    about: Fraction | None = None
    felt: Mood | None = None

    @property
    def agreed(self) -> Sentence | None:
        """The price agreed with her, where it differs from the list."""
        return agreed_instead(self.billed) if self.billed else None

    @property
    def charge(self) -> Figure | None:
        """The charge with its reckoning, month by month; reckoned only for the lines that are shown."""
        return explain_line(self.bill, self.billed) if self.bill and self.billed else None


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Everything about one customer."""

    customer: Customer
    name: str
    status: Chip
    mood: CustomerMood | None
    face: Mood
    headline: Sentence
    month: Month | None
    stretch: Stretch | None
    currency: str
    lines: tuple[ServiceLine, ...]
    bill: Bill | None
    charge: Figure | None
    why_moved: tuple[tuple[Sentence, Decimal], ...]
    movers: tuple[ServiceLine, ...]
    needs: tuple[Need, ...]
    goals: tuple[Goal, ...]
    pulses: tuple[Pulse, ...]
    orderers: tuple[Orderer, ...]
    agreements: tuple[Agreement, ...]
    ended_on: date | None
    activities: tuple[CustomerActivity, ...]


@while_unchanged
def customer_page(viewer: Viewer, customer_id: str, clock: date) -> CustomerPage | None:
    """Return the page of a customer this viewer may see, in a fixed number of queries."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    stretch = closed_stretch(viewer)
    months = closed_months_of_levels(viewer, clock)
    month = months[0] if months else None
    bill = bill_of(viewer, customer_id, stretch.first, stretch.last) if stretch else None
    year = stretch.year if stretch else year_of_money(viewer, day)
    lines = _lines(viewer, customer_id, (year, month, clock), bill)
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = {one.customer: one for one in (*satisfaction.accepted, *satisfaction.apart)}
    mood = moods.get(customer_id)
    return CustomerPage(
        customer=customer,
        name=customer.name,
        status=_status(customer),
        mood=mood,
        face=mood.mood if mood else Mood.UNKNOWN,
        headline=headline_of(customer.name, mood),
        month=month,
        stretch=stretch,
        currency=organisation.currency,
        lines=lines,
        bill=bill,
        charge=explain_bill(bill, {line.service: line.name for line in lines}) if bill else None,
        why_moved=why_moved(bill),
        movers=movers(lines),
        needs=tuple(needs_visible_to(viewer).filter(customer_id=customer_id)),
        goals=tuple(goals_visible_to(viewer).filter(customer_id=customer_id)),
        pulses=tuple(pulses_visible_to(viewer).filter(customer_id=customer_id)[:12]),
        orderers=tuple(orderers_visible_to(viewer).filter(customer_id=customer_id)),
        agreements=tuple(agreements_visible_to(viewer).filter(customer_id=customer_id)),
        ended_on=ended_agreements(viewer, day).get(customer_id),
        activities=tuple(activities_visible_to(viewer, day).filter(customer_id=customer_id)[:6]),
    )


def _status(customer: Customer) -> Chip:
    state = STATUS_CHIPS.get(RoleStatus(customer.status), "plain")
    if customer.is_accepted and customer.accepted_on:
        return Chip(state, say("accepted customer since %(day)s", day=customer.accepted_on))
    return Chip(state, say("customer role %(status)s", status=customer.status))


def _lines(
    viewer: Viewer, customer_id: str, when: tuple[int, Month | None, date], bill: Bill | None
) -> tuple[ServiceLine, ...]:
    year, month, clock = when
    planned = dict(
        planned_visible_to(viewer, year)
        .filter(customer_id=customer_id)
        .values_list("service_id", "units")
    )
    billed = {line.service: line for line in bill.lines} if bill else {}
    ids = sorted({*planned, *billed})
    spoken_of = month or Month.of(day_for(viewer, clock))
    levels = levels_of_months(viewer, [spoken_of], clock, ids)[spoken_of].levels
    terms = promised_terms_of(viewer, ids, [customer_id])
    worth = _worth(viewer, customer_id, clock)
    services = {service.id: service for service in services_visible_to(viewer).filter(pk__in=ids)}
    lines = [
        _line(
            services.get(id_) or Service(id=id_),
            (planned.get(id_), worth.get(id_, NOT_KNOWN)),
            (levels.get(id_), *_promise(terms.get((customer_id, id_), ()), spoken_of)),
            (bill, billed.get(id_)),
        )
        for id_ in ids
    ]
    unpriced = {id_: units for id_, units in planned.items() if bill and id_ not in billed}
    about = _about(viewer, year, unpriced) if unpriced else {}
    felt = felt_about_services(viewer, customer_id, day_for(viewer, clock))
    told = [
        replace(line, about=about.get(line.service), felt=felt.get(line.service)) for line in lines
    ]
    return tuple(sorted(told, key=_weight))


def _about(viewer: Viewer, year: int, units: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """Return what units of services without a price cost, where the cost of one is known and may be seen."""
    costs = cost_answer(viewer, year).costs if viewer.may(Ability.SEE_MONEY) else None
    if costs is None:
        return {}
    known = units.keys() & costs.allocation.services.keys()
    each = {id_: unit_cost_figure(costs, id_).value for id_ in known}
    return {
        id_: Fraction(cost) * Fraction(units[id_]) for id_, cost in each.items() if cost is not None
    }


def _promise(terms: Sequence[Term], month: Month) -> tuple[Term | None, Days]:
    """Return what was promised in a month, and on which days of it."""
    return term_in(terms, month), days_held(terms, month)


def _line(
    service: Service,
    use: tuple[Decimal | None, Chip],
    held: tuple[Level | None, Term | None, Days],
    billed: tuple[Bill | None, BillLine | None],
) -> ServiceLine:
    (bill, line), (own, term, days) = billed, held
    promised = term.target if term else None
    level = against_promise(own, promised, days)
    if promised is None:
        promised = service.availability_target
    moved = line.variance if line else None
    return ServiceLine(
        service=service.id,
        name=service.name,
        unit=service.unit,
        planned_units=use[0],
        chip=level_chip(level, promised),
        level=level_row(level, {service.id: service.name}) if level else None,
        bill=bill,
        billed=line,
        planned=from_minor(line.planned, bill.currency) if bill and line else None,
        change=from_minor(moved.total, bill.currency) if bill and moved else None,
        worth=use[1],
        owner=service.owner,
        purpose=service.purpose,
        is_promised=term is not None,
    )


def _weight(line: ServiceLine) -> tuple[int, int, str]:
    order = {"missed": 0, "near": 1}
    cost = line.billed.actual or 0 if line.billed else 0
    return (order.get(line.chip.state, 2), -cost, line.service)


def _worth(viewer: Viewer, customer_id: str, today: date) -> dict[str, Chip]:
    """Return by service whether she is prepared to pay: her own score and ceiling, else what she has confirmed."""
    chips = {
        True: Chip("met", say("value confirmed")),
        False: Chip("unknown", say("value not confirmed")),
        None: Chip("unknown", say("not asked")),
    }
    confirmed = {
        service: chips[is_confirmed]
        for (_, service), is_confirmed in values_confirmed(viewer, customer_id).items()
    }
    return confirmed | worth_chips(viewer, customer_id, today)


def movers(lines: Sequence[ServiceLine]) -> tuple[ServiceLine, ...]:
    """Return the services that moved the bill most, either way."""
    moved = [line for line in lines if line.change]
    return tuple(sorted(moved, key=lambda line: -abs(line.change or Decimal(0)))[:5])

"""The portfolio in four questions: what are we developing, for which needs, what do we offer, who uses it.

Everything is gathered once and remembered until a record changes; choosing a service, a customer
or a need only filters what was gathered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.answers.promises.kept import planned_units
from domestique.answers.today.today import today_for
from domestique.consumption.queries import users_of_services
from domestique.portfolio.choices import OFFERED, LifeCycle, ServiceKind
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.choices import Step
from domestique.relations.models import Need, NeedStep
from domestique.relations.needs.need_state import (
    NeedStage,
    is_in_the_portfolio,
    stage_of,
    state_told,
    why_new,
)
from domestique.relations.queries import needs_visible_to
from domestique.satisfaction.pulse import Mood
from domestique.telling.chips import Chip
from domestique.telling.months import Stretch, year_of_money

STAGE_SHAPES = {
    NeedStage.WAITING: "near",
    NeedStage.DECIDED: "plain",
    NeedStage.FULFILLED: "met",
    NeedStage.DECLINED: "plain",
}


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service in short: how many customers use it, how many needs that wait point at it."""

    id: str
    name: str
    unit: str
    owner: str
    state: str
    is_supporting: bool
    customers: int
    needs: int

    @property
    def is_offered(self) -> bool:
        """Whether customers get it today."""
        return self.state in OFFERED and not self.is_supporting


@dataclass(frozen=True, slots=True)
class NeedEntry:
    """A need in short; ``why_new`` says why it waits for something nobody offers, ``chip`` how far it has come."""

    id: str
    text: str
    customer: str
    customer_name: str
    chip: Chip
    note: str
    stage: NeedStage
    services: tuple[tuple[str, str], ...]
    why_new: Sentence | None

    @property
    def waits(self) -> bool:
        """Whether it waits for somebody."""
        return self.stage is NeedStage.WAITING


@dataclass(frozen=True, slots=True)
class CustomerEntry:
    """A customer in short: how she feels, how many services she uses, what she is charged, what she waits for."""

    id: str
    name: str
    face: Mood
    services: int
    charge: Figure | None
    needs: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything there is to filter. ``uses`` are services by customer, ``planned`` the units of the year."""

    services: Mapping[str, ServiceEntry]
    states: Mapping[str, tuple[ServiceEntry, ...]]
    needs: Mapping[str, NeedEntry]
    customers: Mapping[str, CustomerEntry]
    uses: Mapping[str, frozenset[str]]
    users: Mapping[str, frozenset[str]]
    planned: Mapping[str, Mapping[str, Decimal]]
    stretch: Stretch | None

    def in_state(self, state: str) -> tuple[ServiceEntry, ...]:
        """Return the services in one stage of their life, by id."""
        return self.states.get(state, ())

    @property
    def offered(self) -> tuple[ServiceEntry, ...]:
        """What customers get today."""
        delivered = (*self.in_state(LifeCycle.LIVE), *self.in_state(LifeCycle.RETIRING))
        return tuple(one for one in delivered if not one.is_supporting)

    @property
    def supporting(self) -> int:
        """How many services carry the others."""
        delivered = sum(len(self.in_state(state)) for state in OFFERED)
        return delivered - len(self.offered)


@while_unchanged
def portfolio_of(viewer: Viewer, clock: date) -> Portfolio:
    """Gather services, needs, customers and use, in a fixed number of queries."""
    today = today_for(viewer, clock)
    year = year_of_money(viewer, today.day)
    planned = planned_units(viewer, year)
    users = users_of_services(viewer, year)
    uses = _turned(users)
    rows = {row.id: row for row in (*today.rows, *today.quiet)}
    names = service_names(viewer)
    kept = services_visible_to(viewer).values_list("id", "unit", "owner", "state", "kind")
    named = [(row[0], names.get(row[0], row[0]), *row[1:]) for row in kept]
    needs = _needs(viewer, named, {id_: row.name for id_, row in rows.items()})
    waiting = [need for need in needs.values() if need.waits]
    pointed = Counter(id_ for need in waiting for id_, _ in need.services)
    asking = Counter(need.customer for need in waiting)
    services = {
        row[0]: ServiceEntry(
            *row[:5],
            is_supporting=row[5] == ServiceKind.SUPPORTING,
            customers=len(users.get(row[0], ())),
            needs=pointed[row[0]],
        )
        for row in named
    }
    customers = {
        id_: CustomerEntry(id_, row.name, row.face, len(uses.get(id_, ())), row.figure, asking[id_])
        for id_, row in sorted(rows.items())
    }
    by_state = gathered((entry.state, entry) for entry in services.values())
    states = {state: tuple(found) for state, found in by_state.items()}
    return Portfolio(services, states, needs, customers, uses, users, planned, today.stretch)


def _turned(users: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the services by customer, from the customers by service."""
    uses = gathered((customer, one) for one, customers in users.items() for customer in customers)
    return {customer: frozenset(services) for customer, services in uses.items()}


def _needs(
    viewer: Viewer, services: Sequence[tuple[str, ...]], customers: Mapping[str, str]
) -> dict[str, NeedEntry]:
    names = {row[0]: row[1] for row in services}
    offered = {row[0] for row in services if row[4] in OFFERED}
    proposed = set(NeedStep.objects.filter(step=Step.PROPOSED).values_list("need_id", flat=True))

    def why(need: Need) -> Sentence | None:
        """Say why a waiting need may ask for a new service; ``None`` if it does not, or waits no more."""
        if stage_of(need.state) is not NeedStage.WAITING:
            return None
        if need.id in proposed or is_in_the_portfolio(need.state):
            return say("it was handed to the portfolio")
        return why_new(need.asks_for, need.services, offered)

    return {need.id: _need(need, names, customers, why(need)) for need in needs_visible_to(viewer)}


def _need(
    need: Need, names: Mapping[str, str], customers: Mapping[str, str], why: Sentence | None
) -> NeedEntry:
    stage = stage_of(need.state)
    return NeedEntry(
        id=need.id,
        text=need.need,
        customer=need.customer_id,
        customer_name=customers.get(need.customer_id, need.customer_id),
        chip=Chip(STAGE_SHAPES[stage], state_told(need.state)),
        note=need.note,
        stage=stage,
        services=tuple((id_, names.get(id_, id_)) for id_ in need.services),
        why_new=why,
    )

"""The portfolio as a board: in the pipeline, in the catalogue, retired; everything a decision needs on one card."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max

from domestique.answers.catalogue.offered_price import prices_in
from domestique.answers.money.costs import cost_answer
from domestique.answers.portfolio.life_cycle import PIPELINE, KnownOfService, lacks
from domestique.answers.portfolio.portfolio import NeedEntry, Portfolio, ServiceEntry, portfolio_of
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.queries import CostsOfYear
from domestique.delivery.level import Level
from domestique.delivery.queries import closed_months_of_levels, levels_of_month
from domestique.parties.queries import day_for
from domestique.portfolio.choices import LifeCycle
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.satisfaction.pulse import Mood
from domestique.telling.chips import Chip, level_chip
from domestique.telling.months import year_of_money

STALE_DAYS = 183
MOST_CARDS = 50
MOODS = (Mood.NEGATIVE, Mood.MIXED, Mood.NEUTRAL, Mood.POSITIVE, Mood.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Card:
    """One service: use, cost, mood of its users, worst level, freshness, needs, findings, and what it lacks.

    ``level`` is that of the services and the levels: the newest month against what the service is built for, or against
    the strictest promise where it has no level of its own.
    """

    entry: ServiceEntry
    units: Decimal | None
    cost: Figure | None
    moods: tuple[tuple[Mood, int], ...]
    level: Chip
    changed: date | None
    is_stale: bool
    findings: int
    lacks: tuple[Sentence, ...]

    @property
    def is_used_in_vain(self) -> bool:
        """Whether it is retired and somebody uses it all the same (R24)."""
        return self.entry.state == LifeCycle.RETIRED and self.entry.customers > 0


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of life: how many services are in it, and the cards there is room for."""

    state: str
    total: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board; ``catalogue`` are the cards of the page that was asked for."""

    headline: Sentence
    counts: tuple[tuple[str, int], ...]
    pipeline: tuple[Stage, ...]
    candidates: tuple[NeedEntry, ...]
    catalogue: tuple[Card, ...]
    retired: Stage
    month: Month | None
    year: int


def in_catalogue(
    portfolio: Portfolio, costs: CostsOfYear | None, findings: Mapping[str, int]
) -> list[ServiceEntry]:
    """Return what is offered: most findings first, then the dearest, then by id."""
    full = costs.allocation.services if costs else {}

    def weight(entry: ServiceEntry) -> tuple[int, int, str]:
        cost = full[entry.id].full_cost if entry.id in full else 0
        return (-findings.get(entry.id, 0), -cost, entry.id)

    return sorted(portfolio.offered, key=weight)


def board(
    viewer: Viewer, clock: date, page: Sequence[ServiceEntry], findings: Mapping[str, int]
) -> Board:
    """Return the board with these entries as the catalogue's cards, in a fixed number of queries."""
    portfolio = portfolio_of(viewer, clock)
    stages = (*PIPELINE, LifeCycle.RETIRED)
    shown = [*page, *(one for state in stages for one in portfolio.in_state(state)[:MOST_CARDS])]
    day = day_for(viewer, clock)
    facts = _facts(viewer, clock, [entry.id for entry in shown])
    cards = {entry.id: _card(entry, portfolio, facts, day, findings) for entry in shown}

    def stage(state: str) -> Stage:
        entries = portfolio.in_state(state)
        return Stage(state, len(entries), tuple(cards[one.id] for one in entries[:MOST_CARDS]))

    return Board(
        headline=_headline(portfolio),
        counts=tuple((state.value, len(portfolio.in_state(state))) for state in LifeCycle),
        pipeline=tuple(stage(state) for state in PIPELINE),
        candidates=tuple(need for need in portfolio.needs.values() if need.why_new),
        catalogue=tuple(cards[entry.id] for entry in page),
        retired=stage(LifeCycle.RETIRED),
        month=facts.month,
        year=facts.year,
    )


def costs_shown(viewer: Viewer, clock: date) -> CostsOfYear | None:
    """Return the costs the board speaks of: those of the year pages about money open with."""
    day = day_for(viewer, clock)
    return cost_answer(viewer, year_of_money(viewer, day)).costs


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything fetched for the services that are shown."""

    services: Mapping[str, Service]
    costs: CostsOfYear | None
    year: int
    month: Month | None
    levels: Mapping[str, Level]
    without_hours: Mapping[str, Decimal]
    changed: Mapping[str, date]
    priced: frozenset[str]


def _facts(viewer: Viewer, clock: date, ids: Sequence[str]) -> _Facts:
    day = day_for(viewer, clock)
    months = closed_months_of_levels(viewer, clock)
    month = months[0] if months else None
    found = levels_of_month(viewer, month or Month.of(day), clock, ids)
    histories = Service.history.filter(id__in=ids).order_by().values_list("id")
    return _Facts(
        services={one.id: one for one in services_visible_to(viewer).filter(pk__in=ids)},
        costs=costs_shown(viewer, clock),
        year=year_of_money(viewer, day),
        month=month,
        levels=found.levels,
        without_hours=found.without_hours,
        changed={id_: at.date() for id_, at in histories.annotate(Max("history_date"))},
        priced=frozenset(prices_in(viewer, ids, Month.of(day))),
    )


def _card(
    entry: ServiceEntry,
    portfolio: Portfolio,
    facts: _Facts,
    day: date,
    findings: Mapping[str, int],
) -> Card:
    service = facts.services.get(entry.id) or Service(id=entry.id)
    units = [
        held[entry.id] for held in portfolio.planned.values() if held.get(entry.id) is not None
    ]
    changed = facts.changed.get(entry.id)
    known = KnownOfService(
        has_need=entry.needs > 0,
        owner=service.owner,
        unit=service.unit,
        hours=service.service_hours,
        has_level=service.availability_target is not None,
        has_price=entry.id in facts.priced,
    )
    return Card(
        entry=entry,
        units=sum(units, Decimal(0)) if units else None,
        cost=_cost(entry.id, facts),
        moods=_moods(portfolio, entry.id),
        level=_level(service, facts),
        changed=changed,
        is_stale=changed is not None and (day - changed).days > STALE_DAYS,
        findings=findings.get(entry.id, 0),
        lacks=lacks(service.state, known),
    )


def _cost(service: str, facts: _Facts) -> Figure | None:
    if facts.costs is None or service not in facts.costs.allocation.services:
        return None
    return explain_full_cost(
        facts.costs.allocation,
        service,
        period=str(facts.year),
        currency=facts.costs.currency,
        names={id_: one.name for id_, one in facts.services.items()},
    )


def _level(service: Service, facts: _Facts) -> Chip:
    return level_chip(facts.levels.get(service.id), facts.without_hours.get(service.id))


def _moods(portfolio: Portfolio, service: str) -> tuple[tuple[Mood, int], ...]:
    """Count the moods of those who use a service, the unhappy first."""
    users = portfolio.users.get(service, frozenset())
    faces = Counter(portfolio.customers[one].face for one in users if one in portfolio.customers)
    return tuple((mood, faces[mood]) for mood in MOODS if faces[mood])


def _headline(portfolio: Portfolio) -> Sentence:
    coming = sum(len(portfolio.in_state(state)) for state in PIPELINE)
    offered, retired = len(portfolio.offered), len(portfolio.in_state(LifeCycle.RETIRED))
    if not portfolio.services:
        return say("The board is empty.")
    return say(
        "%(coming)s, %(offered)s, %(retired)s.",
        coming=say_counted(
            "%(count)s service is on its way", "%(count)s services are on their way", coming
        )
        if coming
        else say("Nothing is on its way"),
        offered=say_counted("%(count)s is offered", "%(count)s are offered", offered),
        retired=say_counted("%(count)s is retired", "%(count)s are retired", retired)
        if retired
        else say("none is retired"),
    )

"""The services, as a list to search and as a page each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from domestique.consumption.models import PlannedConsumption
from domestique.consumption.queries import actual_visible_to, planned_visible_to
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.models import Price
from domestique.delivery.queries import levels_of_month
from domestique.impact.blast import BlastRadius, Foundation, affected_by, stands_on
from domestique.impact.queries import structure_visible_to
from domestique.impact.structure import Structure
from domestique.overview.chips import NOT_KNOWN, Chip, level_chip
from domestique.overview.costs import cost_answer, pool_amounts, unit_cost_figure
from domestique.overview.levels import LevelRow, level_row
from domestique.overview.months import (
    Stretch,
    closed_stretch,
    logged_span,
    name_of_month,
    year_of_money,
)
from domestique.overview.remembering import while_unchanged
from domestique.overview.today import customer_name
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.parties.viewer import Viewer
from domestique.portfolio.models import Service
from domestique.portfolio.queries import service_names, service_visible_to, services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import satisfaction_seen_by

MOST_MONTHS = 6
MOST_REACHED = 40


def services_found(viewer: Viewer, words: str) -> QuerySet[Service]:
    """Return the services in whose id, name or owner every one of these words occurs."""
    found = services_visible_to(viewer)
    for word in words.split():
        found = found.filter(
            Q(id__icontains=word)
            | Q(name_en__icontains=word)
            | Q(name_sv__icontains=word)
            | Q(name_fi__icontains=word)
            | Q(owner__icontains=word)
        )
    return found


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service in the list: how it stands this month, how many customers plan to use it, its price."""

    service: Service
    level: LevelRow | None
    chip: Chip
    customers: int
    price: Decimal | None


def service_rows(
    viewer: Viewer, services: Sequence[Service], month: Month | None, clock: date
) -> list[ServiceRow]:
    """Make a page of services ready in a fixed number of queries."""
    ids = [service.id for service in services]
    levels = levels_of_month(viewer, month, clock, ids).levels if month and ids else {}
    day = today_of(organisation_of(viewer), clock)
    used = _customers_per_service(viewer, ids)
    prices = _prices_on(ids, day)
    names = {service.id: service.name for service in services}
    return [
        ServiceRow(
            service,
            level_row(levels[service.id], names) if service.id in levels else None,
            level_chip(levels.get(service.id), service.availability_target),
            used.get(service.id, 0),
            prices.get(service.id),
        )
        for service in services
    ]


def _customers_per_service(viewer: Viewer, ids: Sequence[str]) -> dict[str, int]:
    planned = PlannedConsumption.objects.filter(service_id__in=ids)
    if viewer.customers is not None:
        planned = planned.filter(customer_id__in=viewer.customers)
    counts = planned.order_by().values_list("service_id")
    return dict(counts.annotate(Count("customer_id", distinct=True)))


def _prices_on(ids: Sequence[str], day: date) -> dict[str, Decimal]:
    prices = Price.objects.filter(
        Q(ends=None) | Q(ends__gte=day), service_id__in=ids, starts__lte=day
    )
    return dict(prices.order_by("starts").values_list("service_id", "unit_price"))


@dataclass(frozen=True, slots=True)
class User:
    """A customer who uses a service: how much is planned for the year, how much was used, how she feels."""

    customer: str
    name: str
    planned: Decimal | None
    used: Decimal | None
    mood: Mood


@dataclass(frozen=True, slots=True)
class Reached:
    """A service that falls or limps with another, or that it stands on; ``way`` leads there."""

    id: str
    name: str
    distance: int
    is_hard: bool
    way: str


@dataclass(frozen=True, slots=True)
class MonthLevel:
    """The level of one month."""

    month: Month
    row: LevelRow


@dataclass(frozen=True, slots=True)
class ServicePage:
    """Everything about one service."""

    service: Service
    headline: Sentence
    reason: Sentence
    users: tuple[User, ...]
    stretch: Stretch | None
    year: int
    currency: str
    months: tuple[MonthLevel, ...]
    full_cost: Figure | None
    unit_cost: Figure | None
    pools: tuple[tuple[str, Decimal], ...]
    receivers: tuple[tuple[str, str, Decimal], ...]
    cost_refusal: Sentence | None
    price: Decimal | None
    stands_on: tuple[Reached, ...]
    carries: tuple[Reached, ...]
    stands_on_total: int
    carries_total: int


def service_page(viewer: Viewer, service_id: str, clock: date) -> ServicePage | None:
    """Return the page of a service; ``None`` if there is none such."""
    service = service_visible_to(viewer, service_id)
    if service is None:
        return None
    day = today_of(organisation_of(viewer), clock)
    names = service_names(viewer)
    year = year_of_money(viewer, day)
    answer = cost_answer(viewer, year)
    months = tuple(_months(viewer, service, names, clock))
    users = _users(viewer, service_id, year, day)
    fall, beneath = reach_of(viewer, service_id)
    allocation = answer.costs.allocation if answer.costs else None
    is_borne = allocation is not None and service_id in allocation.services
    price = _prices_on([service_id], day).get(service_id)
    carried = _reached({**fall.affected, **fall.degraded}, service_id, names, fall.why)
    needed = _reached({**beneath.hard, **beneath.soft}, service_id, names, beneath.why)
    direct: dict[str, int] = {}
    receivers: tuple[tuple[str, str, Decimal], ...] = ()
    if allocation is not None:
        for cost in allocation.network.costs:
            if cost.service == service_id:
                direct[cost.pool] = direct.get(cost.pool, 0) + cost.amount
        receivers = tuple(
            (share.receiver, names.get(share.receiver, share.receiver), share.percent)
            for share in sorted(allocation.network.shares, key=lambda one: -one.percent)
            if share.giver == service_id
        )
    costs = answer.costs
    currency = organisation_of(viewer).currency
    return ServicePage(
        service=service,
        headline=_headline(service, months, len(users)),
        reason=_reason(service, len(carried)),
        users=users,
        stretch=closed_stretch(viewer, year),
        year=year,
        currency=currency,
        months=months,
        full_cost=explain_full_cost(
            costs.allocation, service_id, period=str(year), currency=currency, names=names
        )
        if costs and is_borne
        else None,
        unit_cost=unit_cost_figure(costs, service_id, price, service.unit)
        if costs and is_borne
        else None,
        pools=pool_amounts(
            costs.allocation.services[service_id].pools if costs and is_borne else direct, currency
        ),
        receivers=receivers,
        cost_refusal=answer.refusal,
        price=price,
        stands_on=needed[:MOST_REACHED],
        carries=carried[:MOST_REACHED],
        stands_on_total=len(needed),
        carries_total=len(carried),
    )


@while_unchanged
def structure_remembered(viewer: Viewer) -> Structure:
    """Return the structure of all services, built anew only when a record has changed."""
    return structure_visible_to(viewer)


def reach_of(viewer: Viewer, service_id: str) -> tuple[BlastRadius, Foundation]:
    """Return what stands on a service and what it stands on; a retired one is reached by nothing."""
    structure = structure_remembered(viewer)
    if service_id not in structure.numbers:
        return BlastRadius((), {}, {}), Foundation(service_id, {}, {})
    return affected_by(structure, [service_id]), stands_on(structure, service_id)


def _reached(
    reaches: Mapping[str, object], own: str, names: Mapping[str, str], why: object
) -> tuple[Reached, ...]:
    found = []
    for id_, reach in reaches.items():
        if id_ == own:
            continue
        way = " → ".join(names.get(step, step) for step in why(id_))  # type: ignore[operator]
        found.append(
            Reached(id_, names.get(id_, id_), reach.distance, reach.is_hard, way)  # type: ignore[attr-defined]
        )
    return tuple(sorted(found, key=lambda one: (one.distance, one.id)))


def _months(
    viewer: Viewer, service: Service, names: dict[str, str], clock: date
) -> list[MonthLevel]:
    if service.availability_target is None:
        return []
    found = []
    for month in logged_span(viewer)[:MOST_MONTHS]:
        level = levels_of_month(viewer, month, clock, [service.id]).levels.get(service.id)
        if level is not None:
            found.append(MonthLevel(month, level_row(level, names)))
    return found


def _users(viewer: Viewer, service_id: str, year: int, day: date) -> tuple[User, ...]:
    planned = dict(
        planned_visible_to(viewer, year)
        .filter(service_id=service_id)
        .values_list("customer_id", "units")
    )
    stretch = closed_stretch(viewer, year)
    used: dict[str, Decimal] = {}
    if stretch is not None:
        rows = actual_visible_to(viewer, str(stretch.first), str(stretch.last))
        last = rows.filter(service_id=service_id).values_list("customer_id", "units", "month")
        for customer, units, month in last:
            if month == str(stretch.last):
                used[customer] = units
            used.setdefault(customer, units)
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = {one.customer: one.mood for one in (*satisfaction.accepted, *satisfaction.apart)}
    users = [
        User(
            customer.id,
            customer_name(customer),
            planned.get(customer.id),
            used.get(customer.id),
            moods.get(customer.id, Mood.UNKNOWN),
        )
        for customer in customers_visible_to(viewer).filter(pk__in={*planned, *used})
    ]
    return tuple(sorted(users, key=lambda user: (-(user.planned or 0), user.customer)))


def _headline(service: Service, months: Sequence[MonthLevel], users: int) -> Sentence:
    if months and months[0].row.chip is not NOT_KNOWN and months[0].row.figure is not None:
        newest = months[0]
        texts = {
            "missed": "%(service)s missed its level in %(month)s.",
            "near": "%(service)s just kept its level in %(month)s.",
            "met": "%(service)s kept its level in %(month)s.",
        }
        text = texts.get(newest.row.chip.state)
        if text:
            return say(text, service=service.name, month=name_of_month(newest.month))
    if users:
        return say_counted(
            "%(service)s serves %(count)s customer.",
            "%(service)s serves %(count)s customers.",
            users,
            service=service.name,
        )
    return say("%(service)s", service=service.name)


def _reason(service: Service, carried: int) -> Sentence:
    if carried:
        return say_counted(
            "%(count)s other service stands on it.",
            "%(count)s other services stand on it.",
            carried,
        )
    return say("No other service is known to stand on it.")

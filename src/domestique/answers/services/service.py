"""One service: who uses it, how good it was, what it costs, what it stands on and what stands on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.notice import Contract, notice_state
from domestique.answers.map.surroundings import ReachedList, carried_by
from domestique.answers.money.cost_of_service import CostOfService, cost_of_service
from domestique.answers.money.costs import cost_answer
from domestique.answers.promises.levels import LevelRow, level_row
from domestique.answers.services.service_list import prices_on
from domestique.consumption.queries import actual_visible_to, planned_visible_to, users_of_services
from domestique.delivery.queries import closed_months_of_levels, levels_of_month, running_month
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.carrying import SuppliedBy
from domestique.portfolio.models import Service, SupplierContract
from domestique.portfolio.queries import (
    contracts_on,
    service_names,
    service_visible_to,
    supplier_names,
)
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.telling.chips import NOT_KNOWN
from domestique.telling.months import Stretch, closed_stretch, name_of_month, year_of_money

MOST_MONTHS = 6
MOST_REACHED = 40


@dataclass(frozen=True, slots=True)
class User:
    """A customer who uses a service: how much is planned for the year, how much was used, how she feels."""

    customer: str
    name: str
    planned: Decimal | None
    used: Decimal | None
    mood: Mood


@dataclass(frozen=True, slots=True)
class MonthLevel:
    """The level of one month."""

    month: Month
    row: LevelRow
    is_over: bool


@dataclass(frozen=True, slots=True)
class Supplied:
    """A contract that carries a service on the day: with whom, and by when notice of it must be given (``None``: not known)."""

    contract: SupplierContract
    by: SuppliedBy
    notice_by: date | None


@dataclass(frozen=True, slots=True)
class ServicePage:
    """Everything about one service."""

    service: Service
    headline: Sentence
    reason: Sentence
    users: tuple[User, ...]
    stretch: Stretch | None
    year: int
    months: tuple[MonthLevel, ...]
    cost: CostOfService
    price: Decimal | None
    supplied: tuple[Supplied, ...]
    stands_on: ReachedList
    carries: ReachedList


def service_page(viewer: Viewer, service_id: str, clock: date) -> ServicePage | None:
    """Return the page of a service; ``None`` if there is none such."""
    service = service_visible_to(viewer, service_id)
    if service is None:
        return None
    day = day_for(viewer, clock)
    names = service_names(viewer)
    year = year_of_money(viewer, day)
    months = tuple(_months(viewer, service, names, clock))
    users = _users(viewer, service_id, year, day)
    price = prices_on([service_id], day).get(service_id)
    needed, carried = carried_by(viewer, service_id, names, MOST_REACHED)
    return ServicePage(
        service=service,
        headline=_headline(service, months, len(users)),
        reason=_reason(carried.total),
        users=users,
        stretch=closed_stretch(viewer, year),
        year=year,
        months=months,
        cost=cost_of_service(cost_answer(viewer, year), service, price, names),
        price=price,
        supplied=tuple(_supplied(viewer, service_id, day)),
        stands_on=needed,
        carries=carried,
    )


def _supplied(viewer: Viewer, service_id: str, day: date) -> Iterator[Supplied]:
    names = supplier_names(viewer)
    for one in contracts_on(viewer, day):
        if service_id in one.services:
            by = SuppliedBy(one.supplier_id, names.get(one.supplier_id, one.supplier_id))
            notice = notice_state(Contract(one.id, by.name, one.ends, one.notice_months), day)
            yield Supplied(one, by, notice.on)


def _months(
    viewer: Viewer, service: Service, names: Mapping[str, str], clock: date
) -> list[MonthLevel]:
    running = running_month(viewer, clock)
    months = [running] if running else []
    found = []
    for month in (*months, *closed_months_of_levels(viewer, clock)[:MOST_MONTHS]):
        told = levels_of_month(viewer, month, clock, [service.id])
        rows = [level_row(level, names) for level in told.levels.values()]
        rows += [
            LevelRow(service.id, service.name, "", NOT_KNOWN, target, None)
            for target in told.without_hours.values()
        ]
        found += [MonthLevel(month, row, told.is_over) for row in rows]
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
    users = users_of_services(viewer, year, [service_id]).get(service_id, ())
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = {one.customer: one.mood for one in (*satisfaction.accepted, *satisfaction.apart)}
    found = [
        User(
            customer.id,
            customer.name,
            planned.get(customer.id),
            used.get(customer.id),
            moods.get(customer.id, Mood.UNKNOWN),
        )
        for customer in customers_visible_to(viewer).filter(pk__in=users)
    ]
    return tuple(sorted(found, key=lambda user: (-(user.planned or 0), user.customer)))


def _headline(service: Service, months: Sequence[MonthLevel], users: int) -> Sentence:
    newest = next((one for one in months if one.is_over), None)
    if newest and newest.row.figure is not None:
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


def _reason(carried: int) -> Sentence:
    if carried:
        return say_counted(
            "%(count)s other service stands on it.",
            "%(count)s other services stand on it.",
            carried,
        )
    return say("No other service is known to stand on it.")

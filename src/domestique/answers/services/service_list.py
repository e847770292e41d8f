"""The services as a list to search."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from domestique.answers.promises.levels import LevelRow, level_row
from domestique.consumption.queries import users_of_services
from domestique.costing.models import Price
from domestique.delivery.queries import levels_of_month
from domestique.parties.queries import day_for, people_called
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer
from domestique.telling.chips import Chip, level_chip
from domestique.telling.months import year_of_money


def services_found(viewer: Viewer, words: str) -> QuerySet[Service]:
    """Return the services in whose id, name or owner every one of these words occurs."""
    found = services_visible_to(viewer).select_related("owner_team")
    for word in words.split():
        found = found.filter(
            Q(id__icontains=word)
            | Q(name_en__icontains=word)
            | Q(name_sv__icontains=word)
            | Q(name_fi__icontains=word)
            | Q(owner__in=people_called(word))
            | Q(owner_team__name__icontains=word)
        )
    return found


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service in the list: how it stands this month, how many customers use it, its price."""

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
    day = day_for(viewer, clock)
    found = levels_of_month(viewer, month or Month.of(day), clock, ids)
    levels = found.levels
    users = users_of_services(viewer, year_of_money(viewer, day), ids)
    prices = prices_on(ids, day)
    names = {service.id: service.name for service in services}
    return [
        ServiceRow(
            service,
            level_row(levels[service.id], names) if service.id in levels else None,
            level_chip(levels.get(service.id), found.without_hours.get(service.id)),
            len(users.get(service.id, ())),
            prices.get(service.id),
        )
        for service in services
    ]


def prices_on(ids: Sequence[str], day: date) -> dict[str, Decimal]:
    """Return what a unit of each service costs on a day; a service without a price is left out."""
    prices = Price.objects.filter(
        Q(ends=None) | Q(ends__gte=day), service_id__in=ids, starts__lte=day
    )
    return dict(prices.order_by("starts").values_list("service_id", "unit_price"))

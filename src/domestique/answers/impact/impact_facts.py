"""What must be known before one can say who is hit by a loss: who uses what, who was promised what, what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from domestique.agreements.choices import AgreementStatus
from domestique.agreements.queries import lines_visible_to
from domestique.answers.impact.impact_rows import PromisedLevel
from domestique.answers.promises.kept import planned_units
from domestique.consumption.queries import units_in_use
from domestique.costing.bills.price_list import PriceList
from domestique.costing.queries import prices_visible_to
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import year_of_money


@dataclass(frozen=True, slots=True)
class ImpactFacts:
    """What was fetched: who uses what, who was promised what, and what the year costs."""

    users: Mapping[str, set[str]]
    promises: tuple[PromisedLevel, ...]
    charges: Mapping[tuple[str, str], Decimal | None]
    customer_names: Mapping[str, str]
    currency: str
    year: int


@while_unchanged
def impact_facts_of(viewer: Viewer, clock: date) -> ImpactFacts:
    """Return the facts of a day; they are the same whatever is lost."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    year = year_of_money(viewer, day)
    customers = {one.id: one.name for one in customers_visible_to(viewer)}
    users: dict[str, set[str]] = defaultdict(set)
    for customer, service in units_in_use(viewer, day)[0]:
        users[service].add(customer)
    return ImpactFacts(
        users,
        tuple(_promises(viewer, day)),
        _charges(viewer, year),
        customers,
        organisation.currency,
        year,
    )


def _promises(viewer: Viewer, day: date) -> Iterable[PromisedLevel]:
    """Yield the lines of the agreements in force on a day."""
    lines = lines_visible_to(viewer).filter(
        Q(agreement__starts=None) | Q(agreement__starts__lte=day),
        Q(agreement__ends=None) | Q(agreement__ends__gte=day),
        agreement__status=AgreementStatus.IN_FORCE,
    )
    rows = lines.values_list(
        "agreement_id", "agreement__customer_id", "service_id", "availability_target"
    )
    return (PromisedLevel(*row) for row in rows)


def _charges(viewer: Viewer, year: int) -> dict[tuple[str, str], Decimal | None]:
    """Return the year's planned charge by customer and service, not rounded; without a price it is not known."""
    prices = PriceList(prices_visible_to(viewer))
    charges: dict[tuple[str, str], Decimal | None] = {}
    for customer, units in planned_units(viewer, year).items():
        for service, amount in units.items():
            price = prices.opening(service, year)
            charges[customer, service] = None if price is None else amount * price.amount
    return charges

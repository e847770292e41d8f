"""What every customer-facing service costs in a year, by the three methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money.costs import Methods, methods_of_year, pool_amounts, unit_cost_figure
from domestique.costing.allocation import Allocation, UnallocatedCost
from domestique.costing.bills.price_list import PriceList
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.method_choice import MethodChoice
from domestique.costing.queries import CostsOfYear, prices_visible_to
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence
from domestique.records.viewer import Viewer

MOST_SERVICES = 60


@dataclass(frozen=True, slots=True)
class ServiceCostRow:
    """One customer-facing service: full cost, cost of a unit, its price, and the other two methods."""

    service: str
    name: str
    unit: str
    full_cost: Figure
    unit_cost: Figure
    units: Decimal | None
    price: Decimal | None
    step_down: Decimal | None
    direct: Decimal | None
    step_down_change: Fraction | None
    direct_change: Fraction | None
    pools: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class UnallocatedRow:
    """Cost that no customer-facing service receives, by which method, and why."""

    method: str
    service: str
    name: str
    amount: Decimal
    reason: Sentence


def service_cost_rows(viewer: Viewer, costs: CostsOfYear) -> tuple[ServiceCostRow, ...]:
    """Return the dearest services with full cost, cost of a unit, price and the other two methods."""
    services = costs.allocation.services.values()
    dearest = sorted(services, key=lambda cost: (-cost.full_cost, cost.service))
    told = _Told(
        names=service_names(viewer),
        units=dict(services_visible_to(viewer).values_list("id", "unit")),
        prices=opening_prices(viewer, costs.year),
        methods=methods_of_year(viewer, costs.year),
    )
    changes = (
        _changes(told.methods.step_down_choice if told.methods else None),
        _changes(told.methods.direct_choice if told.methods else None),
    )
    return tuple(_row(costs, cost.service, told, changes) for cost in dearest[:MOST_SERVICES])


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of all services: names, units, prices, and the three methods."""

    names: Mapping[str, str]
    units: Mapping[str, str]
    prices: Mapping[str, Decimal]
    methods: Methods | None


def _changes(choice: MethodChoice | None) -> dict[str, Fraction | None]:
    return {one.service: one.difference for one in choice.differences} if choice else {}


def _row(
    costs: CostsOfYear,
    service: str,
    told: _Told,
    changes: tuple[Mapping[str, Fraction | None], Mapping[str, Fraction | None]],
) -> ServiceCostRow:
    currency, allocation, unit = costs.currency, costs.allocation, told.units.get(service, "")
    price = told.prices.get(service)
    return ServiceCostRow(
        service=service,
        name=told.names.get(service, service),
        unit=unit,
        full_cost=explain_full_cost(
            allocation, service, period=str(costs.year), currency=currency, names=told.names
        ),
        unit_cost=unit_cost_figure(costs, service, price, unit),
        units=costs.units.get(service),
        price=price,
        step_down=_cost_by(told.methods.step_down if told.methods else None, service, currency),
        direct=_cost_by(told.methods.direct if told.methods else None, service, currency),
        step_down_change=changes[0].get(service),
        direct_change=changes[1].get(service),
        pools=pool_amounts(allocation.services[service].pools, currency)
        if service in costs.known
        else (),
    )


def _cost_by(allocation: Allocation | None, service: str, currency: str) -> Decimal | None:
    return from_minor(allocation.services[service].full_cost, currency) if allocation else None


def opening_prices(viewer: Viewer, year: int) -> dict[str, Decimal]:
    """Return the price each service opened the year with."""
    prices = PriceList(prices_visible_to(viewer))
    return {
        id_: opening.amount for id_ in prices.services if (opening := prices.opening(id_, year))
    }


def methods_told(
    viewer: Viewer, year: int, currency: str
) -> tuple[tuple[Sentence, ...], tuple[UnallocatedRow, ...]]:
    """Say what another method would change, and list what no method could allocate."""
    methods = methods_of_year(viewer, year)
    if methods is None:
        return (), ()
    names = service_names(viewer)
    stays: list[tuple[str, UnallocatedCost]] = [
        (str(allocation.method), cost)
        for allocation in (methods.reciprocal, methods.step_down, methods.direct)
        for cost in allocation.unallocated
    ]
    rows = tuple(
        UnallocatedRow(
            method,
            cost.service,
            names.get(cost.service, cost.service),
            from_minor(cost.amount, currency),
            cost.reason.naming(names),
        )
        for method, cost in stays
    )
    choices = (methods.step_down_choice, methods.direct_choice)
    return tuple(choice.sentence.naming(names) for choice in choices), rows

"""What every customer-facing service costs in a year, by the three methods."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money.costs import methods_of_year, pool_amounts, unit_cost_figure
from domestique.costing.bills.price_list import PriceList
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.method_choice import MethodChoice, MethodDifference
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
    dearest = sorted(services, key=lambda cost: (-cost.full_cost, cost.service))[:MOST_SERVICES]
    methods = methods_of_year(viewer, costs.year)
    told = _Told(
        names=service_names(viewer),
        units=dict(services_visible_to(viewer).values_list("id", "unit")),
        prices=opening_prices(viewer, costs.year),
        step_down=_differences(methods.step_down_choice if methods else None),
        direct=_differences(methods.direct_choice if methods else None),
    )
    return tuple(_row(costs, cost.service, told) for cost in dearest)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of all services: names, units, prices, and what the other two methods come to."""

    names: Mapping[str, str]
    units: Mapping[str, str]
    prices: Mapping[str, Decimal]
    step_down: Mapping[str, MethodDifference]
    direct: Mapping[str, MethodDifference]


def _differences(choice: MethodChoice | None) -> dict[str, MethodDifference]:
    return {one.service: one for one in choice.differences} if choice else {}


def _row(costs: CostsOfYear, service: str, told: _Told) -> ServiceCostRow:
    currency, allocation, unit = costs.currency, costs.allocation, told.units.get(service, "")
    step_down, direct = told.step_down.get(service), told.direct.get(service)
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
        step_down=from_minor(step_down.full_cost, currency) if step_down else None,
        direct=from_minor(direct.full_cost, currency) if direct else None,
        step_down_change=step_down.difference if step_down else None,
        direct_change=direct.difference if direct else None,
        pools=pool_amounts(allocation.services[service].pools, currency)
        if service in costs.known
        else (),
    )


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
    rows = tuple(
        UnallocatedRow(
            str(allocation.method),
            cost.service,
            names.get(cost.service, cost.service),
            from_minor(cost.amount, currency),
            cost.reason.naming(names),
        )
        for allocation in (methods.reciprocal, methods.step_down, methods.direct)
        for cost in allocation.unallocated
    )
    choices = (methods.step_down_choice, methods.direct_choice)
    return tuple(choice.sentence.naming(names) for choice in choices), rows

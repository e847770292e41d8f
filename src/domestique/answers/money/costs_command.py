"""``domestique costs``: what every service costs in full, reconciled to the ledger."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, Explained, ids_given
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.method import Method
from domestique.costing.method_choice import compare_methods
from domestique.costing.queries import CostsOfYear, costs_of_year
from domestique.costing.unit_cost import reckon_unit_cost
from domestique.portfolio.queries import service_names
from domestique.quantities.money import from_minor, minor_digits
from domestique.quantities.period import insist_on_year
from domestique.quantities.rounding import round_half_even
from domestique.records.ability import Ability
from domestique.vocabulary.speech import number, spoken

PRICE_DECIMALS = 2


@permit(Ability.SEE_MONEY)
def costs(
    year: Annotated[int, typer.Option(help="The year, for example 2026.")],
    method: Annotated[
        Method, typer.Option(help="How supporting services are passed on.")
    ] = Method.RECIPROCAL,
    order: Annotated[
        str, typer.Option(help="Order of the step-down: supporting services separated by commas.")
    ] = "",
    as_json: AsJson = False,
    explain: Explained = False,
) -> None:
    """Show what every customer-facing service costs in full, per pool and per unit, reconciled to the ledger."""
    viewer = present_viewer()
    insist_on_year(year, str(year))
    found = costs_of_year(viewer, year, method, ids_given([order]))
    if as_json:
        print_json(_costs_answer(found))
        return
    names = service_names(viewer)
    _print_costs(found, names)
    if method is not Method.RECIPROCAL:
        reciprocal = costs_of_year(viewer, year)
        typer.echo(
            spoken(compare_methods(found.allocation, reciprocal.allocation).sentence.naming(names))
        )
    for service in found.allocation.services if explain else ():
        figure = explain_full_cost(
            found.allocation, service, period=str(year), currency=found.currency, names=names
        )
        print_reckoning(f"{service} {names[service]}", figure)


def _unit_cost(found: CostsOfYear, service: str, full_cost: int) -> Decimal | None:
    """Return the cost of one unit, to the minor unit's hundredth; ``None`` without units or a known cost."""
    if service not in found.known:
        return None
    per_unit = reckon_unit_cost(full_cost, found.units.get(service)).per_unit
    if per_unit is None:
        return None
    digits = minor_digits(found.currency)
    return round_half_even(per_unit / Fraction(10) ** digits, digits + 2)


def _known(found: CostsOfYear, service: str, amount: int) -> Decimal | None:
    return from_minor(amount, found.currency) if service in found.known else None


def _costs_answer(found: CostsOfYear) -> dict[str, Any]:
    allocation, currency = found.allocation, found.currency

    def amounts(pools: Mapping[str, int]) -> dict[str, Decimal]:
        return {pool: from_minor(amount, currency) for pool, amount in pools.items()}

    return {
        "year": found.year,
        "method": allocation.method,
        "order": list(allocation.order),
        "currency": currency,
        "total": from_minor(allocation.total, currency),
        "pools": amounts(allocation.totals),
        "services": [
            {
                "service": cost.service,
                "direct": _known(found, cost.service, cost.direct),
                "full_cost": _known(found, cost.service, cost.full_cost),
                "pools": amounts(cost.pools) if cost.service in found.known else None,
                "units": found.units.get(cost.service),
                "unit_cost": _unit_cost(found, cost.service, cost.full_cost),
            }
            for cost in allocation.services.values()
        ],
        "unallocated": [
            {
                "service": cost.service,
                "amount": from_minor(cost.amount, currency),
                "pools": amounts(cost.pools),
                "reason": cost.reason,
            }
            for cost in allocation.unallocated
        ],
        "notes": list(allocation.notes),
    }


def _told(found: CostsOfYear, service: str, amount: int) -> str:
    return as_money(amount, found.currency) if service in found.known else _("not known")


def _print_costs(found: CostsOfYear, names: Mapping[str, str]) -> None:
    allocation, currency = found.allocation, found.currency
    rows: list[list[object]] = []
    for cost in allocation.services.values():
        units = found.units.get(cost.service)
        unit_cost = _unit_cost(found, cost.service, cost.full_cost)
        rows.append(
            [
                cost.service, names[cost.service], _told(found, cost.service, cost.direct),
                _told(found, cost.service, cost.full_cost),
                "–" if units is None else number(units), "–" if unit_cost is None else number(unit_cost, PRICE_DECIMALS),
            ]
        )  # fmt: skip
    rows.extend(
        [left.service, _("not passed on"), "", as_money(left.amount, currency), "", ""]
        for left in allocation.unallocated
    )
    rows.append(["", _("together"), "", as_money(allocation.total, currency), "", ""])
    columns = [_("id"), _("service"), _("direct"), _("full cost"), _("units"), _("unit cost")]
    title = _("What it costs, %(year)s, %(method)s method, %(currency)s") % {
        "year": found.year, "method": allocation.method.value, "currency": currency,
    }  # fmt: skip
    print_table(title, columns, rows, numeric=[2, 3, 4, 5])
    for sentence in [left.reason for left in allocation.unallocated] + list(allocation.notes):
        typer.echo(f"· {spoken(sentence)}")


def as_money(minor: int, currency: str) -> str:
    """Write minor units as an amount, with the decimals of its currency."""
    return number(from_minor(minor, currency), minor_digits(currency))

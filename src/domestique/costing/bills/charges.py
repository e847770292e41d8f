"""What all customers are charged for each service over months of one year: the bill's sums without its months.

The rule is the bill's (``tariff``, ``customer_prices``); only the units are added up first, for all
months with one price, since a price times a sum is the sum of the products. So two hundred
customers are ready in a moment.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from domestique.costing.bills.charge import against_list, sum_in_minor
from domestique.costing.bills.customer_prices import MonthPrices, Run
from domestique.costing.bills.tariff import Tariff

NOTHING = Decimal(0)


class Runs(NamedTuple):
    """The prices of one customer's service: in the months asked for, and in the whole year."""

    span: Sequence[Run]
    year: Sequence[Run]


class Used(NamedTuple):
    """Units used at one price, in a month or added up over months; without a price the charge is not known."""

    service: str
    months: int
    units: Decimal
    prices: MonthPrices


class ServiceCharge(NamedTuple):
    """One customer's charge for one service in minor units, as a line of the bill has it.

    ``planned`` is the plan of the known months, ``year_plan`` that of the whole year if there is
    one; ``actual`` is ``None`` while no month is known. ``known`` and ``expected`` count months.
    ``against_list`` is what agreed prices change: the charge less what the list would charge.
    """

    planned: int
    actual: int | None
    year_plan: int | None
    known: int
    expected: int
    is_all_volume: bool
    against_list: int


def charge_service(
    tariff: Tariff,
    year: int,
    plan: Decimal | None,
    used: Sequence[Used],
    runs: Runs,
) -> ServiceCharge | None:
    """Return the charge of what was used in months of a year, ``plan`` being the year's units.

    ``None`` for a service without a price that year: nothing about its charge is known.
    """
    whole = [(run.prices.planned, run.months) for run in runs.year if run.prices.planned]
    if not whole:
        return None
    units = plan or NOTHING
    known = [
        (one, price, charged)
        for one in used
        if (price := one.prices.planned) and (charged := one.prices.charged)
    ]
    planned = [tariff.plan(year, units, price, one.months) for one, price, _ in known]
    charges = [tariff.use(one.service, year, one.units, charged) for one, _, charged in known]
    return ServiceCharge(
        planned=sum_in_minor(planned, tariff.currency),
        actual=sum_in_minor(charges, tariff.currency) if charges else None,
        year_plan=None
        if plan is None
        else sum_in_minor(
            (tariff.plan(year, plan, price, months) for price, months in whole), tariff.currency
        ),
        known=sum(one.months for one, _, _ in known),
        expected=_expected(plan, used, runs.span),
        is_all_volume=all(
            before.price == after.price for before, after in zip(planned, charges, strict=True)
        ),
        against_list=against_list(
            (
                (
                    charge,
                    tariff.use(one.service, year, one.units, listed)
                    if (listed := one.prices.listed)
                    else None,
                )
                for (one, _, _), charge in zip(known, charges, strict=True)
            ),
            tariff.currency,
        ),
    )


def _expected(plan: Decimal | None, used: Sequence[Used], span: Sequence[Run]) -> int:
    """Count the months with a price in which a service is planned, or those in which it was used."""
    counted = (
        [(run.months, run.prices) for run in span]
        if plan
        else [(one.months, one.prices) for one in used]
    )
    return sum(months for months, prices in counted if prices.planned)

"""What all customers are charged for each service over months of one year: the bill's sums without its months.

The rule is the bill's (``tariff``); only the units are added up first, for all months with one
price, since a price times a sum is the sum of the products. So two hundred customers are ready in
a moment.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from domestique.costing.bills.charge import sum_in_minor
from domestique.costing.bills.price_list import UnitPrice
from domestique.costing.bills.tariff import MONTHS_IN_YEAR, Tariff

NOTHING = Decimal(0)


class Used(NamedTuple):
    """Units used at one price, in a month or added up over months; without a price the charge is not known."""

    months: int
    units: Decimal
    price: UnitPrice | None


class ServiceCharge(NamedTuple):
    """One customer's charge for one service in minor units, as a line of the bill has it.

    ``planned`` is the plan of the known months, ``year_plan`` that of the whole year if there is
    one; ``actual`` is ``None`` while no month is known. ``known`` and ``expected`` count months.
    """

    planned: int
    actual: int | None
    year_plan: int | None
    known: int
    expected: int
    is_all_volume: bool


def charge_service(
    tariff: Tariff, service: str, year: int, plan: Decimal | None, used: Sequence[Used], months: int
) -> ServiceCharge | None:
    """Return the charge of what was used in so many months of a year, ``plan`` being the year's units.

    ``None`` for a service without a price that year: nothing about its charge is known.
    """
    known = [(one, one.price) for one in used if one.price]
    months_known = sum(one.months for one, _ in known)
    planned = tariff.plan(service, year, plan or NOTHING, months_known)
    if planned is None:
        return None
    charges = [tariff.use(service, year, one.units, price) for one, price in known]
    whole = None if plan is None else tariff.plan(service, year, plan, MONTHS_IN_YEAR)
    return ServiceCharge(
        planned=sum_in_minor([planned], tariff.currency),
        actual=sum_in_minor(charges, tariff.currency) if charges else None,
        year_plan=sum_in_minor([whole], tariff.currency) if whole else None,
        known=months_known,
        expected=months if plan else sum(one.months for one in used),
        is_all_volume=all(one.price == planned.price for one in charges),
    )

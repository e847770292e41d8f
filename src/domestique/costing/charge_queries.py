"""Named reads of what all customers are charged, with the units already added up by the database."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from django.db.models import BigIntegerField, Count, F, Sum
from django.db.models.functions import Cast, Round

from domestique.consumption.queries import actual_visible_to
from domestique.costing.bills.charges import ServiceCharge, Used, charge_service
from domestique.costing.bills.currency import Rates
from domestique.costing.bills.price_list import PriceList
from domestique.costing.bills.tariff import Tariff
from domestique.costing.queries import prices_visible_to
from domestique.portfolio.choices import UnitKind
from domestique.portfolio.models import Service
from domestique.quantities.period import Month
from domestique.records.memory.kept_rows import kept
from domestique.records.viewer import Viewer

Plans = Mapping[str, Mapping[str, Decimal]]
UNIT_DIGITS = 4


def tariff_at_home(viewer: Viewer, currency: str) -> Tariff:
    """Return the price list and which units are consumed, in the organisation's currency, in two queries."""
    kinds = kept(Service).rows(("id", "unit_kind"))
    flows = {id_: kind for id_, kind in kinds if kind == UnitKind.FLOW}
    return Tariff(PriceList(prices_visible_to(viewer)), flows, Rates(currency, ()), currency)


def charges_visible_to(
    viewer: Viewer, tariff: Tariff, first: Month, last: Month, planned: Plans
) -> dict[tuple[str, str], ServiceCharge | None]:
    """Return the charge of every (customer, service) planned or used in months of one year, in two queries.

    ``planned`` are the year's units by customer and service. ``None`` is a charge nothing is known of.
    """
    used: dict[tuple[str, str], list[Used]] = defaultdict(list)
    for customer, service, one in _used(viewer, tariff.prices, first, last):
        used[customer, service].append(one)
    months = last.month - first.month + 1
    pairs = {(customer, service) for customer, plan in planned.items() for service in plan}
    return {
        (customer, service): charge_service(
            tariff,
            service,
            first.year,
            planned.get(customer, {}).get(service),
            used.get((customer, service), ()),
            months,
        )
        for customer, service in pairs | used.keys()
    }


def _used(
    viewer: Viewer, prices: PriceList, first: Month, last: Month
) -> Iterator[tuple[str, str, Used]]:
    """Yield what was used, all months together where one price holds all through, else month by month."""
    rows = actual_visible_to(viewer, str(first), str(last)).order_by()
    # Whole numbers are added up exactly by both databases; SQLite adds decimals as floats.
    exact = Sum(Cast(Round(F("units") * 10**UNIT_DIGITS), BigIntegerField()))
    sums = list(rows.values_list("customer_id", "service_id").annotate(Count("id"), exact=exact))
    services = {service for _, service, _, _ in sums}
    steady = {
        service: prices.in_month(service, first)
        for service in services
        if prices.is_steady(service, first, last)
    }
    for customer, service, months, units in sums:
        if service in steady:
            total = Decimal(units).scaleb(-UNIT_DIGITS)
            yield customer, service, Used(months, total, steady[service])
    changing = rows.filter(service_id__in=services - steady.keys())
    for customer, service, month, units in changing.values_list(
        "customer_id", "service_id", "month", "units"
    ):
        yield customer, service, Used(1, units, prices.in_month(service, Month.parse(month)))

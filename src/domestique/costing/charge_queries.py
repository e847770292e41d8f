"""Named reads of what all customers are charged, with the units already added up by the database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from django.db.models import BigIntegerField, Count, F, Sum
from django.db.models.functions import Cast, Round

from domestique.consumption.queries import actual_visible_to
from domestique.costing.bills.charges import Runs, ServiceCharge, Used, charge_service
from domestique.costing.bills.currency import Rates
from domestique.costing.bills.customer_prices import NOTHING_AGREED, Agreed, CustomerPrices
from domestique.costing.bills.price_list import PriceList
from domestique.costing.bills.tariff import Tariff
from domestique.costing.queries import agreed_prices_of, prices_visible_to
from domestique.portfolio.choices import UnitKind
from domestique.portfolio.models import Service
from domestique.quantities.period import Month
from domestique.records.memory.kept_rows import kept
from domestique.records.viewer import Viewer

Plans = Mapping[str, Mapping[str, Decimal]]
UNIT_DIGITS = 4


def prices_of_customers(
    viewer: Viewer,
    customer_ids: Collection[str] | None = None,
    service_ids: Iterable[str] | None = None,
) -> "KeyedPrices":
    """Return what customers pay for a unit, by id of the customer, in two queries; of all, or of some."""
    listed = PriceList(prices_visible_to(viewer, service_ids))
    return KeyedPrices(listed, agreed_prices_of(viewer, customer_ids))


def tariff_at_home(viewer: Viewer, currency: str) -> Tariff:
    """Return the price list and which units are consumed, in the organisation's currency, in two queries."""
    kinds = kept(Service).rows(("id", "unit_kind"))
    flows = {id_: kind for id_, kind in kinds if kind == UnitKind.FLOW}
    return Tariff(PriceList(prices_visible_to(viewer)), flows, Rates(currency, ()), currency)


def charges_visible_to(
    viewer: Viewer, tariff: Tariff, first: Month, last: Month, planned: Plans
) -> dict[tuple[str, str], ServiceCharge | None]:
    """Return the charge of every (customer, service) planned or used in months of one year, in three queries.

    ``planned`` are the year's units by customer and service. ``None`` is a charge nothing is known of.
    """
    prices = KeyedPrices(tariff.prices, agreed_prices_of(viewer))
    used: dict[tuple[str, str], list[Used]] = defaultdict(list)
    for customer, one in _used(viewer, prices, first, last):
        used[customer, one.service].append(one)
    january, december = Month(first.year, 1), Month(first.year, 12)
    pairs = {(customer, service) for customer, plan in planned.items() for service in plan}
    return {
        (customer, service): charge_service(
            tariff,
            first.year,
            planned.get(customer, {}).get(service),
            used.get((customer, service), ()),
            Runs(
                prices[customer].runs(service, first, last),
                prices[customer].runs(service, january, december),
            ),
        )
        for customer, service in pairs | used.keys()
    }


class KeyedPrices(dict[str, CustomerPrices]):
    """The prices of customers by id, made when they are first asked for."""

    def __init__(self, listed: PriceList, agreed: Mapping[str, Agreed]) -> None:
        """Take the price list, and what was agreed with customers by their ids."""
        super().__init__()
        self._listed, self._agreed = listed, agreed

    def __missing__(self, customer: str) -> CustomerPrices:
        """Make the prices of a customer."""
        self[customer] = CustomerPrices(self._listed, self._agreed.get(customer, NOTHING_AGREED))
        return self[customer]


def _used(
    viewer: Viewer, prices: Mapping[str, CustomerPrices], first: Month, last: Month
) -> Iterator[tuple[str, Used]]:
    """Yield what was used, all months together where one price holds all through, else month by month."""
    rows = actual_visible_to(viewer, str(first), str(last)).order_by()
    # Whole numbers are added up exactly by both databases; SQLite adds decimals as floats.
    exact = Sum(Cast(Round(F("units") * 10**UNIT_DIGITS), BigIntegerField()))
    sums = rows.values_list("customer_id", "service_id").annotate(Count("id"), exact=exact)
    changing = set()
    for customer, service, months, units in sums:
        runs = prices[customer].runs(service, first, last)
        if len(runs) == 1:
            total = Decimal(units).scaleb(-UNIT_DIGITS)
            yield customer, Used(service, months, total, runs[0].prices)
        else:
            changing.add((customer, service))
    by_month = rows.filter(service_id__in={service for _, service in changing})
    for customer, service, month, units in by_month.values_list(
        "customer_id", "service_id", "month", "units"
    ):
        if (customer, service) in changing:
            held = prices[customer].in_month(service, Month.parse(month))
            yield customer, Used(service, 1, units, held)

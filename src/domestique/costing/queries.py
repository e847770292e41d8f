"""Named reads of what it costs: the allocation of a year, and bills."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from domestique.agreements.promised import Term
from domestique.agreements.queries import promised_terms_of
from domestique.consumption.queries import (
    actual_visible_to,
    planned_units_of_services,
    planned_visible_to,
)
from domestique.costing.allocation import Allocation, allocate_cost
from domestique.costing.bills.bill import Bill, reckon_bill
from domestique.costing.bills.currency import Rates, YearRate
from domestique.costing.bills.month_charge import ActualUnits, BillBasis, PlannedUnits
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.errors import NoCosts, NoCostsInYear
from domestique.costing.method import Method
from domestique.costing.models import Cost, CostShare, ExchangeRate, Price
from domestique.costing.network import CostNetwork, DirectCost
from domestique.costing.network import CostShare as Share
from domestique.parties.queries import customer_visible_to, organisation_of
from domestique.portfolio.choices import ServiceKind, UnitKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.money import to_minor
from domestique.quantities.period import Month
from domestique.records.memory.kept_rows import kept
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CostsOfYear:
    """The cost of a year allocated, with the units planned for it, in the organisation's currency.

    ``known`` are the services that have a cost row or carry a share; of the others nothing is known.
    """

    year: int
    currency: str
    allocation: Allocation
    units: dict[str, Decimal]
    known: frozenset[str]


def costs_of_year(
    viewer: Viewer, year: int, method: Method = Method.RECIPROCAL, order: Sequence[str] = ()
) -> CostsOfYear:
    """Allocate the cost of a year to the customer-facing services, in six queries.

    A year without costs is refused: what it cost is not known.
    """
    currency = organisation_of(viewer).currency
    network = cost_network(viewer, year, currency)
    if not network.costs:
        if not (known := cost_years(viewer)):
            raise NoCosts
        raise NoCostsInYear(year=str(year), known=[str(other) for other in known])
    allocation = allocate_cost(network, method, order)
    units = planned_units_of_services(viewer, year)
    costly = {cost.service for cost in network.costs}
    costly |= {share.receiver for share in network.shares}
    return CostsOfYear(year, currency, allocation, units, frozenset(costly))


def cost_network(viewer: Viewer, year: int, currency: str) -> CostNetwork:
    """Return the services, direct costs and shares of a year; costs of its months (``2026-10``) count too."""
    kinds = dict(kept(Service).rows(("id", "kind")))
    rates = Rates(currency, rates_visible_to(viewer))
    costs = Cost.objects.filter(period__startswith=str(year)).order_by(
        "period", "service_id", "pool"
    )
    rows = costs.values_list("service_id", "pool", "amount", "currency", "period")
    shares = CostShare.objects.filter(period=year).order_by("giver_id", "receiver_id")
    return CostNetwork(
        customer_facing=frozenset(
            id_ for id_, kind in kinds.items() if kind == ServiceKind.CUSTOMER_FACING
        ),
        supporting=frozenset(id_ for id_, kind in kinds.items() if kind == ServiceKind.SUPPORTING),
        costs=[
            DirectCost(
                service,
                pool,
                _in_minor(amount, own or currency, year, rates, currency),
                f"{period} {service} {pool}",
            )
            for service, pool, amount, own, period in rows
        ],
        shares=[
            Share(giver, receiver, percent, f"{year} {giver} {receiver}")
            for giver, receiver, percent in shares.values_list(
                "giver_id", "receiver_id", "share_percent"
            )
        ],
    )


def cost_years(viewer: Viewer) -> list[int]:
    """Return the years that have costs, in order."""
    periods = Cost.objects.order_by("period").values_list("period", flat=True).distinct()
    return sorted({int(period[:4]) for period in periods})


def rates_visible_to(viewer: Viewer) -> list[YearRate]:
    """Return every exchange rate: they are no secret."""
    rows = ExchangeRate.objects.order_by("year", "currency")
    return [
        YearRate(*row) for row in rows.values_list("currency", "year", "plan_rate", "actual_rate")
    ]


def _in_minor(amount: Decimal, source: str, year: int, rates: Rates, currency: str) -> int:
    """Return a cost in minor units of the organisation's currency, at the year's actual rate, or at the plan's."""
    return to_minor(Fraction(amount) * rates.actual(source, currency, year), currency)


def prices_visible_to(viewer: Viewer, service_ids: Iterable[str] | None = None) -> list[UnitPrice]:
    """Return the price list, or the prices of some services."""
    prices = Price.objects.order_by("service_id", "starts")
    if service_ids is not None:
        prices = prices.filter(service_id__in=list(service_ids))
    return [
        UnitPrice(service, starts, amount, ends, row=f"{service} {starts}")
        for service, starts, amount, ends in prices.values_list(
            "service_id", "starts", "unit_price", "ends"
        )
    ]


def agreed_prices_of(
    viewer: Viewer, customer_ids: Collection[str] | None = None
) -> dict[str, dict[str, tuple[Term, ...]]]:
    """Return what was agreed, by customer and service, the newest last, in one query; of all, or of some customers."""
    agreed: dict[str, dict[str, tuple[Term, ...]]] = defaultdict(dict)
    for (customer, service), terms in promised_terms_of(viewer, None, customer_ids).items():
        agreed[customer][service] = terms
    return agreed


def priced_on(viewer: Viewer, day: date) -> tuple[frozenset[str], bool]:
    """Return which services have a price on a day, and whether there is a price list at all."""
    holds = Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))
    priced = frozenset(Price.objects.filter(holds).values_list("service_id", flat=True))
    return priced, bool(priced) or Price.objects.exists()


def bill_of(
    viewer: Viewer, customer_id: str, first: Month, last: Month, currency: str = ""
) -> Bill | None:
    """Reckon the bill of a customer this viewer may see, in seven queries; ``None`` when there is none such."""
    if customer_visible_to(viewer, customer_id) is None:
        return None
    return bills_visible_to(viewer, first, last, [customer_id], currency=currency)[customer_id]


def bills_visible_to(
    viewer: Viewer, first: Month, last: Month, customer_ids: Sequence[str], *, currency: str = ""
) -> dict[str, Bill]:
    """Reckon the bills of several customers at once, in a number of queries that does not grow with them."""
    bases = bill_bases(viewer, first, last, customer_ids)
    return {id_: reckon_bill(basis, first, last, currency) for id_, basis in bases.items()}


def bill_bases(
    viewer: Viewer, first: Month, last: Month, customer_ids: Sequence[str]
) -> dict[str, BillBasis]:
    """Return what the bills of some months, or of some of these months, are reckoned from."""
    planned: dict[str, list[PlannedUnits]] = defaultdict(list)
    for year in range(first.year, last.year + 1):
        rows = planned_visible_to(viewer, year).filter(customer_id__in=customer_ids)
        for customer, service, units in rows.values_list("customer_id", "service_id", "units"):
            planned[customer].append(
                PlannedUnits(service, year, units, f"{customer} {service} {year}")
            )
    actual: dict[str, list[ActualUnits]] = defaultdict(list)
    used = actual_visible_to(viewer, str(first), str(last)).filter(customer_id__in=customer_ids)
    for customer, service, month, units in used.values_list(
        "customer_id", "service_id", "month", "units"
    ):
        row = f"{customer} {service} {month}"
        actual[customer].append(ActualUnits(service, Month.parse(month), units, row))
    named = {plan.service for plans in planned.values() for plan in plans}
    named |= {used.service for uses in actual.values() for used in uses}
    home, rates = organisation_of(viewer).currency, rates_visible_to(viewer)
    # One customer uses few services of many; all customers together use most of them.
    services, is_one = services_visible_to(viewer), len(customer_ids) == 1
    services = services.filter(pk__in=named) if is_one else services
    kinds = {id_: UnitKind(kind) for id_, kind in services.values_list("id", "unit_kind")}
    prices = PriceList(prices_visible_to(viewer, named if is_one else None))
    agreed = agreed_prices_of(viewer, customer_ids)
    return {
        customer: BillBasis(
            customer,
            home,
            kinds,
            prices,
            planned[customer],
            actual[customer],
            rates,
            agreed.get(customer, {}),
        )
        for customer in customer_ids
    }

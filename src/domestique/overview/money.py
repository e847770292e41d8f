"""Money: the ledger, what every service costs in full, what one unit costs, and what customers are charged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.costing.allocation import UnallocatedCost
from domestique.costing.bill import Bill
from domestique.costing.bill_figure import explain_bill, explain_line
from domestique.costing.cost_figure import explain_full_cost
from domestique.costing.forecast import explain_forecast
from domestique.costing.price_list import by_service, price_of_plan
from domestique.costing.queries import CostsOfYear, bill_of, prices_visible_to
from domestique.costing.unit_cost import Recovery, plan_revenue
from domestique.overview.charges import Charge, charges_of_customers
from domestique.overview.costs import cost_answer, methods_of_year, pool_amounts, unit_cost_figure
from domestique.overview.customers import why_moved
from domestique.overview.months import Stretch, closed_stretch, year_of_money, years_of_money
from domestique.overview.promises import planned_units
from domestique.overview.today import customer_name
from domestique.parties.queries import (
    customer_visible_to,
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.parties.viewer import Viewer
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say

MOST_SERVICES = 300


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


@dataclass(frozen=True, slots=True)
class CustomerCharge:
    """What one customer is charged."""

    id: str
    name: str
    charge: Charge
    figure: Figure


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """The page: the answer, the ledger, the services, the methods, the customers."""

    year: int
    years: tuple[int, ...]
    currency: str
    headline: Sentence
    reasons: tuple[Sentence, ...]
    ledger: Figure | None
    pools: tuple[tuple[str, Decimal], ...]
    rows: tuple[ServiceCostRow, ...]
    total_services: int
    method_sentences: tuple[Sentence, ...]
    unallocated: tuple[UnallocatedRow, ...]
    stretch: Stretch | None
    customers: tuple[CustomerCharge, ...]
    refusal: Sentence | None


def money_page(viewer: Viewer, clock: date, asked: int | None = None) -> MoneyPage:
    """Return the page of a year, by default this one if it has costs or plans, else the newest that has."""
    organisation = organisation_of(viewer)
    today = today_of(organisation, clock)
    year = asked or year_of_money(viewer, today)
    answer = cost_answer(viewer, year)
    currency = organisation.currency
    rows, sentences, unallocated = (), (), ()
    if answer.costs is not None:
        rows = _service_rows(viewer, answer.costs)
        sentences, unallocated = _methods(viewer, year, currency)
    recovery = _recovery(viewer, answer.costs)
    stretch = closed_stretch(viewer, year)
    return MoneyPage(
        year=year,
        years=tuple(years_of_money(viewer, today)),
        currency=currency,
        headline=_headline(answer.costs, year, recovery),
        reasons=_reasons(answer.costs, recovery),
        ledger=ledger_figure(answer.costs) if answer.costs else None,
        pools=pool_amounts(answer.costs.allocation.totals, currency) if answer.costs else (),
        rows=rows[:MOST_SERVICES],
        total_services=len(rows),
        method_sentences=sentences,
        unallocated=unallocated,
        stretch=stretch,
        customers=_customers(viewer, stretch, year, currency),
        refusal=answer.refusal,
    )


def ledger_figure(costs: CostsOfYear) -> Figure:
    """Return the whole cost of a year, pool by pool, with the rows of each."""
    allocation, currency = costs.allocation, costs.currency
    lines = tuple(
        Line(
            say("%(pool)s", pool=pool.capitalize()),
            from_minor(amount, currency),
            currency,
            tuple(
                Source("costs", cost.row)
                for cost in allocation.network.costs
                if cost.pool == pool and cost.row
            ),
        )
        for pool, amount in allocation.totals.items()
    )
    return Figure(
        value=from_minor(allocation.total, currency),
        unit=currency,
        period=str(costs.year),
        observations=len(allocation.network.costs),
        completeness=Fraction(1),
        grade=Grade.MEASURED,
        formula=say("All cost lines of the year, pool by pool."),
        lines=lines,
    )


def _service_rows(viewer: Viewer, costs: CostsOfYear) -> tuple[ServiceCostRow, ...]:
    names = service_names(viewer)
    units = dict(services_visible_to(viewer).values_list("id", "unit"))
    prices = opening_prices(viewer, costs.year)
    methods = methods_of_year(viewer, costs.year)
    allocation, currency = costs.allocation, costs.currency
    changes = (
        {
            "step": {one.service: one.difference for one in methods.step_down_choice.differences},
            "direct": {one.service: one.difference for one in methods.direct_choice.differences},
        }
        if methods
        else {"step": {}, "direct": {}}
    )
    dearest = sorted(allocation.services.values(), key=lambda cost: (-cost.full_cost, cost.service))
    return tuple(
        ServiceCostRow(
            service=cost.service,
            name=names.get(cost.service, cost.service),
            unit=units.get(cost.service, ""),
            full_cost=explain_full_cost(
                allocation,
                cost.service,
                period=str(costs.year),
                currency=currency,
                names=names,
            ),
            unit_cost=unit_cost_figure(
                costs, cost.service, prices.get(cost.service), units.get(cost.service, "")
            ),
            units=costs.units.get(cost.service),
            price=prices.get(cost.service),
            step_down=from_minor(methods.step_down.services[cost.service].full_cost, currency)
            if methods
            else None,
            direct=from_minor(methods.direct.services[cost.service].full_cost, currency)
            if methods
            else None,
            step_down_change=changes["step"].get(cost.service),
            direct_change=changes["direct"].get(cost.service),
            pools=pool_amounts(cost.pools, currency),
        )
        for cost in dearest[:MOST_SERVICES]
    )


def opening_prices(viewer: Viewer, year: int) -> dict[str, Decimal]:
    """Return the price each service opened the year with."""
    opened = {
        service: price_of_plan(prices, year)
        for service, prices in by_service(prices_visible_to(viewer)).items()
    }
    return {service: price.amount for service, price in opened.items() if price is not None}


def _methods(
    viewer: Viewer, year: int, currency: str
) -> tuple[tuple[Sentence, ...], tuple[UnallocatedRow, ...]]:
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
            cost.reason,
        )
        for method, cost in stays
    )
    return (methods.step_down_choice.sentence, methods.direct_choice.sentence), rows


def _recovery(viewer: Viewer, costs: CostsOfYear | None) -> Recovery | None:
    if costs is None:
        return None
    prices = opening_prices(viewer, costs.year)
    charged = plan_revenue(dict(prices), dict(costs.units))
    full = Fraction(from_minor(costs.allocation.total, costs.currency))
    return Recovery(charged, full) if charged else None


def _headline(costs: CostsOfYear | None, year: int, recovery: Recovery | None) -> Sentence:
    if costs is None:
        return say("We do not know what IT costs in %(year)s.", year=str(year))
    total = from_minor(costs.allocation.total, costs.currency) / 1_000_000
    if recovery is None or recovery.rate is None:
        return say(
            "IT costs %(total)s million %(currency)s in %(year)s.",
            total=round(total, 1),
            currency=costs.currency,
            year=str(year),
        )
    text = (
        "IT costs %(total)s million %(currency)s in %(year)s, and the prices bring it in."
        if recovery.is_within_band
        else "IT costs %(total)s million %(currency)s in %(year)s, and the prices do not match it."
    )
    return say(text, total=round(total, 1), currency=costs.currency, year=str(year))


def _reasons(costs: CostsOfYear | None, recovery: Recovery | None) -> tuple[Sentence, ...]:
    if costs is None:
        return (say("Load the tables costs and cost_shares; prices make bills of it."),)
    sentences = []
    if recovery is not None and recovery.rate is not None:
        sentences.append(
            say(
                "Planned use at the prices of the year recovers %(percent)s %% of it.",
                percent=round(Decimal(str(float(recovery.rate * 100))), 3),
            )
        )
    left = sum(cost.amount for cost in costs.allocation.unallocated)
    if left:
        sentences.append(
            say(
                "%(amount)s %(currency)s of it reaches no service a customer meets.",
                amount=from_minor(left, costs.currency),
                currency=costs.currency,
            )
        )
    else:
        sentences.append(say("Every part of it reaches a service that a customer meets."))
    return tuple(sentences)


def _customers(
    viewer: Viewer, stretch: Stretch | None, year: int, currency: str
) -> tuple[CustomerCharge, ...]:
    planned = planned_units(viewer, year)
    charges: Mapping[str, Charge] = charges_of_customers(
        viewer, stretch, planned, year=year, currency=currency
    )
    return tuple(
        CustomerCharge(
            customer.id,
            customer_name(customer),
            charges[customer.id],
            charges[customer.id].figure,
        )
        for customer in customers_visible_to(viewer)
        if customer.id in charges
    )


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of a bill."""

    service: str
    name: str
    planned: Decimal
    charge: Figure
    change: Decimal | None
    volume: Decimal | None
    price: Decimal | None
    currency: Decimal | None


@dataclass(frozen=True, slots=True)
class BillPage:
    """A customer's bill: the answer, why it moved, every line down to its rows."""

    id: str
    name: str
    bill: Bill | None
    stretch: Stretch | None
    currency: str
    headline: Sentence
    planned: Decimal | None
    charge: Figure | None
    change: Fraction | None
    forecast: Figure | None
    why: tuple[tuple[Sentence, Decimal], ...]
    rows: tuple[BillRow, ...]


def bill_page(
    viewer: Viewer, customer_id: str, year: int | None = None, currency: str = ""
) -> BillPage | None:
    """Return a customer's bill over the closed months of a year; ``None`` if there is no such customer."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    name = customer_name(customer)
    stretch = closed_stretch(viewer, year)
    shown = currency or organisation_of(viewer).currency
    bill = bill_of(viewer, customer_id, stretch.first, stretch.last, currency) if stretch else None
    if bill is None or stretch is None or not bill.lines:
        headline = say("We do not know what %(customer)s is charged.", customer=name)
        return BillPage(
            customer_id, name, None, stretch, shown, headline, None, None, None, None, (), ()
        )
    names = service_names(viewer)
    whole = bill_of(viewer, customer_id, Month(stretch.year, 1), Month(stretch.year, 12), currency)
    change = (
        Fraction(bill.actual - bill.planned, bill.planned)
        if bill.actual is not None and bill.planned
        else None
    )
    return BillPage(
        id=customer_id,
        name=name,
        bill=bill,
        stretch=stretch,
        currency=bill.currency,
        headline=_bill_headline(name, bill, change),
        planned=from_minor(bill.planned, bill.currency),
        charge=explain_bill(bill, names),
        change=change,
        forecast=explain_forecast(whole) if whole else None,
        why=why_moved(bill),
        rows=_bill_rows(bill, names),
    )


def _bill_rows(bill: Bill, names: Mapping[str, str]) -> tuple[BillRow, ...]:
    def money(amount: int | None) -> Decimal | None:
        return None if amount is None else from_minor(amount, bill.currency)

    rows = [
        BillRow(
            service=line.service,
            name=names.get(line.service, line.service),
            planned=from_minor(line.planned, bill.currency),
            charge=explain_line(bill, line),
            change=money(line.variance.total if line.variance else None),
            volume=money(line.variance.volume if line.variance else None),
            price=money(line.variance.price if line.variance else None),
            currency=money(line.variance.currency if line.variance else None),
        )
        for line in bill.lines
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.change or 0), row.service)))


def _bill_headline(name: str, bill: Bill, change: Fraction | None) -> Sentence:
    if change is None or bill.actual is None:
        return say("We do not know how the charge of %(customer)s moved.", customer=name)
    values = {
        "customer": name,
        "amount": round(from_minor(bill.actual, bill.currency) / 1_000_000, 1),
        "currency": bill.currency,
        "percent": round(Decimal(str(float(abs(change) * 100))), 1),
    }
    if abs(change) < Fraction(5, 10_000):
        return say("%(customer)s is charged %(amount)s million %(currency)s, as planned.", **values)
    if change > 0:
        return say(
            "%(customer)s is charged %(amount)s million %(currency)s, %(percent)s %% more than planned.",
            **values,
        )
    return say(
        "%(customer)s is charged %(amount)s million %(currency)s, %(percent)s %% less than planned.",
        **values,
    )

"""Money: the ledger, what every service costs in full, and what customers are charged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.answers.money import service_costs
from domestique.answers.money.charges import YearCharge, charges_of_customers
from domestique.answers.money.costs import cost_answer, pool_amounts
from domestique.answers.promises.kept import planned_units
from domestique.costing.queries import CostsOfYear
from domestique.costing.unit_cost import Recovery, plan_revenue
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch, closed_stretch, year_of_money, years_of_money
from domestique.vocabulary.speech import short_money


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
    rows: tuple[service_costs.ServiceCostRow, ...]
    total_services: int
    method_sentences: tuple[Sentence, ...]
    unallocated: tuple[service_costs.UnallocatedRow, ...]
    stretch: Stretch | None
    customers: tuple[tuple[str, str, YearCharge], ...]
    refusal: Sentence | None


@while_unchanged
def money_page(viewer: Viewer, clock: date, asked: int | None = None) -> MoneyPage:
    """Return the page of a year, by default this one if it has costs or plans, else the newest that has."""
    organisation = organisation_of(viewer)
    today = today_of(organisation, clock)
    year = asked or year_of_money(viewer, today)
    answer = cost_answer(viewer, year)
    currency = organisation.currency
    sentences, unallocated = service_costs.methods_told(viewer, year, currency)
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
        rows=service_costs.service_cost_rows(viewer, answer.costs) if answer.costs else (),
        total_services=len(answer.costs.allocation.services) if answer.costs else 0,
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


def _recovery(viewer: Viewer, costs: CostsOfYear | None) -> Recovery | None:
    if costs is None:
        return None
    prices = service_costs.opening_prices(viewer, costs.year)
    charged = plan_revenue(dict(prices), dict(costs.units))
    full = Fraction(from_minor(costs.allocation.total, costs.currency))
    return Recovery(charged, full) if charged else None


def _headline(costs: CostsOfYear | None, year: int, recovery: Recovery | None) -> Sentence:
    if costs is None:
        return say("We do not know what IT costs in %(year)s.", year=str(year))
    text = "IT costs %(total)s in %(year)s."
    if recovery is not None and recovery.rate is not None:
        text = (
            "IT costs %(total)s in %(year)s, and the prices bring it in."
            if recovery.is_within_band
            else "IT costs %(total)s in %(year)s, and the prices do not match it."
        )
    total = from_minor(costs.allocation.total, costs.currency)
    return say(text, total=short_money(total, costs.currency), year=str(year))


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
) -> tuple[tuple[str, str, YearCharge], ...]:
    planned = planned_units(viewer, year)
    charges: Mapping[str, YearCharge] = charges_of_customers(
        viewer, stretch, planned, year=year, currency=currency
    )
    return tuple(
        (customer.id, customer.name, charges[customer.id])
        for customer in customers_visible_to(viewer)
        if customer.id in charges
    )

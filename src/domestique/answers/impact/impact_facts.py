"""What must be known before one can say who is hit by a loss: who uses what, who was promised what, what it costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.promised import term_on
from domestique.agreements.queries import promised_terms_of
from domestique.answers.impact.impact_rows import PromisedLevel
from domestique.answers.promises.kept import planned_units
from domestique.consumption.queries import users_of_services
from domestique.costing.bills.tariff import MONTHS_IN_YEAR
from domestique.costing.charge_queries import prices_of_customers
from domestique.parties.queries import customers_visible_to, organisation_of, today_of
from domestique.quantities.period import Month
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import year_of_money


@dataclass(frozen=True, slots=True)
class ImpactFacts:
    """What was fetched: who uses what, who was promised what, and what the year costs."""

    users: Mapping[str, frozenset[str]]
    promises: tuple[PromisedLevel, ...]
    charges: Mapping[tuple[str, str], Decimal | None]
    customer_names: Mapping[str, str]
    currency: str
    year: int


@while_unchanged
def impact_facts_of(viewer: Viewer, clock: date) -> ImpactFacts:
    """Return the facts of a day; they are the same whatever is lost."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    year = year_of_money(viewer, day)
    customers = {one.id: one.name for one in customers_visible_to(viewer)}
    return ImpactFacts(
        users_of_services(viewer, year),
        tuple(_promises(viewer, day)),
        _charges(viewer, year),
        customers,
        organisation.currency,
        year,
    )


def _promises(viewer: Viewer, day: date) -> Iterable[PromisedLevel]:
    """Yield what each customer is promised on a day."""
    for (customer, service), terms in promised_terms_of(viewer).items():
        term = term_on(terms, day)
        if term is not None:
            yield PromisedLevel(term.agreement, customer, service, term.target)


def _charges(viewer: Viewer, year: int) -> dict[tuple[str, str], Decimal | None]:
    """Return the year's planned charge by customer and service, not rounded; without a price it is not known."""
    prices, year_of = prices_of_customers(viewer), (Month(year, 1), Month(year, 12))
    charges: dict[tuple[str, str], Decimal | None] = {}
    for customer, units in planned_units(viewer, year).items():
        for service, amount in units.items():
            held = prices[customer].runs(service, *year_of)
            priced = [run.prices.planned.amount * run.months for run in held if run.prices.planned]
            charges[customer, service] = amount * sum(priced) / MONTHS_IN_YEAR if priced else None
    return charges

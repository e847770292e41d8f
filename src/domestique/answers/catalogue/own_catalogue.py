"""A customer's own catalogue: what she uses with her levels, units and charge, and what else she could have."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from domestique.agreements.queries import promised_terms_of
from domestique.answers.catalogue.offers import Offer, Terms, make_offers, offered_visible_to
from domestique.answers.catalogue.packages import PackageOffer, package_offers
from domestique.answers.catalogue.whom_to_ask import TeamToAsk, contact_of
from domestique.consumption.queries import actual_visible_to, planned_visible_to
from domestique.costing.bills.bill import Bill
from domestique.costing.bills.bill_figure import explain_bill, explain_line
from domestique.costing.queries import bill_of
from domestique.parties.models import Customer
from domestique.parties.queries import customer_visible_to, day_for
from domestique.portfolio.choices import LifeCycle
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.figure import Figure
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import Stretch, closed_stretch, year_of_money
from domestique.vocabulary.speech import short_money


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One service she uses: the offer on her terms, her units a year and in the newest month, her charge so far."""

    offer: Offer
    planned: Decimal | None
    used: Decimal | None
    charge: Figure | None
    is_agreed: bool

    @property
    def is_used(self) -> bool:
        """Whether any use is planned or recorded: what is only agreed is not used."""
        return not (self.planned is None and self.used is None and self.charge is None)


@dataclass(frozen=True, slots=True)
class Edition:
    """A customer's own catalogue. ``packages`` are those of which she has a part, whole ones first."""

    customer: Customer
    name: str
    headline: Sentence
    stretch: Stretch | None
    year: int
    charge: Figure | None
    lines: tuple[OwnLine, ...]
    packages: tuple[PackageOffer, ...]
    contact: TeamToAsk | None

    @property
    def used(self) -> frozenset[str]:
        """The ids of what she uses."""
        return frozenset(line.offer.id for line in self.lines)


@while_unchanged
def edition_for(viewer: Viewer, customer_id: str, clock: date) -> Edition | None:
    """Return the catalogue of a customer this viewer may see, in a fixed number of queries."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    day = day_for(viewer, clock)
    stretch = closed_stretch(viewer)
    year = stretch.year if stretch else year_of_money(viewer, day)
    bill = bill_of(viewer, customer_id, stretch.first, stretch.last) if stretch else None
    lines = _lines(viewer, customer_id, (year, day, clock), bill)
    uses = sum(line.is_used for line in lines)
    used = frozenset(line.offer.id for line in lines)
    had = [package for package in package_offers(viewer, clock, used) if package.used]
    charge = (
        explain_bill(bill, {line.offer.id: line.offer.name for line in lines}) if bill else None
    )
    return Edition(
        customer=customer,
        name=customer.name,
        headline=_headline(uses, charge, stretch),
        stretch=stretch,
        year=year,
        charge=charge,
        lines=lines,
        packages=tuple(sorted(had, key=lambda package: package.used < len(package.parts))),
        contact=contact_of(customer),
    )


def not_used_by(viewer: Viewer, edition: Edition) -> QuerySet[Service]:
    """Return what she could order and does not use yet, by name."""
    live = offered_visible_to(viewer).filter(state=LifeCycle.LIVE)
    return live.exclude(pk__in=edition.used).order_by("name_en", "id")


def _lines(
    viewer: Viewer, customer_id: str, when: tuple[int, date, date], bill: Bill | None
) -> tuple[OwnLine, ...]:
    year, day, clock = when
    plans = planned_visible_to(viewer, year).filter(customer_id=customer_id)
    planned = dict(plans.values_list("service_id", "units"))
    billed = {line.service: line for line in bill.lines} if bill else {}
    newest = str(bill.last) if bill else ""
    uses = actual_visible_to(viewer, newest, newest).filter(customer_id=customer_id)
    used = dict(uses.values_list("service_id", "units"))
    terms = own_terms(viewer, customer_id, day)
    services = services_visible_to(viewer).filter(pk__in={*planned, *used, *billed, *terms})
    offers = make_offers(viewer, list(services), clock, terms)
    lines = [
        OwnLine(
            offer=offer,
            planned=planned.get(offer.id),
            used=used.get(offer.id),
            charge=explain_line(bill, billed[offer.id]) if bill and offer.id in billed else None,
            is_agreed=offer.id in terms,
        )
        for offer in offers
    ]
    return tuple(sorted(lines, key=_dearest_first))


def own_terms(viewer: Viewer, customer_id: str, day: date) -> dict[str, Terms]:
    """Return what the newest of her agreements in force on a day says, service by service, in one query."""
    agreements = {
        service: next((term for term in reversed(terms) if term.holds_on(day)), None)
        for (_, service), terms in promised_terms_of(viewer, customer_ids=[customer_id]).items()
    }
    held = {service: term for service, term in agreements.items() if term}
    return {service: Terms(term.target, term.price, term.row) for service, term in held.items()}


def _dearest_first(line: OwnLine) -> tuple[Decimal, str]:
    value = line.charge.value if line.charge and line.charge.value is not None else 0
    return (-Decimal(str(value)), line.offer.id)


def _headline(services: int, charge: Figure | None, stretch: Stretch | None) -> Sentence:
    if not services:
        return say("You use nothing yet.")
    if charge is None or charge.value is None or stretch is None:
        return say_counted(
            "You use %(count)s service. What it has cost is not known.",
            "You use %(count)s services. What they have cost is not known.",
            services,
        )
    return say_counted(
        "You use %(count)s service, for %(amount)s so far in %(year)s.",
        "You use %(count)s services, for %(amount)s so far in %(year)s.",
        services,
        amount=short_money(charge.value, charge.unit),
        year=str(stretch.year),
    )

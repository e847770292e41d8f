"""The catalogue: what can be had, grouped so that one finds it, and one service on a page of its own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from django.db.models import F
from django.db.models.expressions import Combinable

from domestique.answers.catalogue.offers import Offer, make_offers, offered_visible_to
from domestique.answers.catalogue.packages import PackageOffer, package_offers
from domestique.answers.catalogue.whom_to_ask import TeamToAsk, contacts_of
from domestique.consumption.queries import users_of_services
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import service_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import year_of_money

BY_IMPACT, BY_KIND = "impact", "kind"
IMPACTS = {
    1: say("Where a loss hurts most"),
    2: say("Where a loss hurts much"),
    3: say("Where a loss hurts somewhat"),
    4: say("Where a loss hurts least"),
}
# Services in the order of their groups.
ORDERS: dict[str, tuple[str | Combinable, ...]] = {
    BY_IMPACT: (F("impact_level").asc(nulls_last=True), "name_en", "id"),
    BY_KIND: ("mode", "name_en", "id"),
}
STATES = {
    LifeCycle.IDEA: say("It cannot be ordered: it is an idea."),
    LifeCycle.DEFINED: say("It cannot be ordered yet: it is described, and not built."),
    LifeCycle.BUILDING: say("It cannot be ordered yet: it is being built."),
    LifeCycle.RETIRING: say(
        "It is on its way out: who has it keeps it for now, and nobody new gets it."
    ),
    LifeCycle.RETIRED: say("It cannot be ordered: it is no longer offered."),
}
BENEATH = say("It cannot be ordered on its own: other services stand on it.")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class CatalogueFront:
    """The front of the catalogue: how much is offered, the packages, and whom to ask."""

    total: int
    headline: Sentence
    packages: tuple[PackageOffer, ...]
    contacts: tuple[TeamToAsk, ...]


@while_unchanged
def shelf(viewer: Viewer, clock: date) -> CatalogueFront:
    """Return the front of the catalogue, reckoned anew only when a record has changed."""
    states = list(offered_visible_to(viewer).values_list("state", flat=True))
    live = states.count(LifeCycle.LIVE)
    packages = package_offers(viewer, clock)
    return CatalogueFront(
        len(states), _headline(live, len(packages)), packages, contacts_of(viewer)
    )


def _headline(live: int, packages: int) -> Sentence:
    if not live:
        return say("Nothing can be ordered yet.")
    if not packages:
        return say_counted(
            "%(count)s service can be ordered.", "%(count)s services can be ordered.", live
        )
    return say_counted(
        "%(count)s service can be ordered, one by one or in packages.",
        "%(count)s services can be ordered, one by one or in packages.",
        live,
    )


def in_groups(
    rows: Iterable[Item], by: str, what: Callable[[Item], Service | Offer]
) -> list[tuple[Sentence, Sequence[object]]]:
    """Group rows that are in the order of their groups already, each group under what they have in common."""
    groups = groupby(rows, lambda row: _title(what(row), by))
    return [(title, list(group)) for title, group in groups]


def _title(one: Service | Offer, by: str) -> Sentence:
    if by == BY_KIND:
        if not one.mode:
            return say("Where nobody has said what kind it is")
        return say("%(kind)s", kind=one.mode[0].upper() + one.mode[1:])
    impact = one.impact if isinstance(one, Offer) else one.impact_level
    return IMPACTS.get(impact or 0, say("Where nobody has said how much a loss hurts"))


@dataclass(frozen=True, slots=True)
class OfferPage:
    """One service in a customer's words, who uses it, in which packages it is, and whom to ask."""

    offer: Offer
    headline: Sentence
    standing: Sentence | None
    users: tuple[tuple[str, str], ...]
    contacts: tuple[TeamToAsk, ...]


def offer_page(viewer: Viewer, service_id: str, clock: date) -> OfferPage | None:
    """Return the page of a service in the catalogue; ``None`` if there is none such."""
    service = service_visible_to(viewer, service_id)
    if service is None:
        return None
    (offer,) = make_offers(viewer, [service], clock)
    users = users_of(viewer, day_for(viewer, clock), [service_id]).get(service_id, ())
    return make_page(service, offer, users, contacts_of(viewer))


def make_page(
    service: Service,
    offer: Offer,
    users: tuple[tuple[str, str], ...],
    contacts: tuple[TeamToAsk, ...],
) -> OfferPage:
    """Put together what was fetched for one service, or for all of them at once."""
    standing = STATES.get(LifeCycle(service.state))
    if service.kind == ServiceKind.SUPPORTING:
        standing = BENEATH
    return OfferPage(offer, _costs(offer), standing, users, contacts)


def users_of(
    viewer: Viewer, day: date, services: Iterable[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the customers, id and name, who use each of these services in the year we speak of."""
    names = {customer.id: customer.name for customer in customers_visible_to(viewer)}
    users = users_of_services(viewer, year_of_money(viewer, day), services)
    return {
        service: tuple((one, names.get(one, one)) for one in sorted(customers))
        for service, customers in users.items()
    }


def _costs(offer: Offer) -> Sentence:
    if offer.price is None:
        return say("What %(service)s costs is not known.", service=offer.name)
    return say(
        "%(service)s costs %(amount)s %(currency)s %(per)s.",
        service=offer.name,
        amount=offer.price.amount,
        currency=offer.price.figure.unit,
        per=offer.price.per,
    )

"""What is offered, in a customer's words: what it is called, what one costs, when and how well it works.

The same offers make the pages of the catalogue, a customer's own edition and the folder of files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from urllib.parse import quote

from django.db.models import QuerySet

from domestique.answers.catalogue import offered_level
from domestique.answers.catalogue.hours_in_words import hours_in_words
from domestique.answers.catalogue.offered_price import Tag, agreed, listed, prices_in
from domestique.answers.services.service_list import services_found
from domestique.consumption.queries import users_of_services
from domestique.costing.bills.price_list import UnitPrice
from domestique.parties.queries import organisation_of, today_of
from domestique.portfolio.choices import OFFERED, LifeCycle, UnitKind
from domestique.portfolio.models import IS_OFFERED, Package, Service
from domestique.portfolio.queries import packages_visible_to
from domestique.quantities.figure import Source
from domestique.quantities.gathering import gathered
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence
from domestique.records.viewer import Viewer
from domestique.telling.months import year_of_money

LANGUAGES = ("en", "sv", "fi")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a customer's agreement says about a service; ``row`` is the line's key, empty is the service's own."""

    target: Decimal | None
    unit_price: Decimal | None
    row: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One service as it is offered. What nobody has entered is ``None`` and said to be not known.

    ``other_names`` are pairs of language and name; ``is_new`` says it can be ordered anew, which
    one that is retiring cannot.
    """

    id: str
    name: str
    other_names: tuple[tuple[str, str], ...]
    purpose: str
    unit: str
    impact: int | None
    mode: str
    state: str
    price: Tag | None
    hours: Sentence | None
    level: offered_level.OfferedPromise | None
    back: Sentence | None
    packages: tuple[Package, ...]
    customers: int

    @property
    def is_offered(self) -> bool:
        """Whether it is delivered today."""
        return self.state in OFFERED

    @property
    def is_new(self) -> bool:
        """Whether it can be ordered: only what is live can (R09)."""
        return self.state == LifeCycle.LIVE

    @property
    def for_whom(self) -> tuple[str, ...]:
        """For whom the packages with it are meant, each once."""
        return tuple(dict.fromkeys(one.for_whom for one in self.packages if one.for_whom))

    @property
    def file(self) -> str:
        """The name of its page in a folder of files."""
        return file_of(self.id)


def file_of(service_id: str) -> str:
    """Return the file name of a service's page: safe on every disk, and different for every id."""
    return f"service-{quote(service_id, safe='').replace('%', '=')}.html"


def offered_visible_to(viewer: Viewer, words: str = "") -> QuerySet[Service]:
    """Return what customers meet and get today, of it what has these words in id, name or owner."""
    return services_found(viewer, words).filter(IS_OFFERED)


@dataclass(frozen=True, slots=True)
class _Book:
    """Everything fetched for some services at once."""

    year: int
    home: str
    prices: Mapping[str, UnitPrice]
    minutes: Mapping[str, Fraction]
    packages: Mapping[str, Sequence[Package]]
    customers: Mapping[str, int]
    terms: Mapping[str, Terms]

    def offer(self, service: Service) -> Offer:
        """Make one offer."""
        return Offer(
            id=service.id,
            name=service.name,
            other_names=other_names(service),
            purpose=service.purpose,
            unit=service.unit,
            impact=service.impact_level,
            mode=service.mode,
            state=service.state,
            price=self._price(service),
            hours=hours_in_words(service.service_hours) if service.service_hours else None,
            level=self._level(service),
            back=offered_level.back_within(service.rto_minutes),
            packages=tuple(self.packages.get(service.id, ())),
            customers=self.customers.get(service.id, 0),
        )

    def _price(self, service: Service) -> Tag | None:
        is_held = service.unit_kind == UnitKind.STOCK
        terms, price = self.terms.get(service.id), self.prices.get(service.id)
        if terms and terms.unit_price is not None:
            return agreed(
                terms.unit_price, self.home, terms.row, unit=service.unit, is_held=is_held
            )
        return listed(price, self.home, unit=service.unit, is_held=is_held) if price else None

    def _level(self, service: Service) -> offered_level.OfferedPromise | None:
        terms = self.terms.get(service.id)
        minutes = self.minutes.get(service.service_hours)
        if terms and terms.target is not None:
            return offered_level.promise_of(
                terms.target, minutes, self.year, Source("agreement_lines", terms.row)
            )
        if service.availability_target is None:
            return None
        own = Source("services", service.id)
        return offered_level.promise_of(service.availability_target, minutes, self.year, own)


def other_names(service: Service) -> tuple[tuple[str, str], ...]:
    """Return the names in the languages that are not the one shown, each with its language."""
    names = [(code, getattr(service, f"name_{code}")) for code in LANGUAGES]
    return tuple((code, name) for code, name in names if name and name != service.name)


def make_offers(
    viewer: Viewer,
    services: Sequence[Service],
    clock: date,
    terms: Mapping[str, Terms] | None = None,
) -> tuple[Offer, ...]:
    """Make some services ready as offers, by a customer's terms if given, in seven queries."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    ids = [service.id for service in services]
    users = users_of_services(viewer, year_of_money(viewer, day), ids)
    book = _Book(
        year=day.year,
        home=organisation.currency,
        prices=prices_in(viewer, ids, Month.of(day)),
        minutes=offered_level.minutes_of_year(
            (service.service_hours for service in services), day.year, organisation
        ),
        packages=_packages_of(viewer, set(ids)),
        customers={service: len(ones) for service, ones in users.items()},
        terms=terms or {},
    )
    return tuple(book.offer(service) for service in services)


def _packages_of(viewer: Viewer, ids: set[str]) -> dict[str, list[Package]]:
    return gathered(
        (service, package)
        for package in packages_visible_to(viewer)
        for service in dict.fromkeys(package.services)
        if service in ids
    )

"""Packages: which services are bundled for whom, and what one of each costs together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.answers.catalogue.offered_price import a_month
from domestique.answers.catalogue.offers import Offer, make_offers
from domestique.parties.queries import organisation_of
from domestique.portfolio.models import Package
from domestique.portfolio.queries import packages_visible_to, services_visible_to
from domestique.quantities.figure import Figure, Line, grade_of_completeness
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer

MOST_PACKAGES = 60


@dataclass(frozen=True, slots=True)
class PackageOffer:
    """One package: its parts, what one of each that is held costs a year and a month, and what is paid by use.

    ``lost`` are parts that are no service; ``used`` how many of its parts a customer uses.
    """

    id: str
    name: str
    for_whom: str
    parts: tuple[Offer, ...]
    lost: tuple[str, ...]
    year: Figure | None
    month: Figure | None
    by_use: tuple[Offer, ...]
    used: int = 0

    @property
    def not_orderable(self) -> tuple[str, ...]:
        """The parts that cannot be ordered, by name: an orderer orders only from what is live (R09)."""
        return (*(part.name for part in self.parts if not part.is_new), *self.lost)


def package_offers(
    viewer: Viewer, clock: date, used: frozenset[str] = frozenset()
) -> tuple[PackageOffer, ...]:
    """Return the packages with their parts, in eight queries; ``used`` are services a customer has."""
    packages = list(packages_visible_to(viewer)[:MOST_PACKAGES])
    ids = {service for package in packages for service in package.services}
    services = list(services_visible_to(viewer).filter(pk__in=ids)) if ids else []
    offers = {offer.id: offer for offer in make_offers(viewer, services, clock)}
    home = organisation_of(viewer).currency
    return tuple(_package(package, offers, home, used) for package in packages)


def _package(
    package: Package, offers: Mapping[str, Offer], home: str, used: frozenset[str]
) -> PackageOffer:
    ids = list(dict.fromkeys(package.services))
    parts = tuple(offers[id_] for id_ in ids if id_ in offers)
    by_use = tuple(part for part in parts if part.price and part.price.month is None)
    held = [part for part in parts if part not in by_use]
    return PackageOffer(
        id=package.id,
        name=package.name,
        for_whom=package.for_whom,
        parts=parts,
        lost=tuple(id_ for id_ in ids if id_ not in offers),
        year=_sum(held, home, is_month=False),
        month=_sum(held, home, is_month=True),
        by_use=by_use,
        used=sum(part.id in used for part in parts),
    )


def _sum(parts: list[Offer], home: str, *, is_month: bool) -> Figure | None:
    """Add the yearly prices of one of each up; not known while a price is missing or in another currency."""
    if not parts:
        return None
    lines = []
    for part in parts:
        figure = part.price.figure if part.price else None
        lines.append(
            Line(
                say("%(service)s", service=part.name),
                part.price.amount if part.price else None,
                figure.unit if figure else home,
                figure.lines[0].sources if figure else (),
            )
        )
    known = [Decimal(str(line.amount)) for line in lines if line.amount is not None]
    is_known = len(known) == len(lines) and {line.unit for line in lines} == {home}
    total = sum(known, Decimal(0))
    completeness = Fraction(len(known), len(lines))
    periods = sorted({part.price.figure.period for part in parts if part.price})
    return Figure(
        value=None if not is_known else a_month(total, home) if is_month else total,
        unit=home,
        period="; ".join(periods) or "…",
        observations=len(known),
        completeness=completeness,
        grade=grade_of_completeness(completeness),
        formula=say("A twelfth of the yearly prices of one of each.")
        if is_month
        else say("The yearly prices of one of each, added up."),
        lines=tuple(lines),
    )

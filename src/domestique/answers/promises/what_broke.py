"""What broke a promise: the services where the outages began, and who supplies them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from domestique.answers.promises.promise_in_month import StandingInMonth
from domestique.delivery.accounting import account_for_outages
from domestique.delivery.level import Level, LevelState
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Root:
    """Where outages began, and the minutes of agreed service time they took. Without an id it is not known."""

    id: str
    name: str
    supplier: str
    minutes: Fraction


@dataclass(frozen=True, slots=True)
class Culprit:
    """A root over all promises it helped to break: how many, and through which services, by name."""

    root: Root
    promises: int
    services: tuple[str, ...]


def roots_of(level: Level, names: Mapping[str, tuple[str, str]]) -> tuple[Root, ...]:
    """Return where the downtime of a month began, what took most first; the minutes sum to the downtime.

    ``names`` are the name and the supplier of each root by id.
    """
    seconds: dict[str, int] = defaultdict(int)
    for accounted in account_for_outages(level):
        if accounted.added:
            seconds[accounted.outage.root or ""] += accounted.added
    roots = [
        Root(id_, *names.get(id_, (id_, "")), Fraction(taken, 60)) for id_, taken in seconds.items()
    ]
    return tuple(sorted(roots, key=lambda root: (-root.minutes, root.id)))


def named_roots(viewer: Viewer, levels: Iterable[Level]) -> dict[str, tuple[str, str]]:
    """Return the name and the supplier of every service where an outage of some levels began."""
    ids = {outage.root for level in levels for outage in level.case.outages if outage.root}
    rows = services_visible_to(viewer).filter(pk__in=ids)
    return {
        id_: (english or swedish or finnish or id_, supplier or "")
        for id_, english, swedish, finnish, supplier in rows.values_list(
            "id", "name_en", "name_sv", "name_fi", "supplier__name"
        )
    }


def culprits_of(
    viewer: Viewer, standings: Iterable[StandingInMonth], service_names: Mapping[str, str]
) -> tuple[Culprit, ...]:
    """Return what broke the promises that were not kept, what broke most first."""
    broken = gathered(
        (one.service, one.level)
        for one in standings
        if one.state is LevelState.MISSED and one.is_promised and one.level
    )
    names = named_roots(viewer, (levels[0] for levels in broken.values()))
    promises: dict[str, int] = defaultdict(int)
    through: dict[str, dict[str, Root]] = defaultdict(dict)
    for service, levels in broken.items():
        for root in roots_of(levels[0], names):
            promises[root.id] += len(levels)
            through[root.id][service] = root
    culprits = [
        Culprit(
            replace(first, minutes=sum((root.minutes for root in roots.values()), Fraction(0))),
            promises[id_],
            tuple(service_names.get(service, service) for service in sorted(roots)),
        )
        for id_, roots in through.items()
        for first in (next(iter(roots.values())),)
    ]
    return tuple(sorted(culprits, key=lambda one: (-one.promises, -one.root.minutes, one.root.id)))

"""What broke a promise: the services where the outages began, and who supplies them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import TypeAlias

from domestique.answers.promises.promise_in_month import StandingInMonth
from domestique.delivery.accounting import account_for_outages
from domestique.delivery.level import Level, LevelState
from domestique.portfolio.queries import carriers, service_names
from domestique.quantities.gathering import gathered
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer

RootNames: TypeAlias = Mapping[tuple[str, Month], tuple[str, str]]
"""The name and the suppliers of each root in a month."""


@dataclass(frozen=True, slots=True)
class Root:
    """Where outages began, who supplied that, and the minutes of agreed service time they took.

    Without an id it is not known.
    """

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


def roots_of(level: Level, names: RootNames) -> tuple[Root, ...]:
    """Return where the downtime of a month began, what took most first; the minutes sum to the downtime."""
    month = level.case.time.month
    seconds: dict[str, int] = defaultdict(int)
    for accounted in account_for_outages(level):
        if accounted.added:
            seconds[accounted.outage.root or ""] += accounted.added
    roots = [
        Root(id_, *names.get((id_, month), (id_, "")), Fraction(taken, 60))
        for id_, taken in seconds.items()
    ]
    return tuple(sorted(roots, key=lambda root: (-root.minutes, root.id)))


def named_roots(viewer: Viewer, levels: Iterable[Level]) -> RootNames:
    """Return the name of every service where an outage of some levels began, and who supplied it in that month."""
    began = {
        (outage.root, level.case.time.month)
        for level in levels
        for outage in level.case.outages
        if outage.root
    }
    names = service_names(viewer)
    suppliers = carriers(viewer)

    def supplied(root: str, month: Month) -> str:
        found = suppliers.of(root, month.first_day, month.first_day_after - timedelta(days=1))
        return ", ".join(one.name for one in found)

    return {(root, month): (names.get(root, root), supplied(root, month)) for root, month in began}


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

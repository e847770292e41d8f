"""The catalogue as those who run it read it: id, owner, supplier, what carries it, and how soon it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domestique.parties.queries import day_for
from domestique.portfolio.carrying import SuppliedBy
from domestique.portfolio.choices import DependencyKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import carriers, dependencies_visible_to, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class TechnicalRow:
    """One service with the record itself, who supplies it, and what it stands on directly: id, name, whether hard."""

    service: Service
    suppliers: tuple[SuppliedBy, ...]
    beneath: tuple[tuple[str, str, bool], ...]


def technical_rows(
    viewer: Viewer, services: Sequence[Service], clock: date
) -> tuple[TechnicalRow, ...]:
    """Make some services ready as they are supplied on the day, in a fixed number of queries."""
    day = day_for(viewer, clock)
    ids = [service.id for service in services]
    edges = dependencies_visible_to(viewer).filter(service_id__in=ids)
    needs = gathered(
        (service, (needed, kind == DependencyKind.HARD))
        for service, needed, kind in edges.values_list("service_id", "needs_id", "kind")
    )
    beneath = {needed for edges_of in needs.values() for needed, _ in edges_of}
    names = {one.id: one.name for one in services_visible_to(viewer).filter(pk__in=beneath)}
    suppliers = carriers(viewer)
    return tuple(
        TechnicalRow(
            service,
            suppliers.of(service.id, day),
            tuple(
                (needed, names.get(needed, needed), is_hard)
                for needed, is_hard in sorted(
                    needs[service.id], key=lambda edge: (not edge[1], edge[0])
                )
            ),
        )
        for service in services
    )

"""The catalogue as those who run it read it: id, owner, supplier, what carries it, and how soon it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass

from domestique.parties.queries import suppliers_visible_to
from domestique.portfolio.choices import DependencyKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import dependencies_visible_to, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class TechnicalRow:
    """One service with the record itself, its supplier's name, and what it stands on directly: id, name, whether hard."""

    service: Service
    supplier: str
    beneath: tuple[tuple[str, str, bool], ...]


def technical_rows(viewer: Viewer, services: Sequence[Service]) -> tuple[TechnicalRow, ...]:
    """Make some services ready, in three queries."""
    ids = [service.id for service in services]
    edges = dependencies_visible_to(viewer).filter(service_id__in=ids)
    needs = gathered(
        (service, (needed, kind == DependencyKind.HARD))
        for service, needed, kind in edges.values_list("service_id", "needs_id", "kind")
    )
    beneath = {needed for edges_of in needs.values() for needed, _ in edges_of}
    names = {one.id: one.name for one in services_visible_to(viewer).filter(pk__in=beneath)}
    suppliers = dict(suppliers_visible_to(viewer).values_list("id", "name"))
    return tuple(
        TechnicalRow(
            service,
            suppliers.get(service.supplier_id or "", service.supplier_id or ""),
            tuple(
                (needed, names.get(needed, needed), is_hard)
                for needed, is_hard in sorted(
                    needs[service.id], key=lambda edge: (not edge[1], edge[0])
                )
            ),
        )
        for service in services
    )

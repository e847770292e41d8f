"""Named reads of what is offered."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.db.models import QuerySet

from domestique.parties.queries import holding_on, suppliers_visible_to
from domestique.portfolio.carrying import Carried, Carriers, SuppliedBy
from domestique.portfolio.models import Dependency, Goal, Package, Service, SupplierContract
from domestique.quantities.gathering import gathered
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.records.whose import visible

services_visible_to = visible(Service)
"""All services, by id: the portfolio is open to everyone in the organisation."""


def service_visible_to(viewer: Viewer, service_id: str) -> Service | None:
    """Return one service, if it is there."""
    return services_visible_to(viewer).select_related("owner_team").filter(pk=service_id).first()


@while_unchanged
def service_names(viewer: Viewer) -> Mapping[str, str]:
    """Return the name of every service by id."""
    named = kept(Service).rows(("id", "name_en", "name_sv", "name_fi"))
    return MappingProxyType(
        {id_: english or swedish or finnish or id_ for id_, english, swedish, finnish in named}
    )


MOST_TO_CHOOSE = 300
"""More services than this are not a list to choose from: then the id is written."""


def services_to_choose(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return ids and names of services to choose from, by name; none if there are too many to choose from."""
    if services_visible_to(viewer).count() > MOST_TO_CHOOSE:
        return ()
    named = service_names(viewer).items()
    return tuple(sorted(named, key=lambda one: one[1].casefold()))


dependencies_visible_to = visible(Dependency)
"""Every dependency between services, as open as the services themselves."""


@while_unchanged
def edges_visible_to(viewer: Viewer) -> tuple[tuple[str, str, str], ...]:
    """Return every dependency as (service, needs, kind), in one query."""
    return tuple(dependencies_visible_to(viewer).values_list("service_id", "needs_id", "kind"))


contracts_visible_to = visible(SupplierContract)
"""All contracts with suppliers, by id."""


def contracts_on(viewer: Viewer, day: date) -> QuerySet[SupplierContract]:
    """Return the contracts with suppliers that hold on a day; one that is over or has not begun counts not."""
    return contracts_visible_to(viewer).filter(holding_on(day))


def carriers(viewer: Viewer) -> Carriers:
    """Return who supplies what and when, by contract, in two queries."""
    names = supplier_names(viewer)
    rows = contracts_visible_to(viewer).values_list("supplier_id", "services", "starts", "ends")
    return Carriers(
        gathered(
            (service, Carried(SuppliedBy(supplier, names.get(supplier, supplier)), starts, ends))
            for supplier, services, starts, ends in rows
            for service in services
        )
    )


def supplier_names(viewer: Viewer) -> dict[str, str]:
    """Return what suppliers are called, by id; of one whose table has not come the id is all there is."""
    return dict(suppliers_visible_to(viewer).values_list("id", "name"))


packages_visible_to = visible(Package)
"""All packages."""
goals_visible_to = visible(Goal)
"""The goals of the customers this viewer may see."""

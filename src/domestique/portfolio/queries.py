"""Named reads of what is offered."""

from collections.abc import Mapping
from types import MappingProxyType

from domestique.portfolio.models import Dependency, Goal, Package, Service
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.records.whose import visible

services_visible_to = visible(Service)
"""All services, by id: the portfolio is open to everyone in the organisation."""


def service_visible_to(viewer: Viewer, service_id: str) -> Service | None:
    """Return one service with its supplier, if it is there."""
    return services_visible_to(viewer).select_related("supplier").filter(pk=service_id).first()


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


packages_visible_to = visible(Package)
"""All packages."""
goals_visible_to = visible(Goal)
"""The goals of the customers this viewer may see."""

"""What everything is called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domestique.portfolio.queries import service_names
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@while_unchanged
def names_of_services(viewer: Viewer) -> Mapping[str, str]:
    """Return the name of every service by id; read anew only when a service has changed."""
    return MappingProxyType(service_names(viewer))

"""A contract for import-linter: what a module may import follows from its place and name, not from a list."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING

from importlinter import Contract, ContractCheck, fields, output

if TYPE_CHECKING:
    from grimp import ImportGraph


class ByPlace(Contract):
    """Modules in ``containers`` reach none of ``forbidden_modules``, not even by a detour, unless their name says they may.

    A name of ``except_for`` (``*`` stands for anything) excepts a module and everything below it.
    """

    containers = fields.ListField(subfield=fields.StringField())
    except_for = fields.ListField(subfield=fields.StringField())
    forbidden_modules = fields.ListField(subfield=fields.StringField())
    direct_only = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find one way from each bound module to what it may not reach."""
        chains = [
            chain
            for module in sorted(graph.modules)
            if self._binds(module)
            for forbidden in self.forbidden_modules
            if (chain := self._way(graph, module, forbidden))
        ]
        return ContractCheck(kept=not chains, metadata={"chains": chains})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print every way that was found."""
        for chain in check.metadata["chains"]:
            output.print_error(" -> ".join(chain))

    def _binds(self, module: str) -> bool:
        container = next((one for one in self.containers if module.startswith(f"{one}.")), None)
        if container is None:
            return False
        names = module.removeprefix(f"{container}.").split(".")
        return not any(fnmatch(name, free) for name in names for free in self.except_for)

    def _way(self, graph: ImportGraph, module: str, forbidden: str) -> tuple[str, ...] | None:
        if self.direct_only:
            found = [
                one
                for one in graph.find_modules_directly_imported_by(module)
                if one == forbidden or one.startswith(f"{forbidden}.")
            ]
            return (module, found[0]) if found else None
        return graph.find_shortest_chain(importer=module, imported=forbidden)

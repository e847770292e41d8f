"""Named reads of what was promised, and whether what lies beneath can keep it."""

from __future__ import annotations

from collections.abc import Iterator

from domestique.agreements.chain import (
    CustomerPromise,
    ServiceLevel,
    SupplierContract,
    check_customer_promises,
    check_needs,
    check_suppliers,
)
from domestique.agreements.choices import AgreementStatus
from domestique.agreements.comparison import ChainCheck
from domestique.agreements.models import Agreement, AgreementLine
from domestique.parties.queries import suppliers_visible_to
from domestique.portfolio.choices import DependencyKind, LifeCycle, ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import edges_visible_to
from domestique.records.memory.kept_rows import kept
from domestique.records.viewer import Viewer
from domestique.records.whose import visible

agreements_visible_to = visible(Agreement)
"""The agreements of the customers this viewer may see."""
lines_visible_to = visible(AgreementLine, joined=("agreement",))
"""The lines of those agreements, each with its agreement."""


def chain_of_services(viewer: Viewer) -> tuple[ChainCheck, ChainCheck, ChainCheck]:
    """Hold every service's level against its hard prerequisites, the product of all of them, and its supplier's contract."""
    levels = _levels(viewer)
    hard = DependencyKind.HARD
    needs = [(above, needed) for above, needed, kind in edges_visible_to(viewer) if kind == hard]
    contracts = suppliers_visible_to(viewer).values_list("id", "name", "services", "availability")
    carried = [
        SupplierContract(id_, name, tuple(services), level)
        for id_, name, services, level in contracts
    ]
    return (*check_needs(levels, needs), check_suppliers(levels, carried))


def chain_of_customers(viewer: Viewer) -> ChainCheck:
    """Hold what agreements promise her customers against what the services are built for."""
    return check_customer_promises(_levels(viewer), _promises(viewer))


def _levels(viewer: Viewer) -> list[ServiceLevel]:
    columns = ("id", "availability_target", "kind", "state")
    return [
        ServiceLevel(id_, target, kind == ServiceKind.CUSTOMER_FACING)
        for id_, target, kind, state in kept(Service).rows(columns)
        if state != LifeCycle.RETIRED
    ]


def _promises(viewer: Viewer) -> Iterator[CustomerPromise]:
    """Yield what agreements that are in force promise."""
    lines = lines_visible_to(viewer).filter(agreement__status=AgreementStatus.IN_FORCE)
    for row in lines.values_list(
        "agreement_id", "agreement__customer_id", "service_id", "availability_target"
    ):
        yield CustomerPromise(*row)

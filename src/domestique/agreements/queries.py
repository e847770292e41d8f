"""Named reads of what was promised, and whether what lies beneath can keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from domestique.agreements.chain import (
    CustomerPromise,
    ServiceLevel,
    SupplierContract,
    check_customer_promises,
    check_prerequisites,
    check_products,
    check_suppliers,
)
from domestique.agreements.choices import AgreementStatus
from domestique.agreements.comparison import ChainCheck
from domestique.agreements.models import Agreement, AgreementLine
from domestique.parties.queries import suppliers_visible_to
from domestique.portfolio.choices import DependencyKind, LifeCycle, ServiceKind
from domestique.portfolio.queries import edges_visible_to, services_visible_to
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Chain:
    """The four comparisons of a promise with what it stands on."""

    prerequisites: ChainCheck
    products: ChainCheck
    suppliers: ChainCheck
    customers: ChainCheck


def agreements_visible_to(viewer: Viewer) -> QuerySet[Agreement]:
    """Return the agreements of the customers this viewer may see."""
    agreements = Agreement.objects.order_by("id")
    return (
        agreements
        if viewer.customers is None
        else agreements.filter(customer_id__in=viewer.customers)
    )


def lines_visible_to(viewer: Viewer) -> QuerySet[AgreementLine]:
    """Return the lines of those agreements, each with its agreement."""
    lines = AgreementLine.objects.select_related("agreement").order_by("agreement_id", "service_id")
    return (
        lines
        if viewer.customers is None
        else lines.filter(agreement__customer_id__in=viewer.customers)
    )


def chain_of(viewer: Viewer) -> Chain:
    """Hold every promise against hard prerequisites, supplier contracts and what the service is built for, in four queries."""
    levels = _levels(viewer)
    needs = [
        (service, needed)
        for service, needed, kind in edges_visible_to(viewer)
        if kind == DependencyKind.HARD
    ]
    contracts = suppliers_visible_to(viewer).values_list("id", "name", "services", "availability")
    return Chain(
        prerequisites=check_prerequisites(levels, needs),
        products=check_products(levels, needs),
        suppliers=check_suppliers(
            levels,
            [
                SupplierContract(id_, name, tuple(services), level)
                for id_, name, services, level in contracts
            ],
        ),
        customers=check_customer_promises(levels, _promises(viewer)),
    )


def _levels(viewer: Viewer) -> list[ServiceLevel]:
    services = services_visible_to(viewer).exclude(state=LifeCycle.RETIRED)
    return [
        ServiceLevel(s.id, s.availability_target, s.kind == ServiceKind.CUSTOMER_FACING)
        for s in services.only("id", "name_en", "name_sv", "name_fi", "availability_target", "kind")
    ]


def _promises(viewer: Viewer) -> Iterator[CustomerPromise]:
    """Yield what agreements that are in force promise."""
    lines = lines_visible_to(viewer).filter(agreement__status=AgreementStatus.IN_FORCE)
    for row in lines.values_list(
        "agreement_id", "agreement__customer_id", "service_id", "availability_target"
    ):
        yield CustomerPromise(*row)

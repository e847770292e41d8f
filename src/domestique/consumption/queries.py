"""Named reads of units planned and used."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Max, Min, QuerySet, Sum

from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer
from domestique.records.whose import of_customers


def planned_visible_to(viewer: Viewer, year: int) -> QuerySet[PlannedConsumption]:
    """Return what the customers this viewer may see plan for a year."""
    planned = PlannedConsumption.objects.filter(year=year).order_by("customer_id", "service_id")
    return of_customers(planned, viewer.customers)


def actual_visible_to(
    viewer: Viewer, first_month: str, last_month: str
) -> QuerySet[ActualConsumption]:
    """Return what the customers this viewer may see used from one month to another (``2026-01``), both included."""
    actual = ActualConsumption.objects.filter(month__gte=first_month, month__lte=last_month)
    return of_customers(actual.order_by("customer_id", "service_id", "month"), viewer.customers)


def planned_units_of_services(viewer: Viewer, year: int) -> dict[str, Decimal]:
    """Return the units planned for a year per service over all customers: what a unit cost is divided by.

    The whole plan is used whoever looks, since a unit cost is the same for everyone.
    """
    totals = (
        PlannedConsumption.objects.filter(year=year)
        .values_list("service_id")
        .annotate(Sum("units"))
    )
    return dict(totals.order_by())


def planned_years(viewer: Viewer) -> list[int]:
    """Return the years that have a plan, in order."""
    return list(
        PlannedConsumption.objects.order_by("year").values_list("year", flat=True).distinct()
    )


def closed_months(viewer: Viewer) -> tuple[str, str] | None:
    """Return the first and the last month with recorded use, or ``None`` when nothing is recorded."""
    ends = ActualConsumption.objects.aggregate(first=Min("month"), last=Max("month"))
    return (ends["first"], ends["last"]) if ends["first"] else None


def users_of_services(
    viewer: Viewer, year: int, services: Iterable[str] | None = None
) -> dict[str, frozenset[str]]:
    """Return the customers who use each service in a year, in two queries: who plan some of it, or have used some.

    A row of 0 units is no use. A service nobody uses is left out.
    """
    planned = planned_visible_to(viewer, year).filter(units__gt=0)
    used = actual_visible_to(viewer, f"{year:04d}-01", f"{year:04d}-12").filter(units__gt=0)
    if services is not None:
        ids = list(services)
        planned, used = planned.filter(service_id__in=ids), used.filter(service_id__in=ids)
    found = gathered(
        row
        for rows in (planned, used)
        for row in rows.order_by().values_list("service_id", "customer_id").distinct()
    )
    return {service: frozenset(customers) for service, customers in found.items()}


def units_in_use(viewer: Viewer, today: date) -> tuple[dict[tuple[str, str], Decimal], str]:
    """Return the units each (customer, service) uses: in the newest month with recorded use, which is named too.

    Where none is recorded, what is planned for the newest year begun is used, and the month is empty.
    """
    closed = closed_months(viewer)
    if closed:
        used = actual_visible_to(viewer, closed[1], closed[1]).filter(units__gt=0)
        return _units(used.values_list("customer_id", "service_id", "units")), closed[1]
    years = [year for year in planned_years(viewer) if year <= today.year]
    planned = planned_visible_to(viewer, years[-1] if years else today.year).filter(units__gt=0)
    return _units(planned.values_list("customer_id", "service_id", "units")), ""


def _units(rows: Iterable[tuple[str, str, Decimal]]) -> dict[tuple[str, str], Decimal]:
    return {(customer, service): units for customer, service, units in rows}

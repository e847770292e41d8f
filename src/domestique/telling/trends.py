"""What changes from month to month: a service's level against its promise, a customer's charge against her plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.agreements.queries import strictest_promised_in
from domestique.costing.bills.bill import Bill
from domestique.costing.queries import bill_of
from domestique.delivery.queries import closed_months_of_levels, levels_of_month
from domestique.parties.queries import customer_visible_to
from domestique.portfolio.queries import service_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.money import to_minor
from domestique.quantities.period import Month, months_from_to
from domestique.records.viewer import Viewer
from domestique.telling.chips import NOT_KNOWN, Chip, short_percent, state_chip
from domestique.telling.months import closed_stretch, months_up_to

MONTHS_IN_SPARK = 13


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """A service's level in a month: what was delivered and how much of the allowance was used, in per cent.

    Both are ``None`` where that is not known: a month before anything was logged is no good month.
    """

    month: Month
    delivered: Decimal | None
    budget_used: Fraction | None
    chip: Chip


@dataclass(frozen=True, slots=True)
class LevelTrend:
    """A year of a service's level, oldest month first, and the level it is built for."""

    name: str
    promised: Decimal | None
    points: tuple[LevelPoint, ...]

    @property
    def known(self) -> tuple[LevelPoint, ...]:
        """The months of which something is known."""
        return tuple(point for point in self.points if point.delivered is not None)


def level_trend(viewer: Viewer, service_id: str, clock: date) -> LevelTrend | None:
    """Return a service's level over the twelve months to the newest logged one.

    ``None`` if there is no such service, if it promises no level or if nothing at all is logged.
    """
    service = service_visible_to(viewer, service_id)
    logged = closed_months_of_levels(viewer, clock)
    if service is None or not logged:
        return None
    target = service.availability_target
    if target is None:
        target = strictest_promised_in(viewer, logged[0], [service_id]).get(service_id)
    if target is None:
        return None
    points = tuple(
        _point(viewer, service_id, month, clock if month in logged else None)
        for month in months_up_to(logged[0])
    )
    return LevelTrend(service.name, target, points)


def _point(viewer: Viewer, service_id: str, month: Month, clock: date | None) -> LevelPoint:
    """Return what is known of a month; nothing of one without a ``clock``, which is not logged."""
    levels = levels_of_month(viewer, month, clock, [service_id]).levels if clock else {}
    level = levels.get(service_id)
    if level is None or level.availability is None:
        return LevelPoint(month, None, None, state_chip(level) if level else NOT_KNOWN)
    used = None if level.consumed_share is None else level.consumed_share * 100
    return LevelPoint(month, short_percent(level.availability), used, state_chip(level))


@dataclass(frozen=True, slots=True)
class ChargePoint:
    """A month's charge over all services, exact: the plan, and what was charged as far as it is known.

    ``actual`` is ``None`` where no service of the month is known; ``missing`` counts those that are not.
    """

    month: Month
    planned: Fraction
    actual: Fraction | None
    missing: int


@dataclass(frozen=True, slots=True)
class ChargeTrend:
    """A customer's charges of all months of a year."""

    name: str
    currency: str
    points: tuple[ChargePoint, ...]


def charge_trend(viewer: Viewer, customer_id: str) -> ChargeTrend | None:
    """Return a customer's charges over the newest year with recorded use; ``None`` without any charge."""
    customer, stretch = customer_visible_to(viewer, customer_id), closed_stretch(viewer)
    if customer is None or stretch is None:
        return None
    bill = bill_of(viewer, customer_id, Month(stretch.year, 1), Month(stretch.year, 12))
    points = charge_by_month(bill) if bill else ()
    if bill is None or not points:
        return None
    return ChargeTrend(customer.name, bill.currency, points)


def charge_by_month(bill: Bill) -> tuple[ChargePoint, ...]:
    """Add a bill up by month instead of by service."""
    by_month = gathered((one.month, one) for line in bill.lines for one in line.months)
    points = []
    for month, charges in sorted(by_month.items()):
        known = [one.actual.amount for one in charges if one.actual is not None]
        points.append(
            ChargePoint(
                month,
                sum((one.planned.amount for one in charges), Fraction(0)),
                sum(known, Fraction(0)) if known else None,
                len(charges) - len(known),
            )
        )
    return tuple(points)


def sparks_of(bill: Bill | None) -> dict[str, tuple[int | None, ...]]:
    """Return by service the charges of the bill's newest months in minor units, unknown ones as ``None``."""
    if bill is None:
        return {}
    months = list(months_from_to(bill.first, bill.last))[-MONTHS_IN_SPARK:]
    sparks = {}
    for line in bill.lines:
        charged = {one.month: one.actual for one in line.months}
        sparks[line.service] = tuple(
            None
            if (charge := charged.get(month)) is None
            else to_minor(charge.amount, bill.currency)
            for month in months
        )
    return sparks

"""Named reads of what was delivered: the levels of a month, reckoned from outages and windows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Max, Min, Q, QuerySet

from domestique.calendars.queries import days_of_calendars, public_holidays
from domestique.delivery.availability import reckon_level
from domestique.delivery.level import Level
from domestique.delivery.level_case import (
    AnnouncedWindow,
    LevelCase,
    LoggedOutage,
    MonthRules,
    ServiceTime,
    service_time_of_month,
)
from domestique.delivery.models import MaintenanceWindow, Outage
from domestique.parties.models import Organisation
from domestique.parties.queries import organisation_of, today_of, zone_of
from domestique.parties.viewer import Viewer
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.hours import ServiceHours
from domestique.quantities.local_time import instant_of
from domestique.quantities.period import Month, months_from_to


@dataclass(frozen=True, slots=True)
class LevelsOfMonth:
    """The levels of a month by service id; ``without_hours`` have a target but nobody said when it holds."""

    month: Month
    levels: Mapping[str, Level]
    without_hours: Mapping[str, Decimal]


def levels_of_month(
    viewer: Viewer, month: Month, clock: date, service_ids: Iterable[str] | None = None
) -> LevelsOfMonth:
    """Reckon the level of every live service with a target, or of those given, in five queries.

    ``clock`` is the calendar's own today, used where the organisation does not fix another.
    """
    organisation = organisation_of(viewer)
    services = (
        services_visible_to(viewer)
        .filter(availability_target__isnull=False)
        .exclude(state="retired")
    )
    if service_ids is not None:
        services = services.filter(pk__in=list(service_ids))
    promised = list(services.values_list("id", "service_hours", "availability_target"))
    ids = None if service_ids is None else [id_ for id_, _, _ in promised]
    zone = zone_of(organisation)
    outages = _outages(month, zone, ids)
    windows = _windows(month, zone, ids)
    times = _service_times({hours for _, hours, _ in promised if hours}, month, organisation)
    rules = MonthRules(
        now=_now(organisation, clock, zone),
        notice_days=organisation.maintenance_notice_days,
        is_logged=bool(outages) if ids is None else outages_in(month).exists(),
    )
    levels = {
        id_: reckon_level(
            LevelCase(id_, times[hours], tuple(outages[id_]), tuple(windows[id_]), target), rules
        )
        for id_, hours, target in promised
        if hours
    }
    return LevelsOfMonth(
        month, levels, {id_: target for id_, hours, target in promised if not hours and target}
    )


def outages_in(month: Month) -> QuerySet[Outage]:
    """Return the outages that reach into a month, by their local times."""
    first, after = f"{month.first_day} 00:00", f"{month.first_day_after} 00:00"
    return Outage.objects.filter(
        Q(ends__gt=first) | Q(ends__isnull=True), starts__lt=after
    ).order_by("starts", "id")


def logged_span(viewer: Viewer) -> list[Month]:
    """Return every month from the first to the newest begun outage, newest first, in one query."""
    ends = Outage.objects.aggregate(first=Min("starts"), last=Max("starts"))
    if ends["first"] is None:
        return []
    return list(months_from_to(Month.of(ends["first"]), Month.of(ends["last"])))[::-1]


def _outages(month: Month, zone: ZoneInfo, ids: list[str] | None) -> dict[str, list[LoggedOutage]]:
    found: dict[str, list[LoggedOutage]] = defaultdict(list)
    outages = outages_in(month) if ids is None else outages_in(month).filter(service_id__in=ids)
    rows = outages.values_list(
        "service_id", "id", "starts", "ends", "root_id", "affected_users", "note"
    )
    for service, id_, starts, ends, root, users, note in rows:
        end = None if ends is None else instant_of(ends, zone)
        found[service].append(LoggedOutage(id_, instant_of(starts, zone), end, root, users, note))
    return found


def _windows(
    month: Month, zone: ZoneInfo, ids: list[str] | None
) -> dict[str, list[AnnouncedWindow]]:
    found: dict[str, list[AnnouncedWindow]] = defaultdict(list)
    first, after = f"{month.first_day} 00:00", f"{month.first_day_after} 00:00"
    windows = MaintenanceWindow.objects.filter(ends__gt=first, starts__lt=after).order_by(
        "starts", "id"
    )
    if ids is not None:
        windows = windows.filter(service_id__in=ids)
    for service, id_, starts, ends, announced in windows.values_list(
        "service_id", "id", "starts", "ends", "announced_on"
    ):
        found[service].append(
            AnnouncedWindow(
                id_, instant_of(starts, zone), instant_of(ends, zone), starts.date(), announced
            )
        )
    return found


def _service_times(
    written: Iterable[str], month: Month, organisation: Organisation
) -> dict[str, ServiceTime]:
    """Lay each distinct pattern of service hours out over the month once."""
    days = days_of_calendars(month.first_day, month.first_day_after)
    zone = zone_of(organisation)
    times = {}
    for text in written:
        hours = ServiceHours.parse(text)
        country = hours.holiday_country
        closed = (
            frozenset()
            if country is None
            else public_holidays(country or organisation.country, month.year)
        )
        times[text] = service_time_of_month(hours, month, zone, days, closed)
    return times


def _now(organisation: Organisation, clock: date, zone: ZoneInfo) -> int:
    """Return the end of today: what has not happened by then is not known yet."""
    tomorrow = today_of(organisation, clock) + timedelta(days=1)
    return instant_of(datetime.combine(tomorrow, time()), zone)

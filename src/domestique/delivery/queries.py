"""Named reads of what was delivered: the levels of a month, reckoned from outages and windows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias
from zoneinfo import ZoneInfo

from django.db.models import Exists, Min, Q, QuerySet

from domestique.agreements.queries import strictest_promised_in
from domestique.calendars.queries import days_of_calendars, public_holidays
from domestique.delivery import level_case
from domestique.delivery.availability import reckon_level
from domestique.delivery.carried import carried_away, closure_of
from domestique.delivery.level import Level
from domestique.delivery.log_known import LogKnown, SourcesWord
from domestique.delivery.models import LogComplete, MaintenanceWindow, Outage
from domestique.parties.models import Organisation
from domestique.parties.queries import day_for, organisation_of, today_of, zone_of
from domestique.portfolio.choices import DependencyKind, LifeCycle
from domestique.portfolio.models import Service
from domestique.portfolio.queries import edges_visible_to, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.hours import ServiceHours
from domestique.quantities.local_time import instant_of
from domestique.quantities.period import Month, months_from_to
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer

Bounds: TypeAlias = "tuple[Month, datetime, datetime]"
LEVEL_COLUMNS = ("id", "service_hours", "availability_target")


@dataclass(frozen=True, slots=True)
class LevelsOfMonth:
    """The levels of a month by service id; ``without_hours`` have a target but nobody said when it holds."""

    month: Month
    is_over: bool
    levels: Mapping[str, Level]
    without_hours: Mapping[str, Decimal]


def levels_of_month(
    viewer: Viewer, month: Month, clock: date, service_ids: Iterable[str] | None = None
) -> LevelsOfMonth:
    """Reckon the level of every service that has one to keep, or of those given, in at most ten queries.

    A retired service has one while an agreement promises it.

    A service is held against the level it is built for; one without a level of its own against the
    highest that an agreement of the month promises somebody. ``clock`` is the calendar's own
    today, used where the organisation does not fix another.
    """
    ids = None if service_ids is None else list(service_ids)
    promised = strictest_promised_in(viewer, month, ids)
    own = Q(availability_target__isnull=False) & ~Q(state=LifeCycle.RETIRED)
    services = services_visible_to(viewer).filter(own | Q(pk__in=promised))
    if ids is not None:
        services = services.filter(pk__in=ids)
    rows = list(services.values_list(*LEVEL_COLUMNS))
    return _reckon(viewer, rows, [month], clock, is_part=ids is not None, promised=promised)[month]


def levels_of_months(
    viewer: Viewer, months: Sequence[Month], clock: date, service_ids: Iterable[str]
) -> dict[Month, LevelsOfMonth]:
    """Reckon the levels of some services in consecutive months, in as many queries as for one month.

    A service counts here whether or not it has a target of its own or is retired by now: a
    customer may have been promised one.
    """
    rows = kept(Service).rows(LEVEL_COLUMNS, set(service_ids))
    return _reckon(viewer, rows, months, clock, is_part=True)


def _reckon(
    viewer: Viewer,
    rows: Sequence[tuple[str, str, Decimal | None]],
    months: Sequence[Month],
    clock: date,
    *,
    is_part: bool,
    promised: Mapping[str, Decimal] = MappingProxyType({}),
) -> dict[Month, LevelsOfMonth]:
    organisation = organisation_of(viewer)
    zone = zone_of(organisation)
    held = [(id_, hours, promised.get(id_) if own is None else own) for id_, hours, own in rows]
    timed = [one for one in held if one[1]]
    untimed = {id_: target for id_, hours, target in held if not hours and target}
    ids = [id_ for id_, _, _ in held] if is_part else None
    needs = hard_needs(viewer)
    outages, windows = _outages(months, zone, ids, needs), _windows(months, zone, ids)
    times = _service_times({hours for _, hours, _ in timed}, months, organisation)
    logged = None if is_part else {month for month, away in outages.items() if away}
    known = log_known(viewer, months, today_of(organisation, clock), logged)
    now = _now(organisation, clock, zone)

    def rules(service: str, month: Month) -> level_case.MonthRules:
        return level_case.MonthRules(
            now,
            organisation.maintenance_notice_days,
            known.is_known(service, month),
            known.until(service),
        )

    levels: dict[Month, LevelsOfMonth] = {}
    for month in months:
        log = outages.get(month, {})
        carried = carried_away((id_ for id_, _, _ in held), needs, log)
        levels[month] = LevelsOfMonth(
            month,
            month < Month.of(today_of(organisation, clock)),
            {
                id_: reckon_level(
                    level_case.LevelCase(
                        id_,
                        times[hours, month],
                        tuple(log.get(id_, ())),
                        tuple(windows[month, id_]),
                        target,
                        carried=carried.get(id_, ()),
                    ),
                    rules(id_, month),
                )
                for id_, hours, target in timed
            },
            untimed,
        )
    return levels


def outages_in(month: Month, last: Month | None = None) -> QuerySet[Outage]:
    """Return the outages that reach into a month, or into any up to the last, by their local times."""
    first, after = _local_bounds(month, last or month)
    return Outage.objects.filter(
        Q(ends__gt=first) | Q(ends__isnull=True), starts__lt=after
    ).order_by("starts", "id")


@while_unchanged
def hard_needs(viewer: Viewer) -> Mapping[str, Sequence[str]]:
    """Return what each service needs hard."""
    hard = (
        (service, need)
        for service, need, kind in edges_visible_to(viewer)
        if kind == DependencyKind.HARD
    )
    return MappingProxyType(gathered(hard))


@while_unchanged
def _sources_words(_viewer: Viewer) -> tuple[SourcesWord, ...]:
    return tuple(
        SourcesWord(tuple(services), until)
        for services, until in LogComplete.objects.values_list("services", "until")
    )


def log_known(
    viewer: Viewer, months: Sequence[Month], today: date, logged: Collection[Month] | None = None
) -> LogKnown:
    """Return how far the outage log is known in some months, in at most three queries.

    ``today`` is the organisation's day; ``logged`` are those months with a record, where the caller knows.
    """
    records = _logged_among(months) if logged is None else logged
    return LogKnown(_sources_words(viewer), records, Month.of(today))


def services_disturbed_in(viewer: Viewer, month: Month) -> set[str]:
    """Return the services with an outage or a maintenance window that reaches into a month, and those that an
    outage of another may have carried away, in three queries."""
    first, after = _local_bounds(month, month)
    windows = MaintenanceWindow.objects.filter(ends__gt=first, starts__lt=after)
    planned = windows.order_by().values_list("service_id", flat=True)
    return {*_away_or_carried(viewer, month), *planned}


def levels_in_doubt(viewer: Viewer, months: Iterable[Month], clock: date) -> Iterator[Level]:
    """Yield the levels of months that are not sure, since nobody noted what an outage elsewhere did to a service."""
    for month in months:
        found = levels_of_month(viewer, month, clock, _away_or_carried(viewer, month))
        yield from (level for level in found.levels.values() if level.doubts)


def _away_or_carried(viewer: Viewer, month: Month) -> set[str]:
    needs = hard_needs(viewer)
    log = _outages([month], zone_of(organisation_of(viewer)), None, needs).get(month, {})
    every = needs.keys() | {one.root for outages in log.values() for one in outages if one.root}
    return {*log, *carried_away(every, needs, log)}


def closed_months_of_levels(viewer: Viewer, clock: date) -> list[Month]:
    """Return the months pages speak of, newest first, in three queries: none while nothing is logged.

    The first is the newest that is over by the calendar, whatever the log has of it; the last
    is the first the outage log has a record in, or is said to be complete in.
    """
    firsts = (
        Outage.objects.aggregate(first=Min("starts"))["first"],
        LogComplete.objects.aggregate(first=Min("until"))["first"],
    )
    begun = [Month.of(first) for first in firsts if first is not None]
    if not begun:
        return []
    newest = Month.of(day_for(viewer, clock)).previous
    return list(months_from_to(min(newest, *begun), newest))[::-1]


def running_month(viewer: Viewer, clock: date) -> Month | None:
    """Return the month that is not over, if something is known of it already."""
    month = Month.of(day_for(viewer, clock))
    reaching = month.first_day - timedelta(days=1)
    is_known = (
        outages_in(month).exists() or LogComplete.objects.filter(until__gte=reaching).exists()
    )
    return month if is_known else None


def _logged_among(months: Sequence[Month]) -> set[Month]:
    """Return the months in which the outage log has any record, in at most two queries.

    A record that begins in the month is found at once by its index. Only for the months without one
    is it asked whether one that began before reaches into them.
    """
    begun = _months_with(months, lambda month: Outage.objects.filter(_begins_in(month)))
    others = [month for month in months if month not in begun]
    return begun | _months_with(others, outages_in)


def _begins_in(month: Month) -> Q:
    first, after = _local_bounds(month, month)
    return Q(starts__gte=first, starts__lt=after)


def _months_with(
    months: Sequence[Month], outages_of: Callable[[Month], QuerySet[Outage]]
) -> set[Month]:
    asked = {f"month_{month.year}_{month.month}": month for month in months}
    has_any = {name: Exists(outages_of(month)) for name, month in asked.items()}
    if not asked:
        return set()
    found = Outage.objects.order_by().annotate(**has_any).values(*asked)[:1]
    return {asked[name] for row in found for name, is_logged in row.items() if is_logged}


def _outages(
    months: Sequence[Month],
    zone: ZoneInfo,
    ids: list[str] | None,
    needs: Mapping[str, Sequence[str]],
) -> dict[Month, dict[str, list[level_case.LoggedOutage]]]:
    """Return outages by month and service: of all, or of those given and what may have carried them away."""
    rows = outages_in(months[0], months[-1])
    if ids is not None:
        rows = rows.filter(Q(service_id__in=closure_of(ids, needs)) | Q(root_id__in=ids))
    bounds = _bounds(months)
    found: dict[Month, dict[str, list[level_case.LoggedOutage]]] = {}
    for service, id_, starts, ends, root, users, note, up in rows.values_list(
        "service_id", "id", "starts", "ends", "root_id", "affected_users", "note", "not_felt_by"
    ):
        end = None if ends is None else instant_of(ends, zone)
        outage = level_case.LoggedOutage(
            id_, instant_of(starts, zone), end, root, users, note, service, frozenset(up)
        )
        for month in _months_reached(bounds, starts, ends):
            found.setdefault(month, {}).setdefault(service, []).append(outage)
    return found


def _windows(
    months: Sequence[Month], zone: ZoneInfo, ids: list[str] | None
) -> dict[tuple[Month, str], list[level_case.AnnouncedWindow]]:
    first, after = _local_bounds(months[0], months[-1])
    rows = MaintenanceWindow.objects.filter(ends__gt=first, starts__lt=after)
    if ids is not None:
        rows = rows.filter(service_id__in=ids)
    bounds = _bounds(months)
    found: dict[tuple[Month, str], list[level_case.AnnouncedWindow]] = defaultdict(list)
    for service, id_, starts, ends, announced in rows.order_by("starts", "id").values_list(
        "service_id", "id", "starts", "ends", "announced_on"
    ):
        window = level_case.AnnouncedWindow(
            id_, instant_of(starts, zone), instant_of(ends, zone), starts.date(), announced
        )
        for month in _months_reached(bounds, starts, ends):
            found[month, service].append(window)
    return found


def _months_reached(
    bounds: Iterable[Bounds], starts: datetime, ends: datetime | None
) -> list[Month]:
    """Return the months a stretch of local time reaches into; without an end it still goes on."""
    return [
        month for month, first, after in bounds if starts < after and (ends is None or ends > first)
    ]


def _bounds(months: Iterable[Month]) -> list[Bounds]:
    """Return each month with the local times it begins and is over."""
    return [
        (
            month,
            datetime.combine(month.first_day, time()),
            datetime.combine(month.first_day_after, time()),
        )
        for month in months
    ]


def _local_bounds(first: Month, last: Month) -> tuple[str, str]:
    return f"{first.first_day} 00:00", f"{last.first_day_after} 00:00"


def _service_times(
    written: Iterable[str], months: Sequence[Month], organisation: Organisation
) -> dict[tuple[str, Month], level_case.ServiceTime]:
    """Lay each distinct pattern of service hours out over each month once."""
    days = days_of_calendars(months[0].first_day, months[-1].first_day_after)
    zone = zone_of(organisation)
    times = {}
    for text in written:
        hours = ServiceHours.parse(text)
        country = hours.holiday_country
        for month in months:
            closed = (
                frozenset()
                if country is None
                else public_holidays(country or organisation.country, month.year)
            )
            times[text, month] = level_case.service_time_of_month(hours, month, zone, days, closed)
    return times


def _now(organisation: Organisation, clock: date, zone: ZoneInfo) -> int:
    """Return the end of today: what has not happened by then is not known yet."""
    tomorrow = today_of(organisation, clock) + timedelta(days=1)
    return instant_of(datetime.combine(tomorrow, time()), zone)

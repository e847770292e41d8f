"""One promise in one month: what was promised, every outage and window, and what to say about it."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from domestique.agreements.queries import promised_terms_of
from domestique.answers.promises.levels import LevelRow, level_row
from domestique.answers.promises.month_in_minutes import headline_of_month
from domestique.answers.promises.promise_in_month import StandingInMonth, standings_of
from domestique.answers.promises.what_broke import Root, RootNames, named_roots, roots_of
from domestique.delivery.accounting import AccountedOutage, account_for_outages, account_for_windows
from domestique.delivery.level import Level
from domestique.delivery.level_case import AnnouncedWindow, LoggedOutage
from domestique.delivery.level_figure import late_window
from domestique.parties.queries import customer_visible_to
from domestique.portfolio.queries import service_visible_to
from domestique.quantities.interval import Interval
from domestique.quantities.local_time import local_of
from domestique.quantities.period import FIRST_YEAR, Month
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ShownOutage:
    """An outage in the order it began; ``number`` is how the drawing names it.

    ``minutes`` is what it adds to the downtime; ``why`` tells why that is not all of it.
    """

    number: int
    outage: LoggedOutage
    starts: datetime
    ends: datetime | None
    minutes: Fraction
    why: Sentence | None
    root: Root | None
    stretch: Interval


@dataclass(frozen=True, slots=True)
class ShownWindow:
    """A maintenance window; ``why`` tells why it is not agreed downtime, if it is not."""

    window: AnnouncedWindow
    starts: datetime
    ends: datetime
    minutes: Fraction
    why: Sentence | None

    @property
    def stretch(self) -> Interval:
        """From when to when, as instants."""
        return self.window.start, self.window.end


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The month of a promise. ``row`` and ``level`` are missing where service hours are not known.

    ``is_running`` is whether the month has begun and is not over.
    """

    customer: str
    customer_name: str
    service: str
    service_name: str
    month: Month
    headline: Sentence
    standing: StandingInMonth
    level: Level | None
    row: LevelRow | None
    outages: tuple[ShownOutage, ...]
    windows: tuple[ShownWindow, ...]
    roots: tuple[Root, ...]
    is_running: bool

    @property
    def previous(self) -> Month | None:
        """The month before; there is none before the first of all."""
        return None if self.month == Month(FIRST_YEAR, 1) else self.month.previous


@while_unchanged
def timeline_page(
    viewer: Viewer, customer_id: str, service_id: str, month: Month, clock: date
) -> TimelinePage | None:
    """Return the month of a promise; ``None`` if there is no such customer or no such service."""
    customer = customer_visible_to(viewer, customer_id)
    service = service_visible_to(viewer, service_id)
    if customer is None or service is None:
        return None
    pair = (customer_id, service_id)
    terms = promised_terms_of(viewer, [service_id], [customer_id])
    standing = standings_of(viewer, [month], clock, [pair], terms)[pair, month]
    level = standing.level
    names = named_roots(viewer, [level]) if level else {}
    outages = _outages(level, names) if level else ()
    return TimelinePage(
        customer_id,
        customer.name,
        service_id,
        service.name,
        month,
        headline_of_month(standing, service.name),
        standing,
        level,
        level_row(level, {service_id: service.name}) if level else None,
        outages,
        _windows(level) if level else (),
        roots_of(level, names) if level else (),
        level is not None and _is_running(level),
    )


def _is_running(level: Level) -> bool:
    start, end = level.case.time.span
    return start < level.rules.now < end


def _outages(level: Level, names: RootNames) -> tuple[ShownOutage, ...]:
    zone = level.case.time.zone
    shown = []
    for number, accounted in enumerate(account_for_outages(level), start=1):
        outage = accounted.outage
        root = outage.root
        taken = Fraction(accounted.added, 60)
        shown.append(
            ShownOutage(
                number,
                outage,
                local_of(outage.start, zone),
                None if outage.end is None else local_of(outage.end, zone),
                taken,
                _why_less(level, accounted),
                Root(root, *names.get((root, level.case.time.month), (root, "")), taken)
                if root
                else None,
                outage.until(level.rules.now),
            )
        )
    return tuple(shown)


def _why_less(level: Level, accounted: AccountedOutage) -> Sentence | None:
    """Say why an outage takes less of the month than it lasted."""
    start, end = accounted.outage.until(level.rules.now)
    within = level.case.time.clock.between(start, end)
    if within == 0:
        return say("outside the service hours")
    if accounted.own == 0:
        return say("within agreed maintenance")
    if accounted.added == 0:
        return say("overlaps another outage, counted once")
    if accounted.added < accounted.own:
        return say("the rest overlaps another outage, counted once")
    if accounted.own < within:
        return say("the rest lies within agreed maintenance")
    if within < end - start:
        return say("the rest lies outside the service hours or the month")
    return None


def _windows(level: Level) -> tuple[ShownWindow, ...]:
    zone = level.case.time.zone
    return tuple(
        ShownWindow(
            window,
            local_of(window.start, zone),
            local_of(window.end, zone),
            Fraction(accounted.taken, 60),
            None if accounted.is_agreed else late_window(level, window),
        )
        for accounted in account_for_windows(level)
        for window in (accounted.window,)
    )

"""What each outage and each maintenance window took of a month: the parts a level is the sum of."""

from dataclasses import dataclass

from domestique.delivery.availability import agreed_service_clock
from domestique.delivery.level import Level
from domestique.delivery.level_case import AnnouncedWindow, LoggedOutage
from domestique.quantities.interval import Interval


@dataclass(frozen=True, slots=True)
class AccountedOutage:
    """An outage with the seconds of agreed service time it took.

    ``own`` is what it took by itself, ``added`` what no earlier outage had taken already; the
    ``added`` of all outages sum to the downtime.
    """

    outage: LoggedOutage
    own: int
    added: int


@dataclass(frozen=True, slots=True)
class AccountedWindow:
    """A maintenance window with the seconds of service time it took; one that is not agreed takes none."""

    window: AnnouncedWindow
    is_agreed: bool
    taken: int


def account_for_outages(level: Level) -> list[AccountedOutage]:
    """Return the outages that reach into the month, in the order they began, each with what it took."""
    reaching = (
        outage
        for outage in level.case.outages
        if _is_in_month(level, outage.until(level.rules.now))
    )
    clock = agreed_service_clock(level.case, level.rules)
    covered = level.case.time.span[0]
    accounted = []
    for outage in sorted(reaching, key=lambda outage: (outage.start, outage.id)):
        start, end = outage.until(level.rules.now)
        own, added = clock.between(start, end), clock.between(max(start, covered), end)
        covered = max(covered, end)
        accounted.append(AccountedOutage(outage, own, added))
    return accounted


def account_for_windows(level: Level) -> list[AccountedWindow]:
    """Return the windows that reach into the month, in the order they began, each with what it took."""
    time = level.case.time
    covered = time.span[0]
    accounted = []
    for window in sorted(level.case.windows, key=lambda window: (window.start, window.id)):
        if not _is_in_month(level, (window.start, window.end)):
            continue
        is_agreed = window.is_announced_in_time(level.rules.notice_days)
        taken = time.clock.between(max(window.start, covered), window.end) if is_agreed else 0
        if is_agreed:
            covered = max(covered, window.end)
        accounted.append(AccountedWindow(window, is_agreed, taken))
    return accounted


def _is_in_month(level: Level, interval: Interval) -> bool:
    """Whether an interval reaches into the month."""
    start, end = level.case.time.span
    return interval[0] < end and start < interval[1]

"""Why a level is what it is: the availability as a figure with its reckoning, row by row.

Built only when somebody asks, for a month of many services has a hundred thousand outages.
"""

from collections.abc import Iterator
from fractions import Fraction

from domestique.delivery.accounting import account_for_outages, account_for_windows
from domestique.delivery.level import Level
from domestique.delivery.level_case import AnnouncedWindow, LoggedOutage
from domestique.quantities.figure import Figure, Grade, Line, Source, grade_of_completeness
from domestique.quantities.local_time import local_of
from domestique.quantities.sentence import Sentence, Value, say, say_counted


def figure_of_level(level: Level) -> Figure:
    """Return the availability in percent with every line that led to it.

    An outage log is kept by people with a routine, so the grade is B at best. A month that is not
    over is as complete as its service time has passed.
    """
    completeness = _completeness(level)
    return Figure(
        value=level.availability_percent,
        unit="%",
        period=str(level.case.time.month),
        observations=len(account_for_outages(level)),
        completeness=completeness,
        grade=Grade.lowest([Grade.ROUTINE, grade_of_completeness(completeness)]),
        formula=say(
            "Availability is the agreed service time less downtime, divided by the agreed "
            "service time, cut downwards to four decimals."
        ),
        lines=(*_service_time_lines(level), *_downtime_lines(level), *_target_lines(level)),
    )


def _completeness(level: Level) -> Fraction:
    """Return the share of the service time that is known: none, all, or what has passed by now."""
    if level.downtime is None:
        return Fraction(0)
    if not level.service_seconds:
        return Fraction(1)
    return Fraction(level.case.time.clock.at(level.rules.now), level.service_seconds)


def _minutes(what: Sentence, seconds: int | Fraction, *sources: Source) -> Line:
    """Return a line of minutes."""
    return Line(what, Fraction(seconds) / 60, "min", sources)


def _service_time_lines(level: Level) -> Iterator[Line]:
    """Yield the service time, each maintenance window in it, and the agreed service time."""
    time = level.case.time
    first, last = time.days or (None, None)
    text = "Service hours %(hours)s in %(month)s, time zone %(zone)s."
    if time.days:
        text = "Service hours %(hours)s from %(first)s to %(last)s, the days it was promised, time zone %(zone)s."
    values: dict[str, Value] = {"hours": time.hours, "zone": time.zone.key}
    days: dict[str, Value] = (
        {"first": first, "last": last} if time.days else {"month": str(time.month)}
    )
    yield _minutes(say(text, **values, **days), level.service_seconds)
    for accounted in account_for_windows(level):
        window = accounted.window
        if accounted.is_agreed:
            yield _minutes(_agreed_window(level, window), -accounted.taken, _window_row(window))
        else:
            yield Line(late_window(level, window), sources=(_window_row(window),))
    yield _minutes(say("Agreed service time."), level.agreed_service_seconds)


def _window_row(window: AnnouncedWindow) -> Source:
    """Return the row a maintenance window came from."""
    return Source("maintenance_windows", window.id)


def _agreed_window(level: Level, window: AnnouncedWindow) -> Sentence:
    """Say that a window is agreed downtime."""
    return say(
        "Agreed downtime %(window)s, %(starts)s to %(ends)s, announced on %(announced)s.",
        window=window.id,
        starts=local_of(window.start, level.case.time.zone),
        ends=local_of(window.end, level.case.time.zone),
        announced=window.announced_on,
    )


def late_window(level: Level, window: AnnouncedWindow) -> Sentence:
    """Say why a window does not count as agreed."""
    if window.announced_on is None:
        return say(
            "Maintenance window %(window)s is not agreed downtime, for nobody noted when it was "
            "announced.",
            window=window.id,
        )
    return say_counted(
        "Maintenance window %(window)s is not agreed downtime: it was announced on %(announced)s "
        "and begins on %(first_day)s, and %(count)s day of notice is needed.",
        "Maintenance window %(window)s is not agreed downtime: it was announced on %(announced)s "
        "and begins on %(first_day)s, and %(count)s days of notice are needed.",
        level.rules.notice_days,
        window=window.id,
        announced=window.announced_on,
        first_day=window.first_day,
    )


def _downtime_lines(level: Level) -> Iterator[Line]:
    """Yield what each outage took, the sum, and the interruptions; or why nothing is known."""
    if level.downtime is None:
        yield Line(_nothing_known(level))
        return
    yield from _outage_lines(level)
    yield from _doubt_lines(level)
    yield _minutes(say("Downtime in agreed service time."), level.downtime.seconds)
    yield Line(say("Interruptions, joined where outages overlap."), level.downtime.interruptions)
    means = (
        (say("Mean time to restore service (MTRS), in service time."), level.mtrs_minutes),
        (say("Mean time to restore service, by the wall clock."), level.mtrs_elapsed_minutes),
        (say("Mean time between failures (MTBF), in service time."), level.mtbf_minutes),
        (say("Mean time between service incidents (MTBSI)."), level.mtbsi_minutes),
        (say("User-minutes lost."), level.lost_user_minutes),
    )
    yield from (Line(what, amount, "min") for what, amount in means if amount is not None)


def _nothing_known(level: Level) -> Sentence:
    """Say why nothing is known of the month."""
    month = str(level.case.time.month)
    if level.rules.is_logged:
        return say("%(month)s has not begun, so nothing is known of it.", month=month)
    until = level.rules.complete_until
    if until is not None:
        return say(
            "The outage log is complete until %(day)s, so nothing is known of %(month)s.",
            day=until,
            month=month,
        )
    return say("The outage log has no record in %(month)s, so nothing is known.", month=month)


def _doubt_lines(level: Level) -> Iterator[Line]:
    """Yield a line for each outage of another that may have carried it away."""
    for one in level.doubts:
        text = (
            "It began outage %(outage)s of %(other)s, and has none of its own on record then."
            if one.root == level.case.service
            else "%(other)s, which it needs, was away in outage %(outage)s; it has none of its own on record then."
        )
        source = Source("outages", one.id)
        yield Line(say(text, outage=one.id, other=one.service), sources=(source,))


def _outage_lines(level: Level) -> Iterator[Line]:
    """Yield a line for each outage with the minutes it adds; the lines sum to the downtime."""
    for accounted in account_for_outages(level):
        outage, own, added = accounted.outage, accounted.own, accounted.added
        row = Source("outages", outage.id)
        yield _minutes(_outage(level, outage), added, row)
        if own == 0:
            text = "Outage %(outage)s lies outside the agreed service time and takes nothing."
            yield Line(say(text, outage=outage.id), sources=(row,))
        elif own > added:
            text = "Part of outage %(outage)s overlaps an earlier outage and is counted once."
            yield _minutes(say(text, outage=outage.id), own - added, row)


def _outage(level: Level, outage: LoggedOutage) -> Sentence:
    """Say when an outage was and where it began."""
    zone = level.case.time.zone
    values: dict[str, Value] = {"outage": outage.id, "starts": local_of(outage.start, zone)}
    if outage.root:
        values["root"] = outage.root
    if outage.end is None:
        if outage.root:
            text = "Outage %(outage)s since %(starts)s, still going on, began in %(root)s."
        else:
            text = "Outage %(outage)s since %(starts)s, still going on, root not known."
    else:
        values["ends"] = local_of(outage.end, zone)
        if outage.root:
            text = "Outage %(outage)s, %(starts)s to %(ends)s, began in %(root)s."
        else:
            text = "Outage %(outage)s, %(starts)s to %(ends)s, root not known."
    return say(text, **values)


def _target_lines(level: Level) -> Iterator[Line]:
    """Yield what the target allows and how much of it is used, and that a month is not over."""
    target, allowed = level.case.target, level.allowed_seconds
    if target is None or allowed is None:
        yield Line(say("There is no target to hold the availability against."))
    else:
        yield _minutes(say("Downtime the target of %(target)s %% allows.", target=target), allowed)
    if level.consumed_share is not None:
        yield Line(say("Share of the allowed downtime used."), level.consumed_share * 100, "%")
    if level.downtime is not None and level.rules.now < level.case.time.span[1]:
        passed = level.case.time.clock.at(level.rules.now)
        yield _minutes(
            say("The month is not over; so much of its service time has passed."), passed
        )

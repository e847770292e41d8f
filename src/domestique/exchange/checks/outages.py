"""Outages that cannot be, since they have not begun yet, and those a mistyped year would explain."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from domestique.exchange.checks.after import after_load
from domestique.exchange.files.cells import Problem
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.tables import table_named

OLDEST_YEAR = 1990
LONGEST = timedelta(days=30)


def refuse_outages_to_come(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Refuse outages that begin after today: the organisation's own day if it fixes one, or the calendar's.

    A log is not complete to a day to come, either.
    """
    coming = [one for one in incomings if one.table.name == "outages"]
    logs = [one for one in incomings if one.table.name == "log_complete"]
    if not coming and not logs:
        return
    today = _today(incomings)
    for incoming in logs:
        until_of = incoming.value_of("until")
        for entry in incoming.entries:
            until = until_of(entry)
            if isinstance(until, date) and until > today and entry.outcome is not Outcome.UNCHANGED:
                reason = say(
                    "A log cannot be complete until %(day)s, for today is %(today)s.",
                    day=until,
                    today=today,
                )
                yield incoming.refuse(entry, "until", reason)
    for incoming in coming:
        starts_of = incoming.value_of("starts")
        for entry in incoming.entries:
            starts = starts_of(entry)
            if (
                isinstance(starts, datetime)
                and starts.date() > today
                and entry.outcome is not Outcome.UNCHANGED
            ):
                reason = say(
                    "An outage cannot begin on %(day)s, for today is %(today)s; give the day it began, "
                    "or take the row out until then.",
                    day=starts.date(),
                    today=today,
                )
                yield incoming.refuse(entry, "starts", reason)


def _today(incomings: Sequence[Incoming]) -> date:
    rows = after_load(table_named("organisation"), incomings, ("today",))
    fixed = (row.values[0] for row in rows)
    return next((day for day in fixed if isinstance(day, date)), date.today())  # noqa: DTZ011


IS_YEAR_RIGHT = say("It lasts more than 30 days or began before 1990; is the year right?")
"""What a form asks about an outage before it takes it."""


def ask_about_outages(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Hold back what a form brings of doubtful outages until it is confirmed."""
    for incoming in incomings:
        for entry in _doubtful(incoming, incomings):
            yield incoming.refuse(entry, "starts", IS_YEAR_RIGHT)


def doubtful_outages(incomings: Sequence[Incoming]) -> Iterator[Sentence]:
    """Ask about new outages of more than thirty days, or of years when nobody kept such a log."""
    for incoming in incomings:
        doubtful = [
            str(entry.key[0] if entry.key else "") for entry in _doubtful(incoming, incomings)
        ]
        if doubtful:
            yield say_counted(
                "%(count)s outage lasts more than 30 days or began before 1990; is the year right? %(ids)s",
                "%(count)s outages last more than 30 days or began before 1990; are the years right? %(ids)s",
                len(doubtful),
                ids=", ".join(doubtful[:5]),
            )


def _doubtful(incoming: Incoming, incomings: Sequence[Incoming]) -> Iterator[Entry]:
    """Yield the outages a mistyped year would explain; one without an end lasts until today."""
    if incoming.table.name != "outages":
        return
    now = datetime.combine(_today(incomings), time.max)
    starts_of, ends_of = incoming.value_of("starts"), incoming.value_of("ends")
    for entry in incoming.entries:
        starts, ends = starts_of(entry), ends_of(entry)
        if entry.outcome is not Outcome.UNCHANGED and isinstance(starts, datetime):
            until = ends if isinstance(ends, datetime) else now
            if starts.year < OLDEST_YEAR or until - starts > LONGEST:
                yield entry

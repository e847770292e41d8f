"""Days, local times, months, years and times of day in cells."""

import re
from datetime import date, datetime, time, timedelta

from domestique.exchange.files.cells import Cell
from domestique.exchange.reading.refusal import text_of
from domestique.quantities.errors import Refusal
from domestique.quantities.hours import minute_of_day
from domestique.quantities.period import FIRST_YEAR, LAST_YEAR, Month
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOCAL_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)")
_YEAR = re.compile(r"[0-9]{4}")
_PARTS = re.compile(r"([0-9]{1,4})[./ -]([0-9]{1,2})[./ -]([0-9]{1,4})")
_MONTH_PARTS = re.compile(r"([0-9]{1,4})[./ -]([0-9]{1,4})")


def read_date(_: Column, cell: Cell) -> date:
    """Read a day, ``2026-12-31``, or a date cell of a workbook."""
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date()
        raise Unreadable(_time_beside_date(cell))
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    try:
        return date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise Unreadable(_not_a_date(text)) from None


def read_local_time(_: Column, cell: Cell) -> datetime:
    """Read a local time, ``2026-10-25 01:30`` or with seconds, or a time cell of a workbook."""
    if isinstance(cell, datetime):
        # A spreadsheet keeps times as parts of a day and is a few microseconds off.
        return (cell + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None)
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    text = text_of(cell)
    match = _LOCAL_TIME.fullmatch(text)
    try:
        return datetime.fromisoformat(f"{match[1]} {match[2]}" if match else "")
    except ValueError:
        raise Unreadable(_not_a_local_time(text)) from None


def read_month(_: Column, cell: Cell) -> str:
    """Read a month as ``2026-10``; a workbook's date on the first of a month is that month."""
    if isinstance(cell, date) and cell.day == 1:
        return str(Month.of(cell))
    text = text_of(cell)
    try:
        return str(Month.parse(text))
    except Refusal:
        raise Unreadable(_not_a_month(text)) from None


def read_year(_: Column, cell: Cell) -> int:
    """Read a year of four digits."""
    text = text_of(cell)
    if not _YEAR.fullmatch(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Unreadable(
            say("“%(value)s” is not a year; write four digits, for example 2026.", value=text)
        )
    return int(text)


def read_period(column: Column, cell: Cell) -> str:
    """Read a year, ``2026``, or a month, ``2026-10``."""
    text = text_of(cell)
    if _YEAR.fullmatch(text):
        return str(read_year(column, cell))
    try:
        return read_month(column, cell)
    except Unreadable:
        raise Unreadable(
            say(
                "“%(value)s” is neither a year nor a month; write for example 2026 or 2026-10.",
                value=text,
            )
        ) from None


def read_clock(_: Column, cell: Cell) -> str:
    """Read a time of day from ``00:00`` to ``24:00``, or a time cell of a workbook."""
    text = f"{cell:%H:%M}" if isinstance(cell, time) else text_of(cell)
    try:
        hour, minute = divmod(minute_of_day(text), 60)
    except Refusal as refusal:
        raise Unreadable(refusal.sentence) from None
    return f"{hour:02d}:{minute:02d}"


def _time_beside_date(cell: datetime) -> Sentence:
    return say(
        "“%(value)s” has a time of day, and only a day is taken here: %(suggested)s.",
        value=text_of(cell),
        suggested=cell.date(),
    )


def _not_a_date(text: str) -> Sentence:
    suggested = _day_meant(text)
    if suggested:
        return say(
            "“%(value)s” is not written as dates are here; write year-month-day: %(suggested)s.",
            value=text,
            suggested=suggested,
        )
    return say(
        "“%(value)s” is not a day of the calendar; write year-month-day, for example 2026-12-31.",
        value=text,
    )


def _day_meant(text: str) -> date | None:
    """Return the one day a text can mean in any order of its parts; none if it can mean two."""
    match = _PARTS.match(text)
    if match is None:
        return None
    first, second, third = (int(part) for part in match.groups())
    orders = [(first, second, third), (third, second, first), (third, first, second)]
    days = {day for order in orders if (day := _day(*order))}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _not_a_local_time(text: str) -> Sentence:
    if re.search(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$", text) and _LOCAL_TIME.match(text):
        return say(
            "“%(value)s” names a time zone; write the organisation's local time without one, "
            "for example 2026-10-25 01:30.",
            value=text,
        )
    return say(
        "“%(value)s” is not a local time; write day and time, for example 2026-10-25 01:30.",
        value=text,
    )


def _not_a_month(text: str) -> Sentence:
    suggested = _month_meant(text)
    if suggested:
        return say(
            "“%(value)s” is not written as months are here; write year and month: %(suggested)s.",
            value=text,
            suggested=suggested,
        )
    return say("“%(value)s” is not a month; write year and month, for example 2026-10.", value=text)


def _month_meant(text: str) -> str:
    match = _MONTH_PARTS.fullmatch(text)
    if match is None:
        return ""
    first, second = int(match[1]), int(match[2])
    year, month = (first, second) if first > second else (second, first)
    is_month = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
    return str(Month(year, month)) if is_month else ""

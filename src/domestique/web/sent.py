"""What a form sends: days, times and names read, or refused in a sentence; and the version that was seen."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypeVar

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.models import Record
from domestique.web.asking import DayNotUnderstood, number_in

Some = TypeVar("Some", bound=Record)
LONGEST_MEETING = 24 * 60


class TimeNotUnderstood(Refusal):
    """A text that is not a time of day."""

    text = say("“%(written)s” is not a time of day; write it like 09:30.")


def sent_text(sent: QueryDict, name: str) -> str:
    """Read a text; browsers end lines their own way."""
    return sent.get(name, "").replace("\r\n", "\n").strip()


def sent_day(sent: QueryDict, name: str) -> date | None:
    """Read a day if one is given; refuse anything else as ``DayNotUnderstood``."""
    text = sent_text(sent, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayNotUnderstood(written=text) from None


def sent_time(sent: QueryDict, day_name: str, time_name: str) -> datetime:
    """Read a day and a time of day as one local time; both must be there."""
    day = sent_day(sent, day_name)
    if day is None:
        raise DayNotUnderstood(written=sent_text(sent, day_name))
    text = sent_text(sent, time_name)
    try:
        return datetime.combine(day, datetime.strptime(text, "%H:%M").time())  # noqa: DTZ007 - local, as given
    except ValueError:
        raise TimeNotUnderstood(written=text) from None


def sent_minutes(sent: QueryDict, name: str) -> int:
    """Read how many minutes something takes."""
    return number_in(sent_text(sent, name), 1, LONGEST_MEETING)


def sent_names(sent: QueryDict, name: str) -> tuple[str, ...]:
    """Read names, ticked one by one or written with commas or semicolons between them."""
    parts = (part.strip() for text in sent.getlist(name) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def as_seen(record: Some, sent: QueryDict) -> Some:
    """Return the record as it was seen in the form: a change over another version is refused."""
    text = sent.get("seen", "")
    if text.isascii() and text.isdigit() and len(text) <= 9:
        record.version = int(text)
    return record


def back_to(request: HttpRequest, usual: str) -> str:
    """Return the page a form was sent from, if it says so and is one of ours."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and is_ours else usual

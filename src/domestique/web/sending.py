"""What a reader sends to a verb: read out of the form, done, and led back; refused on the page it was typed on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.http import HttpResponse, QueryDict

from domestique.access.viewers import present_viewer
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence
from domestique.records.models import Record
from domestique.web.asking import DayNotUnderstood, today

Seen = TypeVar("Seen", bound=Record)


def day_of_viewer() -> date:
    """Return the day everything is done on: the organisation's own if it fixes one."""
    return today_of(organisation_of(present_viewer()), today())


def as_seen(record: Seen, typed: QueryDict) -> Seen:
    """Take a record in the version its page showed, so that a change in between is noticed."""
    seen = typed.get("seen", "")
    if seen.isascii() and seen.isdigit() and len(seen) < 9:
        record.version = int(seen)
    return record


def day_in(text: str) -> date | None:
    """Read a day; nothing is ``None``. Refuses ``DayNotUnderstood``."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise DayNotUnderstood(written=text) from None


def sent(
    do: Callable[[], HttpResponse],
    again: Callable[[Sentence, int], HttpResponse],
) -> HttpResponse:
    """Do what was sent and lead on; what is refused is shown again with the sentence, everything typed kept."""
    try:
        return do()
    except Refusal as refusal:
        return again(refusal.sentence, 400)

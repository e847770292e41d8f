"""What a reader asks for in an address: read, or refused in a sentence that keeps what was typed."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say

MOST_CREWS = 1000
MOST_PAGES = 1_000_000


class NumberNotUnderstood(Refusal):
    """A text that is not a whole number within its limits."""

    text = say("“%(written)s” is not a whole number from %(least)s to %(most)s.")


class DayNotUnderstood(Refusal):
    """A text that is not a day."""

    text = say("“%(written)s” is not a day; write it like 2026-10-31.")


class NothingHere(Http404):
    """What was asked for is not there, or not for this reader; ``sentence`` says it."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for the page that says so."""
        super().__init__(str(sentence))
        self.sentence = sentence


def asked_number(request: HttpRequest, name: str, default: int, most: int = MOST_PAGES) -> int:
    """Read a whole number from 1 on; refuse anything else as ``NumberNotUnderstood``."""
    text = request.GET.get(name, "").strip()
    if not text:
        return default
    return number_in(text, 1, most)


def number_in(text: str, least: int, most: int) -> int:
    """Read a whole number within limits; refuse anything else as ``NumberNotUnderstood``."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most:
        return int(text)
    raise NumberNotUnderstood(written=text, least=str(least), most=str(most))


def asked_day(request: HttpRequest, name: str) -> date | None:
    """Read a day if one is given; refuse anything else as ``DayNotUnderstood``."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayNotUnderstood(written=text) from None


def today() -> date:
    """Return the calendar's own today, which the organisation may fix to another day."""
    return date.today()  # noqa: DTZ011 - the organisation's own day is decided by ``today_of``


def refused(
    request: HttpRequest, template: str, refusal: Refusal, **context: object
) -> HttpResponse:
    """Show a page with the sentence of a refusal, what was typed still in its fields."""
    return render(request, template, {"refusal": refusal.sentence, **context}, status=400)

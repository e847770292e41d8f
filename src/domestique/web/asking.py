"""What a reader asks for in an address: read, or refused on the page in a sentence that keeps what was typed."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence
from domestique.web.form import Form

Read = TypeVar("Read")
Instead = TypeVar("Instead")
MOST_CREWS = 1000
MOST_PAGES = 1_000_000


class NothingHere(Http404):
    """What was asked for is not there, or not for this reader; ``sentence`` says it."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for the page that says so."""
        super().__init__(str(sentence))
        self.sentence = sentence


def asked_number(request: HttpRequest, name: str, default: int, most: int = MOST_PAGES) -> int:
    """Read a whole number from 1 on; refuse anything else as ``NumberNotUnderstood``."""
    return Form(request.GET).whole(name, most) or default


def understood(
    read: Callable[[], Read], instead: Instead
) -> tuple[Read, None] | tuple[Instead, Refusal]:
    """Return what was asked for; where it is refused, what is shown instead, and the refusal to say beside it."""
    try:
        return read(), None
    except Refusal as refusal:
        return instead, refusal


def today() -> date:
    """Return the calendar's own today, which the organisation may fix to another day."""
    return date.today()  # noqa: DTZ011 - the organisation's own day is decided by ``today_of``


def shown(
    request: HttpRequest, template: str, refusal: Refusal | None = None, /, **context: object
) -> HttpResponse:
    """Show a page; with the sentence of a refusal, if something was refused, and what was typed still in its fields."""
    if refusal is None:
        return render(request, template, context)
    return render(request, template, {"refusal": refusal.sentence, **context}, status=400)

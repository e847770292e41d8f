"""The customer's own page: what she gets, what it costs, what she would stop."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.feelings.pulse_page import asked_for_words
from domestique.answers.meetings.meeting_lines import MOODS
from domestique.answers.own_page.own_page import OwnPage, own_page
from domestique.answers.own_page.own_page_paper import own_page_pdf
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.relations.meetings.queries import meeting_to_feel
from domestique.web.asking import NothingHere, today
from domestique.web.printed import printed


@permit(Ability.SEE_OWN)
@require_safe
def show_own_page(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show a customer her own page, one question at a time."""
    page = _page(customer_id)
    context = {
        "page": page,
        "meeting": meeting_to_feel(present_viewer(), customer_id, page.day),
        "moods": MOODS.items(),
        **asked_for_words(request, customer_id),
    }
    return render(request, "own_page/own_page.html", context)


@permit(Ability.SEE_OWN)
@require_safe
def print_own_page(request: HttpRequest, customer_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the same on one page of paper."""
    return printed(own_page_pdf(_page(customer_id)), f"what-it-does-for-{customer_id}")


def _page(customer_id: str) -> OwnPage:
    page = own_page(present_viewer(), customer_id, today())
    if page is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return page

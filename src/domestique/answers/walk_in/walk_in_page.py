"""Before you walk in: the sheet a customer manager takes along, on the screen and on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.walk_in.walk_in import WalkIn, walk_in_sheet
from domestique.answers.walk_in.walk_in_paper import walk_in_pdf
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, today
from domestique.web.printed import printed


@permit(Ability.SEE_PICTURE)
@require_safe
def show_walk_in(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show the sheet, printable on one page."""
    return render(request, "walk_in/walk_in.html", {"sheet": _sheet(customer_id)})


@permit(Ability.SEE_PICTURE)
@require_safe
def print_walk_in(request: HttpRequest, customer_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the sheet as a PDF of one page."""
    return printed(walk_in_pdf(_sheet(customer_id)), f"before-you-walk-in-{customer_id}")


def _sheet(customer_id: str) -> WalkIn:
    sheet = walk_in_sheet(present_viewer(), customer_id, today())
    if sheet is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return sheet

"""Customer teams, and the dossier a customer is handed over with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.people.hand_over import HandOver, hand_over
from domestique.answers.people.hand_over_paper import hand_over_pdf
from domestique.answers.people.teams import team_page, teams_page
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, today
from domestique.web.printed import printed


@permit(Ability.SEE_PICTURE)
@require_safe
def list_teams(request: HttpRequest) -> HttpResponse:
    """Show every customer team with how much lies on it."""
    return render(request, "teams/teams.html", {"page": teams_page(present_viewer(), today())})


@permit(Ability.SEE_PICTURE)
@require_safe
def show_team(request: HttpRequest, team_id: str) -> HttpResponse:
    """Show one customer team: its people by dates and its customers with their history."""
    page = team_page(present_viewer(), team_id, today())
    if page is None:
        raise NothingHere(say("There is no customer team %(id)s.", id=team_id))
    return render(request, "teams/team.html", {"page": page})


@permit(Ability.SEE_PICTURE)
@require_safe
def show_hand_over(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show the dossier for whoever takes over a customer."""
    return render(request, "hand_over/hand_over.html", {"dossier": _dossier(customer_id)})


@permit(Ability.SEE_PICTURE)
@require_safe
def print_hand_over(request: HttpRequest, customer_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the dossier as a PDF."""
    return printed(hand_over_pdf(_dossier(customer_id)), f"hand-over-{customer_id}")


def _dossier(customer_id: str) -> HandOver:
    dossier = hand_over(present_viewer(), customer_id, today())
    if dossier is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return dossier

"""One page for the IT steering group before its meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.steering.steering import SteeringPage, steering_page
from domestique.answers.steering.steering_paper import steering_pdf
from domestique.records.ability import Ability
from domestique.web.asking import today
from domestique.web.printed import printed


@permit(Ability.SEE_STEERING)
@require_safe
def show_steering(request: HttpRequest) -> HttpResponse:
    """Show customers, and what to decide, to watch and to stop."""
    return render(request, "steering/steering.html", {"page": _page()})


@permit(Ability.SEE_STEERING)
@require_safe
def print_steering(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the same on one page of paper."""
    return printed(steering_pdf(_page()), "for-the-steering-group")


def _page() -> SteeringPage:
    return steering_page(present_viewer().in_the_steering_group(), today())

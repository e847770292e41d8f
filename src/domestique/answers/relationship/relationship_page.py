"""The relationship with one customer, on the screen and as a plan of one page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.meetings.contacts_page import contact_form
from domestique.answers.relationship.relationship import Relationship, relationship
from domestique.answers.relationship.relationship_paper import relationship_plan_pdf
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, today
from domestique.web.printed import printed


@permit(Ability.SEE_PICTURE)
@require_safe
def show_relationship(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show how the relationship stands, and log a contact in ten seconds."""
    form = contact_form(present_viewer(), QueryDict(), customer_id)
    context = {"page": _page(customer_id), **form}
    return render(request, "relationship/relationship.html", context)


@permit(Ability.SEE_PICTURE)
@require_safe
def print_relationship(request: HttpRequest, customer_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the relationship plan on one page."""
    return printed(relationship_plan_pdf(_page(customer_id)), f"relationship-plan-{customer_id}")


def _page(customer_id: str) -> Relationship:
    page = relationship(present_viewer(), customer_id, today())
    if page is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return page

"""The catalogue: for customers, for those who run it, and a customer's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.catalogue.catalogue import (
    BY_IMPACT,
    BY_KIND,
    in_groups,
    offer_page,
    ordered,
    shelf,
)
from domestique.answers.catalogue.offers import make_offers, offered_visible_to
from domestique.answers.catalogue.own_catalogue import Edition, edition_for, not_used_by
from domestique.answers.catalogue.technical_catalogue import all_visible_to, technical_rows
from domestique.portfolio.models import Service
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, asked_number, shown, today
from domestique.web.cutting import cut_of
from domestique.web.pages import loaded
from domestique.web.paging import Page, page_of
from domestique.web.routes import at

TECHNICAL = "technical"
OTHERS_A_PAGE = 20


@at("catalogue/", "catalogue", Ability.SEE_CATALOGUE)
@require_safe
def show_catalogue(request: HttpRequest) -> HttpResponse:
    """Show what can be ordered, fifty a page, in a customer's words or, with ``?view=technical``, in IT's."""
    viewer, clock = present_viewer(), today()
    words = request.GET.get("q", "").strip()
    by = BY_KIND if request.GET.get("by") == BY_KIND else BY_IMPACT
    is_technical = request.GET.get("view") == TECHNICAL
    context = {
        "typed": words,
        "by": by,
        "is_technical": is_technical,
        "shelf": shelf(viewer, clock),
    }
    try:
        number = asked_number(request, "page", 1)
    except Refusal as refusal:
        return shown(request, "catalogue/catalogue.html", refusal, **context)
    found = all_visible_to if is_technical else offered_visible_to
    page = page_of(request, ordered(found(viewer, words), by), number)
    if is_technical:
        rows = technical_rows(viewer, page.items)
        groups = in_groups(rows, by, lambda row: row.service)
    else:
        groups = in_groups(make_offers(viewer, page.items, clock), by, lambda offer: offer)
    return render(request, "catalogue/catalogue.html", {**context, "page": page, "groups": groups})


@at("catalogue/<offer:service_id>/", "offer", Ability.SEE_CATALOGUE)
@require_safe
def show_offer(request: HttpRequest, service_id: str) -> HttpResponse:
    """Show one service in a customer's words."""
    page = loaded(request, offer_page, service_id)
    return render(request, "catalogue/offer.html", {"page": page})


@at("catalogue/for/<customer:customer_id>/", "edition", Ability.SEE_OWN)
@require_safe
def show_edition(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show a customer's own catalogue: what she uses first, then what else she could have."""
    viewer, clock = present_viewer(), today()
    edition = edition_for(viewer, customer_id, clock)
    if edition is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    others = not_used_by(viewer, edition)
    try:
        page = page_of(request, others, asked_number(request, "page", 1), OTHERS_A_PAGE)
    except Refusal as refusal:
        page = page_of(request, others, 1, OTHERS_A_PAGE)
        return shown(request, "catalogue/edition.html", refusal, **_edition(request, edition, page))
    return render(request, "catalogue/edition.html", _edition(request, edition, page))


def _edition(request: HttpRequest, edition: Edition, page: Page[Service]) -> dict[str, object]:
    others = make_offers(present_viewer(), page.items, today())
    lines = cut_of(request, edition.lines, "yours")
    return {"edition": edition, "page": page, "others": others, "lines": lines}

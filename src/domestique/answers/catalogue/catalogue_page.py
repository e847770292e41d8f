"""The catalogue: for customers, for those who run it, and a customer's own."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.catalogue import catalogue
from domestique.answers.catalogue.offers import make_offers, offered_visible_to
from domestique.answers.catalogue.own_catalogue import edition_for, not_used_by
from domestique.answers.catalogue.technical_catalogue import technical_rows
from domestique.answers.services.service_list import services_found
from domestique.records.ability import Ability
from domestique.web.asking import shown, today
from domestique.web.cutting import cut_of
from domestique.web.pages import loaded, page
from domestique.web.paging import page_asked
from domestique.web.routes import at

TECHNICAL = "technical"
OTHERS_A_PAGE = 20


@at("catalogue/", "catalogue", Ability.SEE_CATALOGUE)
@require_safe
def show_catalogue(request: HttpRequest) -> HttpResponse:
    """Show what can be ordered, fifty a page, in a customer's words or, with ``?view=technical``, in IT's."""
    viewer, clock = present_viewer(), today()
    words = request.GET.get("q", "").strip()
    by = catalogue.BY_KIND if request.GET.get("by") == catalogue.BY_KIND else catalogue.BY_IMPACT
    is_technical = request.GET.get("view") == TECHNICAL
    context = {
        "typed": words,
        "by": by,
        "is_technical": is_technical,
        "shelf": catalogue.shelf(viewer, clock),
    }
    found = services_found if is_technical else offered_visible_to
    part = page_asked(request, found(viewer, words).order_by(*catalogue.ORDERS[by]))
    if part.refusal:
        return shown(request, "catalogue/catalogue.html", part.refusal, **context)
    if is_technical:
        rows = technical_rows(viewer, part.items, clock)
        groups = catalogue.in_groups(rows, by, lambda row: row.service)
    else:
        groups = catalogue.in_groups(
            make_offers(viewer, part.items, clock), by, lambda offer: offer
        )
    return shown(request, "catalogue/catalogue.html", **context, page=part, groups=groups)


OFFER = page(
    ("catalogue/<offer:service_id>/", "offer"),
    Ability.SEE_CATALOGUE,
    catalogue.offer_page,
    "catalogue/offer.html",
)


@at("catalogue/for/<customer:customer_id>/", "edition", Ability.SEE_OWN)
@require_safe
def show_edition(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show a customer's own catalogue: what she uses first, then what else she could have."""
    edition = loaded(request, edition_for, customer_id)
    part = page_asked(request, not_used_by(present_viewer(), edition), OTHERS_A_PAGE)
    return shown(
        request,
        "catalogue/edition.html",
        part.refusal,
        edition=edition,
        page=part,
        others=make_offers(present_viewer(), part.items, today()),
        lines=cut_of(request, edition.lines, "yours"),
    )

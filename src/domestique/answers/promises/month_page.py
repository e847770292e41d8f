"""One promise in one month, day by day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.promises.month_drawing import draw_month
from domestique.answers.promises.timeline import TimelinePage, timeline_page
from domestique.quantities.errors import Refusal
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, today
from domestique.web.routes import at


@at(
    "promises/<customer:customer_id>/<path:service_id>/<str:month>/",
    "promise",
    Ability.SEE_SERVICES,
)
@require_safe
def show_promise(
    request: HttpRequest, customer_id: str, service_id: str, month: str
) -> HttpResponse:
    """Show what was promised and what happened, drawn and told."""
    try:
        page = _page(f"{customer_id}/{service_id}", Month.parse(month))
    except Refusal as refusal:
        raise NothingHere(refusal.sentence) from None
    if page is None:
        raise NothingHere(
            say(
                "There is no customer %(customer)s with a service %(service)s.",
                customer=customer_id,
                service=service_id,
            )
        )
    return render(request, "grid/promise.html", {"page": page, "drawing": draw_month(page)})


def _page(ids: str, month: Month) -> TimelinePage | None:
    """Find the customer and the service; an id may itself have a slash in it, so each one may divide."""
    parts = ids.split("/")
    for number in range(1, len(parts)):
        customer, service = "/".join(parts[:number]), "/".join(parts[number:])
        page = timeline_page(present_viewer(), customer, service, month, today())
        if page is not None:
            return page
    return None

"""Pages about customers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.customer.customer import customer_page
from domestique.answers.today.today import today_for
from domestique.findings.grouped import findings_seen_by
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.history import changes_of
from domestique.web.asking import asked_number, shown, today
from domestique.web.cutting import cut_of
from domestique.web.pages import loaded
from domestique.web.paging import page_of
from domestique.web.routes import at


@at("customers/", "customers", Ability.SEE_PICTURE)
@require_safe
def list_customers(request: HttpRequest) -> HttpResponse:
    """List the customers, fifty a page, with team, mood, charge and what needs somebody."""
    picture = today_for(present_viewer(), today())
    every = sorted((*picture.rows, *picture.quiet), key=lambda row: row.id)
    context: dict[str, object] = {"picture": picture}
    try:
        page = page_of(request, every, asked_number(request, "page", 1))
    except Refusal as refusal:
        return shown(request, "customers/customers.html", refusal, **context)
    context |= {"page": page, "rows": page.items}
    return render(request, "customers/customers.html", context)


@at("customers/<customer:customer_id>/", "customer", Ability.SEE_PICTURE)
@require_safe
def show_customer(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show one customer: what she needs, what she gets, what it costs."""
    viewer = present_viewer()
    page = loaded(request, customer_page, customer_id)
    found = findings_seen_by(viewer, today()).about("customers", customer_id)
    changes = changes_of(type(page.customer), {"id": customer_id})
    context = {"page": page, "findings": found, "changes": changes}
    context["lines"] = cut_of(request, page.lines, "services")
    return render(request, "customers/customer.html", context)

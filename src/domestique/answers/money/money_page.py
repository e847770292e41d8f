"""Pages about money."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.money.bills import bill_page
from domestique.answers.money.flow import draw_flow
from domestique.answers.money.money import MoneyPage, money_page
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, shown, today
from domestique.web.cutting import cut_of
from domestique.web.form import Form
from domestique.web.routes import at

FIRST_YEAR, LAST_YEAR = 1900, 2999


@at("money/", "money", Ability.SEE_MONEY)
@require_safe
def show_money(request: HttpRequest) -> HttpResponse:
    """Show a year: ledger, services, methods, customers."""
    typed = request.GET.get("year", "").strip()
    viewer = present_viewer()
    try:
        asked = Form(request.GET).whole("year", LAST_YEAR, FIRST_YEAR)
        page = money_page(viewer, today(), asked)
    except Refusal as refusal:
        page = money_page(viewer, today())
        return shown(request, "money/money.html", refusal, typed=typed, **_year(request, page))
    context = {"typed": typed or str(page.year), **_year(request, page)}
    return render(request, "money/money.html", context)


def _year(request: HttpRequest, page: MoneyPage) -> dict[str, object]:
    charges = cut_of(request, page.customers, "charges")
    return {"page": page, "flow": draw_flow(page), "charges": charges}


@at("money/bills/<customer:customer_id>/", "bill", Ability.SEE_OWN)
@require_safe
def show_bill(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show a customer's bill, line by line down to its rows."""
    typed = request.GET.get("currency", "").strip().upper()
    viewer = present_viewer()
    try:
        page = bill_page(viewer, customer_id, currency=typed)
        refusal = None
    except Refusal as refused_currency:
        page, refusal = bill_page(viewer, customer_id), refused_currency.sentence
    if page is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    context = {"page": page, "typed": typed or page.currency, "refusal": refusal}
    context["lines"] = cut_of(request, page.rows, "lines")
    return render(request, "money/bill.html", context, status=400 if refusal else 200)

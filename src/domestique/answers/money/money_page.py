"""Pages about money."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.money.bills import bill_page
from domestique.answers.money.flow import draw_flow
from domestique.answers.money.money import money_page
from domestique.quantities.period import FIRST_YEAR, LAST_YEAR
from domestique.records.ability import Ability
from domestique.web.asking import shown, today, understood
from domestique.web.cutting import cut_of
from domestique.web.form import Form
from domestique.web.pages import there
from domestique.web.routes import at


@at("money/", "money", Ability.SEE_MONEY)
@require_safe
def show_money(request: HttpRequest) -> HttpResponse:
    """Show a year: ledger, services, methods, customers."""
    form = Form(request.GET)
    asked, refusal = understood(lambda: form.whole("year", LAST_YEAR, FIRST_YEAR), None)
    page = money_page(present_viewer(), today(), asked)
    return shown(
        request,
        "money/money.html",
        refusal,
        page=page,
        typed=form.text("year") or str(page.year),
        flow=draw_flow(page),
        charges=cut_of(request, page.customers, "charges"),
    )


@at("money/bills/<customer:customer_id>/", "bill", Ability.SEE_OWN)
@require_safe
def show_bill(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show a customer's bill, line by line down to its rows."""
    viewer, typed = present_viewer(), request.GET.get("currency", "").strip().upper()
    found, refusal = understood(lambda: bill_page(viewer, customer_id, currency=typed), None)
    page = there(request, bill_page(viewer, customer_id) if refusal else found)
    return shown(
        request,
        "money/bill.html",
        refusal,
        page=page,
        typed=typed or page.currency,
        lines=cut_of(request, page.rows, "lines"),
    )

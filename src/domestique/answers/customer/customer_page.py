"""Pages about customers."""

from django.http import HttpRequest

from domestique.access.viewers import present_viewer
from domestique.answers.customer.customer import CustomerPage, customer_page
from domestique.answers.today.today import Today, today_for
from domestique.exchange.past import told_changes
from domestique.findings.grouped import findings_seen_by
from domestique.parties.models import Customer
from domestique.records.ability import Ability
from domestique.web.asking import today
from domestique.web.cutting import cut_of
from domestique.web.pages import page
from domestique.web.paging import page_of


def _rows(request: HttpRequest, picture: Today) -> dict[str, object]:
    """Return fifty customers, with team, mood, charge and what needs somebody."""
    page = page_of(request, sorted((*picture.rows, *picture.quiet), key=lambda row: row.id))
    return {"page": page, "rows": page.items}


def _beside(request: HttpRequest, shown: CustomerPage) -> dict[str, object]:
    """Return what is amiss with a customer, her record's history, and the first of her services."""
    return {
        "findings": findings_seen_by(present_viewer(), today()).about(
            "customers", shown.customer.id
        ),
        "changes": told_changes(Customer, {"id": shown.customer.id}),
        "lines": cut_of(request, shown.lines, "services"),
    }


CUSTOMERS = page(
    ("customers/", "customers"),
    Ability.SEE_PICTURE,
    today_for,
    "customers/customers.html",
    "picture",
    more=_rows,
)
CUSTOMER = page(
    ("customers/<customer:customer_id>/", "customer"),
    Ability.SEE_PICTURE,
    customer_page,
    "customers/customer.html",
    more=_beside,
)

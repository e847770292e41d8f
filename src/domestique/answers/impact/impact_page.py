"""Who is hit when one service is lost."""

from __future__ import annotations

from typing import TypeAlias

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.answers.impact.impact_of import impact_of
from domestique.answers.impact.impact_rows import AgreementHit, CustomerHit, HitService, Impact
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import asked_number
from domestique.web.pages import loaded
from domestique.web.paging import page_of
from domestique.web.routes import at

SIDES = (
    ("customers", say("By customer")),
    ("agreements", say("By agreement")),
    ("services", say("By service")),
)
Rows: TypeAlias = "tuple[CustomerHit, ...] | tuple[AgreementHit, ...] | tuple[HitService, ...]"


class SideNotUnderstood(Refusal):
    """A way to sort the impact that there is not."""

    text = say("“%(written)s” is no list of an impact; write customers, agreements or services.")


@at("services/<service:service_id>/impact/", "impact", Ability.SEE_SERVICES)
@require_safe
def show_impact(request: HttpRequest, service_id: str) -> HttpResponse:
    """Show the loss of a service in one sentence, in four sums, and row by row, fifty a page."""
    impact = loaded(request, impact_of, service_id)
    by, number, refusal = "customers", 1, None
    try:
        by = _asked_side(request)
        number = asked_number(request, "page", 1)
    except Refusal as refused:
        refusal = refused.sentence
    page = page_of(request, _rows(impact, by), number)
    context = {
        "impact": impact,
        "by": by,
        "page": page,
        "rows": page.items,
        "sides": [(side, words, len(_rows(impact, side))) for side, words in SIDES],
        "refusal": refusal,
    }
    if by == "services":
        ways = impact.ways([hit.id for hit in page.items if isinstance(hit, HitService)])
        context["rows"] = list(zip(page.items, map(" → ".join, ways), strict=True))
    return render(request, "impact/impact.html", context, status=400 if refusal else 200)


def _asked_side(request: HttpRequest) -> str:
    text = request.GET.get("by", "").strip() or "customers"
    if text not in dict(SIDES):
        raise SideNotUnderstood(written=text)
    return text


def _rows(impact: Impact, by: str) -> Rows:
    if by == "agreements":
        return impact.agreements
    return impact.services if by == "services" else impact.customers

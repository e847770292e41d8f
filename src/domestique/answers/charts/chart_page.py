"""Charts as files: the drawing for a page without scripts, and its specification for one with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from domestique.access.errors import NotForHer
from domestique.access.permits import ANY_PERSON
from domestique.access.viewers import present_viewer
from domestique.answers.feelings.value import value_sheet
from domestique.answers.feelings.value_chart import value_chart
from domestique.answers.money.bills import bill_page
from domestique.answers.money.money_charts import bill_chart, months_chart
from domestique.answers.promises.level_charts import budget_chart, trend_chart
from domestique.answers.today.customers_chart import customers_chart
from domestique.answers.today.today import today_for
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.telling.trends import charge_trend, level_trend
from domestique.web.asking import NothingHere, today
from domestique.web.entrance import PageNotForYou
from domestique.web.pictures.theme import NARROW, THEMES, Spec, to_svg
from domestique.web.routes import at

Make: TypeAlias = Callable[[Viewer, HttpRequest], "Spec | None"]


@at("charts/<slug:name>.svg", "chart-drawing", ANY_PERSON)
@require_safe
def show_chart_drawing(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a chart as an SVG file, by day or by night (``theme``)."""
    theme = request.GET.get("theme", "")
    svg = to_svg(_spec(request, name), theme if theme in THEMES else "day")
    return HttpResponse(svg, content_type="image/svg+xml")


@at("charts/<slug:name>.json", "chart-spec", ANY_PERSON)
@require_safe
def show_chart_spec(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a chart's Vega-Lite specification, its colours still named as tokens of the page."""
    return JsonResponse(_spec(request, name))


def _spec(request: HttpRequest, name: str) -> Spec:
    make, viewer = CHARTS.get(name), present_viewer()
    takes = MAY.get(name, ())
    if takes and not any(viewer.may(ability) for ability in takes):
        raise PageNotForYou(NotForHer(viewer.person, takes[0]))
    try:
        spec = make(viewer, request) if make else None
    except Refusal as refusal:
        raise NothingHere(refusal.sentence) from None
    if spec and _is_narrow(request):
        spec["width"] = NARROW
    if spec is None:
        raise NothingHere(say("There is no chart %(name)s of this.", name=name))
    return spec


def _is_narrow(request: HttpRequest) -> bool:
    """Return whether the chart is for a phone."""
    return request.GET.get("size") == "narrow"


def _level(viewer: Viewer, request: HttpRequest) -> Spec | None:
    trend = level_trend(viewer, request.GET.get("service", ""), today())
    return trend_chart(trend) if trend else None


def _budget(viewer: Viewer, request: HttpRequest) -> Spec | None:
    trend = level_trend(viewer, request.GET.get("service", ""), today())
    return budget_chart(trend) if trend else None


def _bill(viewer: Viewer, request: HttpRequest) -> Spec | None:
    asked = request.GET
    page = bill_page(viewer, asked.get("customer", ""), currency=asked.get("currency", ""))
    if page is None:
        return None
    return bill_chart(page, NARROW) if _is_narrow(request) else bill_chart(page)


def _months(viewer: Viewer, request: HttpRequest) -> Spec | None:
    trend = charge_trend(viewer, request.GET.get("customer", ""))
    return months_chart(trend) if trend else None


def _customers(viewer: Viewer, request: HttpRequest) -> Spec | None:
    seen_by = viewer if viewer.may(Ability.SEE_PICTURE) else viewer.in_the_steering_group()
    picture = today_for(seen_by, today())
    rows = [*picture.rows, *picture.quiet]
    return customers_chart(rows, NARROW) if _is_narrow(request) else customers_chart(rows)


def _value(viewer: Viewer, request: HttpRequest) -> Spec | None:
    sheet = value_sheet(viewer, request.GET.get("customer", ""), today())
    if sheet is None:
        return None
    return value_chart(sheet, NARROW) if _is_narrow(request) else value_chart(sheet)


CHARTS: dict[str, Make] = {
    "level": _level,
    "budget": _budget,
    "bill": _bill,
    "months": _months,
    "customers": _customers,
    "value": _value,
}
MAY = {
    "level": (Ability.SEE_SERVICES,),
    "budget": (Ability.SEE_SERVICES,),
    "bill": (Ability.SEE_OWN,),
    "months": (Ability.SEE_OWN,),
    "value": (Ability.SEE_OWN,),
    "customers": (Ability.SEE_PICTURE, Ability.SEE_STEERING),
}
"""What a chart takes: any of what the pages it stands on take."""

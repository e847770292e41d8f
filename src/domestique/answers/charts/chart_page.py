"""Charts as files: the drawing for a page without scripts, and its specification for one with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.views.decorators.http import require_safe

from domestique.access.errors import NotForHer
from domestique.access.permits import ANY_PERSON
from domestique.access.viewers import present_viewer
from domestique.answers.feelings.value import ValueSheet, value_sheet
from domestique.answers.feelings.value_chart import value_chart
from domestique.answers.money.bills import BillPage, bill_page
from domestique.answers.money.money_charts import bill_chart, months_chart
from domestique.answers.promises.level_charts import budget_chart, trend_chart
from domestique.answers.today.customer_rows import CustomerRow
from domestique.answers.today.customers_chart import customers_chart
from domestique.answers.today.today import today_for
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.telling.trends import ChargeTrend, LevelTrend, charge_trend, level_trend
from domestique.web.asking import NothingHere, today
from domestique.web.entrance import PageNotForYou
from domestique.web.pictures.theme import NARROW, THEMES, Spec, to_svg
from domestique.web.routes import at


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
    chart, viewer = CHARTS.get(name), present_viewer()
    if chart and not any(viewer.may(ability) for ability in chart.takes):
        raise PageNotForYou(NotForHer(viewer.person, chart.takes[0]))
    is_narrow = request.GET.get("size") == "narrow"
    try:
        spec = chart.drawn(viewer, request.GET, is_narrow=is_narrow) if chart else None
    except Refusal as refusal:
        raise NothingHere(refusal.sentence) from None
    if spec is None:
        raise NothingHere(say("There is no chart %(name)s of this.", name=name))
    return spec | {"width": NARROW} if is_narrow else spec


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart is drawn from, how, and what it takes: any of what the pages it stands on take.

    ``is_fitted`` says that it is laid out for the width of a phone, and not only made narrow.
    """

    find: Callable[[Viewer, QueryDict], Any]
    draw: Callable[..., Spec | None]
    takes: tuple[Ability, ...]
    is_fitted: bool = False

    def drawn(self, viewer: Viewer, asked: QueryDict, *, is_narrow: bool) -> Spec | None:
        """Draw what is asked for; ``None`` where there is nothing to draw."""
        found = self.find(viewer, asked)
        if found is None:
            return None
        return self.draw(found, NARROW) if is_narrow and self.is_fitted else self.draw(found)


def _level(viewer: Viewer, asked: QueryDict) -> LevelTrend | None:
    return level_trend(viewer, asked.get("service", ""), today())


def _bill(viewer: Viewer, asked: QueryDict) -> BillPage | None:
    return bill_page(viewer, asked.get("customer", ""), currency=asked.get("currency", ""))


def _months(viewer: Viewer, asked: QueryDict) -> ChargeTrend | None:
    return charge_trend(viewer, asked.get("customer", ""))


def _value(viewer: Viewer, asked: QueryDict) -> ValueSheet | None:
    return value_sheet(viewer, asked.get("customer", ""), today())


def _customers(viewer: Viewer, _: QueryDict) -> list[CustomerRow]:
    seen_by = viewer if viewer.may(Ability.SEE_PICTURE) else viewer.in_the_steering_group()
    picture = today_for(seen_by, today())
    return [*picture.rows, *picture.quiet]


SERVICES, HER_OWN = (Ability.SEE_SERVICES,), (Ability.SEE_OWN,)
EVERYBODY = (Ability.SEE_PICTURE, Ability.SEE_STEERING)
CHARTS = {
    "level": Chart(_level, trend_chart, SERVICES),
    "budget": Chart(_level, budget_chart, SERVICES),
    "bill": Chart(_bill, bill_chart, HER_OWN, is_fitted=True),
    "months": Chart(_months, months_chart, HER_OWN),
    "customers": Chart(_customers, customers_chart, EVERYBODY, is_fitted=True),
    "value": Chart(_value, value_chart, HER_OWN, is_fitted=True),
}

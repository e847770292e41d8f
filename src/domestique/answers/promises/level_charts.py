"""Charts of levels: a year's line against the promise, and how much of the allowance each month used."""

from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

from domestique.quantities.sentence import Value, say
from domestique.telling.trends import LevelPoint, LevelTrend
from domestique.vocabulary.speech import number, spoken
from domestique.web.pictures import theme
from domestique.web.templatetags.shown import month_name

TREND_SIZE, BUDGET_SIZE = (560, 190), (560, 170)
MOST_BUDGET = 200
LEAST_SPAN = 0.2


def trend_words(trend: LevelTrend) -> str:
    """Say what the line of a level shows."""
    values: dict[str, Value] = {
        "service": trend.name,
        "known": len(trend.known),
        "months": len(trend.points),
    }
    if not trend.known:
        return spoken(
            say("The level of %(service)s is not known in any of %(months)s months.", **values)
        )
    lowest = min(trend.known, key=lambda point: (point.delivered or 0, point.month))
    return spoken(
        say(
            "%(service)s, promised %(promised)s %%: known in %(known)s of %(months)s months, lowest %(lowest)s %% in %(month)s.",
            **values,
            promised=trend.promised,
            lowest=lowest.delivered,
            month=month_name(lowest.month),
        )
    )


def trend_chart(trend: LevelTrend) -> theme.Spec:
    """Draw a level month by month: a line with gaps where nothing is known, the promise dotted."""
    rows = [_trend_row(*one) for one in _named(trend)]
    known = [row["delivered"] for row in rows if row["delivered"] is not None]
    floor = min([*known, float(trend.promised or 100)])
    low = max(0.0, floor - max(LEAST_SPAN, (100 - floor) * 0.25))
    scale = alt.Scale(domain=[low, 100], nice=False, clamp=True)
    y = alt.Y("delivered:Q", scale=scale, title=None, axis=alt.Axis(format="~r", tickCount=4))
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=_months(rows))
    line = base.mark_line(
        color=theme.INK, strokeWidth=1.6, invalid="break-paths-show-domains"
    ).encode(y=y)
    seen = base.transform_filter("datum.delivered != null")
    dots = seen.mark_text(fontSize=13).encode(
        y=y,
        text="sign:N",
        color=_state_colour(),
        tooltip=[_told("month"), _told("says")],
    )
    unseen = base.transform_filter("datum.delivered == null")
    gaps = unseen.mark_text(text="?", color=theme.FAINT, fontSize=13).encode(
        y=alt.value(TREND_SIZE[1] - 46), tooltip=[_told("month"), _told("says")]
    )
    return theme.finished([*_promised(trend, y), line, dots, gaps], trend_words(trend), TREND_SIZE)


def _promised(trend: LevelTrend, y: alt.Y) -> list[alt.Chart]:
    if trend.promised is None:
        return []
    words = spoken(say("promised %(level)s", level=trend.promised))
    data = alt.InlineData(values=[{"delivered": float(trend.promised), "words": words}])
    rule = (
        alt.Chart(data).mark_rule(color=theme.QUIET, strokeDash=[2, 3], strokeWidth=1.6).encode(y=y)
    )
    return [
        rule,
        alt.Chart(data)
        .mark_text(color=theme.QUIET, align="left", dy=-7, fontSize=11.5)
        .encode(y=y, x=alt.value(4), text="words:N"),
    ]


def _trend_row(month: str, point: LevelPoint) -> dict[str, Any]:
    known = point.delivered is not None
    return {
        "month": month,
        "delivered": float(point.delivered) if point.delivered is not None else None,
        "state": point.chip.state,
        "sign": theme.SIGNS[point.chip.state],
        "says": f"{point.delivered} %" if known else spoken(say("not known")),
    }


def budget_words(trend: LevelTrend) -> str:
    """Say what the bars of used allowance show."""
    used = [point for point in trend.points if point.budget_used is not None]
    over = [point for point in used if (point.budget_used or 0) > 100]
    return spoken(
        say(
            "%(service)s used more downtime than promised in %(over)s of %(known)s known months; %(unknown)s are not known.",
            service=trend.name,
            over=len(over),
            known=len(used),
            unknown=len(trend.points) - len(used),
        )
    )


def budget_chart(trend: LevelTrend) -> theme.Spec:
    """Draw how much of the allowed downtime each month used; a full allowance is the line at 100 per cent."""
    rows = [_budget_row(*one) for one in _named(trend)]
    top = min(MOST_BUDGET, max([120.0, *(row["used"] or 0 for row in rows)]))
    scale = alt.Scale(domain=[0, top], nice=False, clamp=True)
    marks = [mark for mark in (0, 50, 100, 150, 200) if mark <= top]
    axis = alt.Axis(values=marks, format="~r", labelExpr="datum.label + ' %'")
    y = alt.Y("used:Q", scale=scale, title=None, axis=axis)
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=_months(rows))
    tooltip = [_told("month"), _told("says")]
    bars = (
        base.transform_filter("datum.used != null")
        .mark_bar(cornerRadiusEnd=3, width=alt.RelativeBandSize(band=0.6))
        .encode(y=y, color=_state_colour(), tooltip=tooltip)
    )
    words = (
        base.transform_filter("datum.used != null && datum.used > 0")
        .mark_text(dy=-7, fontSize=11.5)
        .encode(y=y, text="label:N", color=_state_colour())
    )
    gaps = (
        base.transform_filter("datum.used == null")
        .mark_text(text="?", color=theme.FAINT, fontSize=13)
        .encode(y=alt.value(BUDGET_SIZE[1] - 46), tooltip=tooltip)
    )
    full = alt.Chart(alt.InlineData(values=[{"used": 100}]))
    rule = full.mark_rule(color=theme.INK, strokeDash=[2, 3]).encode(y=y)
    return theme.finished([bars, rule, words, gaps], budget_words(trend), BUDGET_SIZE)


def _budget_row(month: str, point: LevelPoint) -> dict[str, Any]:
    used = point.budget_used
    text = "" if used is None else f"{number(used, 0)} %"
    return {
        "month": month,
        "used": None if used is None else float(round(used, 1)),
        "state": point.chip.state,
        "label": f"{theme.SIGNS[point.chip.state]} {text}",
        "says": text or spoken(say("not known")),
    }


def _named(trend: LevelTrend) -> Iterable[tuple[str, LevelPoint]]:
    return zip(
        theme.months_short([point.month for point in trend.points]), trend.points, strict=True
    )


def _months(rows: Sequence[dict[str, Any]]) -> alt.X:
    order = [row["month"] for row in rows]
    axis = alt.Axis(
        labelAngle=0, labelOverlap="greedy", labelSeparation=9, ticks=False, labelPadding=6
    )
    return alt.X("month:O", sort=order, scale=alt.Scale(domain=order), title=None, axis=axis)


def _state_colour() -> alt.Color:
    scale = alt.Scale(domain=list(theme.STATE_COLOURS), range=list(theme.STATE_COLOURS.values()))
    return alt.Color("state:N", scale=scale, legend=None)


def _told(name: str) -> alt.Tooltip:
    return alt.Tooltip(f"{name}:N", title="")
